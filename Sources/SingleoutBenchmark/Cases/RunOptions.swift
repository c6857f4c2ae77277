import ArgumentParser

/// What every timed case takes.
struct RunOptions: ParsableArguments {
    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "Timed runs.")
    var runs = 3

    @Option(help: "json or markdown.")
    var format = ReportFormat.json

    func validate() throws {
        if threads < 1 { throw ValidationError("--threads must be at least 1.") }
        if runs < 1 { throw ValidationError("--runs must be at least 1.") }
    }
}
