import ArgumentParser

/// How much memory a command may use.
struct MemoryOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The memory that may be used, as in 2G: with less, records are taken part by part, with the same answer, or the "
                + "command says at once what it needs. (default: what it takes)", valueName: "size"))
    var memory: String?
}
