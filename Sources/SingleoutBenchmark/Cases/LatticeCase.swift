import ArgumentParser
import Singleout

/// All combinations of all fields, from records in memory.
struct LatticeCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lattice", abstract: "Count every combination of the file's fields, from records in memory.")

    @OptionGroup var options: DataOptions

    func run() throws {
        var reading = DelimitedReading()
        reading.threads = options.threads
        let table = try reading.table(fromFileAt: options.data)
        let (seconds, lattice) = try Stopwatch.time(runs: options.runs) {
            try CombinationLattice(counting: table.columns, threads: options.threads)
        }
        var checked = 0
        for entry in lattice.entries {
            let fields = entry.fields.map { lattice.fields[$0] }
            checked += try NationalAnswers.check(entry.histogram, fields: fields, records: table.records)
        }
        try BenchmarkReport(
            "lattice", records: table.records, fields: lattice.fields, threads: options.threads, seconds: seconds,
            answersChecked: checked
        ).print()
    }
}
