import ArgumentParser
import Singleout

/// One record, explained.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why is this one record singled out?",
        discussion: """
            Examples:
              singleout explain pupils.csv -q dob,sex,school --record 17 --i-may-see-records
              singleout explain part.csv -q sex,school --record 4 --weight w --household family --i-may-see-records

            Why does this record have these figures? Which smallest sets of fields single it out? How many records are left \
            after each field? How do its class size, risks and scores come about, number by number?

            The answer is DISCLOSIVE: it says how one person can be found. It is given only with --i-may-see-records. Only \
            you can read a file that it is written to (mode 0600). Values of the record are not shown.

            Memory: 1 to 4 bytes per record and field, about 30 bytes per record, and 8 bytes for each of the 2^fields sets \
            of fields. Time: little more than reading the file. At most 20 fields.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.record) var record: Int
    @Flag(.iMaySeeRecords) var iMaySeeRecords: Bool
    @OptionGroup(.fields) var sensitive: SensitiveFieldOptions
    @OptionGroup(.fields) var weights: WeightOptions
    @OptionGroup(.fields) var household: HouseholdOptions
    @OptionGroup var population: PopulationDataOptions
    @OptionGroup(.policy) var policy: RiskThresholdOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func validate() throws {
        if !iMaySeeRecords {
            throw ValidationError(
                "The answer says how one person can be found; give --i-may-see-records if you may see that.")
        }
    }

    func run() throws {
        var arguments = options.arguments(answer.resources)
        population.add(to: &arguments)
        arguments.threshold = policy.threshold
        arguments.sensitive = sensitive.sensitive
        weights.add(to: &arguments)
        arguments.household = household.household
        try answer.write(ExplainPlan(options.selection(arguments), record: record), isPrivate: true)
    }
}
