import ArgumentParser
import Singleout

/// All combinations of all fields, from records in memory.
struct LatticeCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lattice", abstract: "Count every combination of the file's fields, from records in memory.")

    @OptionGroup var data: DataOptions
    @OptionGroup var options: RunOptions

    @Flag(help: "Print the integers of every combination too.")
    var answers = false

    func run() throws {
        let table = try data.table(threads: options.threads)
        let (timing, lattice) = try Stopwatch.time(runs: options.runs) {
            try CombinationLattice(counting: table.columns, threads: options.threads)
        }
        var checked = 0
        for entry in lattice.entries {
            let fields = entry.fields.map { lattice.fields[$0] }
            checked += try NationalAnswers.check(entry.histogram, fields: fields, records: table.records)
        }
        let again = try lattice.checkAgainstSingleCounts(of: table.columns, threads: options.threads)
        let report = BenchmarkReport(
            "lattice", records: table.records, fields: lattice.fields, threads: options.threads, timing: timing,
            answersChecked: checked, answersCountedTwice: again,
            answers: answers
                ? lattice.entries.map { entry in
                    CountedAnswer(entry.histogram, fields: entry.fields.map { lattice.fields[$0] })
                } : [])
        try options.format.print([report])
    }
}
