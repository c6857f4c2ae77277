import ArgumentParser
import Singleout

/// One record, explained.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "One record: which combinations single it out, with the arithmetic.",
        discussion: """
            Answers: why does this record have these figures? Which smallest sets of fields single it out, how many records \
            are left after each field, and how do its class size, risks and scores come about, number by number?

            The answer is DISCLOSIVE: it says how one person can be found. It is given only with --i-may-see-records, and a \
            file that it is written to can be read by you alone (mode 0600). Values of the record are not shown.

            Examples:
              singleout explain pupils.csv -q dob,sex,school --record 17 --i-may-see-records
              singleout explain part.csv -q sex,school --record 4 --weights w --household family --i-may-see-records

            Memory: 1 to 4 bytes per record and field, about 30 bytes per record, and 8 bytes for each of the 2^fields sets \
            of fields. Time: little more than reading the file. At most 20 fields.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        help: ArgumentHelp(
            "The record, counted from 1 below the header, \(OptionRange.record.words).", valueName: "number"))
    var record: Int

    @Flag(help: "You may see what singles out one person, and will keep it as you keep the file.")
    var iMaySeeRecords = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A file with the same fields and every person of the population, for the journalist.", valueName: "file"))
    var populationData: String?

    @Option(help: "A record is at risk when its risk exceeds this, \(OptionRange.threshold.words). (default: 0.2)")
    var threshold: Double?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Fields whose values must not be learned, with commas between them: what the class gives away of them.",
            valueName: "fields"))
    var sensitive: [String] = []

    @OptionGroup var text: MatchTextOptions

    @OptionGroup var weights: WeightOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field whose equal values make a household: the risk that somebody of it is found.", valueName: "field")
    )
    var household: String?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func validate() throws {
        if !iMaySeeRecords {
            throw ValidationError(
                "The answer says how one person can be found; give --i-may-see-records if you may see that.")
        }
    }

    func run() throws {
        var arguments = options.arguments
        arguments.populationData = populationData
        arguments.comparing.matching = text.matchText
        arguments.threshold = threshold
        arguments.sensitive = sensitive
        weights.add(to: &arguments)
        arguments.household = household
        let plan = try options.plan(arguments)
        try output.write(of: plan, format: format, isPrivate: true) { try plan.explain(record: record, progress: $0) }
    }
}
