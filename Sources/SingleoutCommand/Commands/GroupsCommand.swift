public import ArgumentParser
import Singleout

extension AdjustedOutcome: ExpressibleByArgument {}

/// Who carries the risk.
struct GroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups",
        abstract: "Which groups carry the risk, and how concentrated is it?",
        discussion: """
            Examples:
              singleout groups census.csv -q date_of_birth,sex,lsoa --by ethnicity,sen
              singleout groups census.csv -q date_of_birth,lsoa --by ethnicity --adjust region,phase

            Is one group of pupils singled out more than another? Each value of the --by fields gets its mean risk, share at \
            risk and share alone in their class. Each figure has an interval and the ratio to all records. How few records \
            carry half of the risk? With --adjust: does a difference remain between pupils who are equal in other fields \
            (logistic regression, odds ratios with intervals)?

            Memory: 1 to 4 bytes per record and field, about 40 bytes per record, and with --adjust 30 more. Time: little \
            more than reading the file; --adjust takes some seconds for 8 million records and 60 groups on 2 cores.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.adjust) var adjust: [String]
    @Option(.outcome) var outcome: AdjustedOutcome?
    @OptionGroup(.groups) var groups: GroupOptions
    @OptionGroup(.policy) var policy: RiskThresholdOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        groups.add(to: &arguments)
        arguments.adjusted = adjust
        arguments.outcome = outcome
        arguments.threshold = policy.threshold
        try answer.write(GroupComparisonPlan(options.selection(arguments)))
    }
}
