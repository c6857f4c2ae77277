import ArgumentParser
import Singleout

/// Population uniqueness from a sample.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "From a sample: how many are unique in the population?",
        discussion: """
            Examples:
              singleout estimate sample.csv -q dob,sex,area --sampling-fraction 0.05
              singleout estimate sample.csv -q sex,eth --population 90000 --at 1000,90000
              singleout estimate sample.csv -q dob,sex --population 90000 --by ethnicity

            How many persons of the population are alone in their class, when the file is a sample? Every established model \
            gives an estimate, an interval, its assumptions and the direction in which it errs. A model without an answer \
            says why. --records writes how likely every record is unique in the population and correctly matched.

            Memory: about 30 bytes per record, and 12 bytes per different record and field. The log-linear model takes 4 \
            bytes per combination of values and interaction, for at most 8 million combinations. Time: that of reading the \
            file, then some seconds for each model and million records. Intervals take most of it; --bootstrap 0 leaves them \
            out. The latent class model is fastest when --classes gives the number of classes.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(.sizes) var sizes: String?
    @Option(.model) var model: String?
    @Option(.classes) var classes: Int?
    @Option(.bootstrap) var bootstrap: Int?
    @Flag(.backTest) var backTest: Bool
    @OptionGroup(.population) var population: PopulationSizeOptions
    @OptionGroup(.population) var sampling: SamplingOptions
    @OptionGroup(.groups) var groups: GroupOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var listing: RecordsOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = options.arguments(answer.resources)
        arguments.populationSize = population.populationSize
        arguments.samplingFraction = sampling.samplingFraction
        groups.add(to: &arguments)
        var request = EstimateRequest()
        request.sizes = sizes
        request.model = model
        request.classes = classes
        request.seed = chance.seed
        request.draws = bootstrap
        request.isBackTested = backTest
        try answer.write(EstimatePlan(options.selection(arguments), request), records: listing.records)
    }
}
