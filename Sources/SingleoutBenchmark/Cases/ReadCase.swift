import ArgumentParser
import Singleout

/// From the file to the answer for one combination.
struct ReadCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read the fields of one combination from the file and count its class sizes.")

    @OptionGroup var shared: CombinationOptions

    @Option(help: "The combination, comma-separated.")
    var fields = "dob,sex,school"

    func run() throws {
        let threads = shared.options.threads
        let names = fields.split(separator: ",").map(String.init)
        let (timing, found) = try Stopwatch.time(runs: shared.options.runs) {
            let table = try shared.data.table(fields: names, threads: threads)
            return (histogram: try SizeHistogram(counting: table.columns, threads: threads), table: table)
        }
        try shared.report("read", timing: timing, histogram: found.histogram, table: found.table)
    }
}
