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
            --sensitive: what do the classes give away of other fields? With --population: how many persons of it share a \
            class (k-map)? With --weight: how likely is a record of a sample re-identified, and with --household \
            somebody of its household? With --by: is one group at more risk than another?

            Examples:
              singleout measure pupils.csv -q dob,sex,school
              singleout measure part.csv -q sex,school --population-data all.csv
              singleout measure pupils.csv -q sex,school --sensitive score,sen
              singleout measure part.csv -q sex,school --weight w --household family
              singleout measure pupils.csv -q dob,school --by ethnicity
              singleout measure --engine spark --table db.census -q dob,sex,school

            Memory: 1 to 4 bytes per record and field, about 20 bytes per record for the classes, and the different \
            values; with population data 24 bytes per record of both files more, for each sensitive field 16 bytes, for \
            weights and households about 60. Time: about that of reading the file; with wildcards it grows with the square \
            of the number of ways in which values are missing.

            With --engine spark a cluster counts its own table or files, and only class sizes come back: a few MB here; on \
            the cluster one pass and one exchange of the different rows, spilled to disk where memory is short. What the \
            class sizes do not tell (--sensitive, --weight, --household, --max-rate, --by, --population-data, --missing \
            wildcard) needs the local engine. Ctrl-C ends the job.

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
