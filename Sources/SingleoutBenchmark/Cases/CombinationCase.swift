import ArgumentParser
import Singleout

/// One combination, from records in memory.
struct CombinationCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combination", abstract: "Count the class sizes of one combination, from records in memory.")

    @OptionGroup var shared: CombinationOptions

    @Option(help: "The combination, comma-separated.")
    var fields = "school,dob,eth,sex"

    func run() throws {
        let threads = shared.options.threads
        let table = try shared.data.table(fields: fields.split(separator: ",").map(String.init), threads: threads)
        let (timing, histogram) = try Stopwatch.time(runs: shared.options.runs) {
            try SizeHistogram(counting: table.columns, threads: threads)
        }
        try shared.report("combination", timing: timing, histogram: histogram, table: table)
    }
}
