import ArgumentParser
import Singleout

/// How several files are read.
struct SeveralFileOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The character between fields: comma, semicolon, tab or bar. (default: found in each header)"))
    var delimiter: String?

    @OptionGroup var dateOptions: DateOptions

    @OptionGroup var lineOptions: LineOptions

    @Option(
        help: ArgumentHelp(
            "The number of threads, \(OptionRange.threads.words); the answer does not depend on it. (default: all cores)",
            valueName: "count"))
    var threads: Int?
}
