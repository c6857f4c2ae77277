import ArgumentParser
import Singleout

/// Population uniqueness from a sample.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "A sample: how many are unique in the population.",
        discussion: """
            Answers: when the file is a sample, how many persons of the population are alone in their class, by every \
            established model, each with an interval, its assumptions and the direction in which it errs? A model without an \
            answer says why.

            Examples:
              singleout estimate sample.csv -q dob,sex,area --sampling-fraction 0.05
              singleout estimate sample.csv -q sex,eth --population 90000 --at 1000,90000
              singleout estimate sample.csv -q dob,sex --population 90000 --by ethnicity

            Memory: about 30 bytes per record, 12 bytes per different record and field, and for the log-linear model 4 \
            bytes per combination of values and interaction, at most 8 million combinations. Time: that of \
            reading the file, then some seconds for each model and million records; intervals take most of it \
            (--bootstrap 0 leaves them out), and the number of latent classes is found fastest when given.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        name: .customLong("population"),
        help: ArgumentHelp(
            "The number of persons in the population, \(OptionRange.population.words).", valueName: "persons"))
    var populationSize: Int?

    @Option(
        help: ArgumentHelp(
            "The share of the population that is in the file, \(OptionRange.samplingFraction.words), instead of --population.",
            valueName: "share"))
    var samplingFraction: Double?

    @Option(
        name: .customLong("at"), parsing: .unconditional,
        help: ArgumentHelp(
            "Other sizes of the population, \(OptionRange.sizes.words), to look at with the Pitman-Yor process, with commas between them.",
            valueName: "sizes"))
    var sizes: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The log-linear model: independence, all2way, all3way, forward (interactions chosen one by one), or a formula "
                + "such as \"a*b+c\". (default: all2way)", valueName: "model"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "The number of latent classes, \(OptionRange.classes.words). (default: the best by BIC, up to 20)"))
    var classes: Int?

    @Option(
        help: ArgumentHelp(
            "The seed of everything that chance enters, \(OptionRange.seed.words). (default: 1)", valueName: "number"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "The draws of each interval, \(OptionRange.draws.words) for no intervals; expensive models make fewer. (default: 200)",
            valueName: "draws"))
    var bootstrap: Int?

    @Flag(help: "Also try every model on ten sub-samples of the file, whose truth is known.")
    var backTest = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A CSV file to write with the probabilities of every record to be unique in the population and correctly "
                + "matched, in the order of the data. DISCLOSIVE: it says who is at risk; only you can read it (mode 0600).",
            valueName: "path"))
    var records: String?

    @OptionGroup var groups: GroupOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func validate() throws {
        if records == "" || records == "-" { throw ValidationError("--records needs the path of a file.") }
    }

    func run() throws {
        var arguments = options.arguments
        arguments.populationSize = populationSize
        arguments.samplingFraction = samplingFraction
        groups.add(to: &arguments)
        let plan = try options.plan(arguments)
        let settings = try EstimateSettings(
            sizes: sizes, model: model, classes: classes, seed: seed, draws: bootstrap, isBackTested: backTest)
        try output.write(of: plan, format: format, records: records) { try plan.estimate(settings, progress: $0) }
    }
}
