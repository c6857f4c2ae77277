import ArgumentParser

/// How several files are read.
struct SeveralFileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The character between fields: comma, semicolon, tab or bar. (default: found in each header)"))
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "The number of threads; the answer does not depend on it. (default: all cores)", valueName: "count"))
    var threads: Int?
}
