import ArgumentParser
import Singleout

/// One combination of fields.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "How far does one combination of fields single records out?",
        discussion: """
            Examples:
              singleout measure pupils.csv -q dob,sex,school
              singleout measure part.csv -q sex,school --population-data all.csv
              singleout measure pupils.csv -q sex,school --sensitive score,sen
              singleout measure part.csv -q sex,school --weight w --household family
              singleout measure pupils.csv -q dob,school --by ethnicity
              singleout measure --engine spark --table db.census -q dob,sex,school

            How many records are alone when these fields are known, and how many share them with few others? How likely do \
            the three standard attackers (prosecutor, journalist, marketer) re-identify a record, and how is the risk \
            spread? With --sensitive: what do the classes give away of other fields? With --population-data: how many \
            persons of it share a class (k-map)? With --weight: how likely is a record of a sample re-identified, and with \
            --household somebody of its household? With --by: is one group at more risk than another?

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different values. \
            Population data take 24 bytes more per record of both files. Each sensitive field takes 16 bytes, and weights \
            and households about 60. Time: about that of reading the file. With wildcards it grows with the square of the \
            number of ways in which values are missing.

            With --engine spark a cluster counts its own table or files, and only class sizes come back: a few MB. The \
            cluster makes one pass and one exchange of the different rows, and spills to disk where memory is short. Class \
            sizes cannot answer --sensitive, --weight, --household, --max-rate, --by, --population-data and --missing \
            wildcard: they need the local engine. Ctrl-C ends the job.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @OptionGroup(.fields) var sensitive: SensitiveOptions
    @OptionGroup(.fields) var weights: WeightOptions
    @OptionGroup(.fields) var household: HouseholdOptions
    @OptionGroup var population: PopulationDataOptions
    @OptionGroup(.population) var size: PopulationSizeOptions
    @OptionGroup(.groups) var groups: GroupOptions
    @OptionGroup(.policy) var policy: RiskThresholdOptions
    @OptionGroup(.policy) var limits: LimitOptions
    @OptionGroup(.engine) var engine: EngineOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        engine.add(to: &arguments.engine)
        population.add(to: &arguments)
        arguments.populationSize = size.populationSize
        arguments.threshold = policy.threshold
        sensitive.add(to: &arguments)
        weights.add(to: &arguments)
        arguments.household = household.household
        limits.add(to: &arguments)
        groups.add(to: &arguments)
        try answer.write(MeasurePlan(options.selection(arguments)))
    }
}
