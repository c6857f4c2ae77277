import ArgumentParser
import Singleout

/// One combination, from records in memory.
struct CombinationCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combination", abstract: "Count the class sizes of one combination, from records in memory.")

    @OptionGroup var options: DataOptions

    @Option(help: "The combination, comma-separated.")
    var fields = "school,dob,eth,sex"

    func run() throws {
        let names = fields.split(separator: ",").map(String.init)
        var reading = DelimitedReading()
        reading.threads = options.threads
        reading.columns = names
        let table = try reading.table(fromFileAt: options.data)
        let (seconds, histogram) = try Stopwatch.time(runs: options.runs) {
            try SizeHistogram(counting: table.columns, threads: options.threads)
        }
        let checked = try NationalAnswers.check(histogram, fields: names, records: table.records)
        try BenchmarkReport(
            "combination", records: table.records, fields: names, threads: options.threads, seconds: seconds,
            answersChecked: checked
        ).print()
    }
}
