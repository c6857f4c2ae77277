import ArgumentParser
import Singleout

/// A named combination, and the check of its answer.
struct CombinationOptions: ParsableArguments {
    @OptionGroup var data: DataOptions
    @OptionGroup var options: RunOptions

    /// Checks the histogram in both ways and prints the report.
    func report(_ name: String, timing: Timing, histogram: SizeHistogram, table: Table) throws {
        let fields = table.columns.map(\.name)
        let checked = try NationalAnswers.check(histogram, fields: fields, records: table.records)
        let lattice = try CombinationLattice(counting: table.columns, threads: options.threads)
        guard let whole = lattice.entries.last else { preconditionFailure("a lattice of no combination") }
        try WrongAnswer.unlessEqual(histogram, whole.histogram, fields: fields)
        let report = BenchmarkReport(
            name, records: table.records, fields: fields, threads: options.threads, timing: timing,
            answersChecked: checked, answersCountedTwice: 1, answers: [CountedAnswer(histogram, fields: fields)])
        try options.format.print([report])
    }
}
