import ArgumentParser
import Singleout

/// One combination of fields.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "One combination: k, uniqueness, class sizes, attackers.",
        discussion: """
            Answers: with these fields known, how many records are alone, how many hide among few, and how likely do \
            the three standard attackers (prosecutor, journalist, marketer) re-identify one?

            Examples:
              singleout measure pupils.csv -q dob,sex,school
              singleout measure part.csv -q sex,school --population-data all.csv

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different \
            values; with population data 24 bytes per record of both files more. Time: about that of reading the file; \
            with wildcards it grows with the square of the number of ways in which values are missing.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        help: ArgumentHelp(
            "A file with the same fields and every person of the population, for the journalist.", valueName: "file"))
    var populationData: String?

    @Option(help: "A record is at risk when its risk exceeds this, above 0 and up to 1. (default: 0.2)")
    var threshold: Double?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var arguments = options.arguments
        arguments.populationData = populationData
        arguments.threshold = threshold
        let plan = try options.plan(arguments)
        try output.write(of: plan, format: format) { try plan.measure(progress: $0) }
    }
}
