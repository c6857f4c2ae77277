import ArgumentParser
import Singleout

/// One combination of fields.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "One combination: k, uniqueness, class sizes, attackers, sensitive fields, households.",
        discussion: """
            Answers: with these fields known, how many records are alone, how many hide among few, how likely do the \
            three standard attackers (prosecutor, journalist, marketer) re-identify one, and how is the risk spread? With \
            --sensitive: what do the classes give away of other fields? With --weights: how likely is a record of a sample \
            re-identified, and with --household somebody of its household? With --by: is one group at more risk than another?

            Examples:
              singleout measure pupils.csv -q dob,sex,school
              singleout measure part.csv -q sex,school --population-data all.csv
              singleout measure pupils.csv -q sex,school --sensitive score,sen
              singleout measure part.csv -q sex,school --weights w --household family
              singleout measure pupils.csv -q dob,school --by ethnicity
              singleout measure --engine spark --table db.census -q dob,sex,school

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different \
            values; with population data 24 bytes per record of both files more, for each sensitive field 16 bytes, for \
            weights and households about 60. Time: about that of reading the file; with wildcards it grows with the square \
            of the number of ways in which values are missing.

            With --engine spark a cluster counts its own table or files, and only class sizes come back: a few MB here; on \
            the cluster one pass and one exchange of the different rows, spilled to disk where memory is short. What the \
            class sizes do not tell (--sensitive, --weights, --household, --max-rate, --by, --population-data, --missing \
            wildcard) needs the local engine. Ctrl-C ends the job.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @OptionGroup var engine: EngineOptions

    @OptionGroup var population: PopulationOptions

    @Option(help: "A record is at risk when its risk exceeds this, \(OptionRange.threshold.words). (default: 0.2)")
    var threshold: Double?

    @OptionGroup var sensitive: SensitiveOptions

    @OptionGroup var individual: IndividualOptions

    @OptionGroup var groups: GroupOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var arguments = options.arguments
        engine.add(to: &arguments.engine)
        population.add(to: &arguments)
        arguments.threshold = threshold
        sensitive.add(to: &arguments)
        individual.add(to: &arguments)
        groups.add(to: &arguments)
        let plan = try options.plan(arguments)
        try output.write(of: plan, format: format) { try plan.measure(progress: $0) }
    }
}
