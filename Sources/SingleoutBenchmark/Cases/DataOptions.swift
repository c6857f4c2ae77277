import ArgumentParser

/// What every timed case takes.
struct DataOptions: ParsableArguments {
    @Option(help: "The load: a CSV file by national.py.")
    var data: String

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "Timed runs.")
    var runs = 3
}
