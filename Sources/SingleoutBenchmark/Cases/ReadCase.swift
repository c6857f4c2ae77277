import ArgumentParser
import Singleout

/// From the file to the answer for one combination.
struct ReadCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read the fields of one combination from the file and count its class sizes.")

    @OptionGroup var options: DataOptions

    @Option(help: "The combination, comma-separated.")
    var fields = "dob,sex,school"

    func run() throws {
        let names = fields.split(separator: ",").map(String.init)
        let (seconds, histogram) = try Stopwatch.time(runs: options.runs) {
            var reading = DelimitedReading()
            reading.threads = options.threads
            reading.columns = names
            let table = try reading.table(fromFileAt: options.data)
            return try SizeHistogram(counting: table.columns, threads: options.threads)
        }
        let checked = try NationalAnswers.check(histogram, fields: names, records: histogram.records)
        try BenchmarkReport(
            "read", records: histogram.records, fields: names, threads: options.threads, seconds: seconds,
            answersChecked: checked
        ).print()
    }
}
