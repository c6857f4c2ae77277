public import ArgumentParser
import Singleout

extension RequestKnowledge: ExpressibleByArgument {}
extension RequestErrors.Preset: ExpressibleByArgument {}
extension RequestVolume: ExpressibleByArgument {}

/// Months of requests against a register.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Months of requests against a register: found, wrongly found, addresses and relatives revealed.",
        discussion: """
            Answers: if an office asks month after month about children, some of whom are in the register, what is returned? \
            How many children are found, how many are taken for somebody else, how many new addresses, brothers and sisters \
            are revealed, and does it fall on some groups more than on others?

            Each run draws the children, makes what the requester knows of them old and wrong, links them to the register \
            and returns the record of every clear match. The register is a folder that 'singleout generate' made, with all \
            its files.

            Published volumes: ceiling (1,500 a month, 15 months), 2016 (2,461 in the 15 months to September 2016), 2022 \
            (6,883 in the 87 months to September 2022).

            Examples:
              singleout simulate --register datasets/town --months 3 --requests 20
              singleout simulate --register register --volume 2016 --coverage 0.25

            Memory: about 300 bytes per pupil ever seen. Time: reading the files, and about as long as 'link' for every \
            65,536 requests.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Option(help: ArgumentHelp("The folder of the register.", valueName: "folder"))
    var register: String

    @Option(help: "A published number of requests; --months and --requests replace parts of it.")
    var volume: RequestVolume?

    @Option(help: ArgumentHelp("The number of months. (default: those of the volume, 15)", valueName: "count"))
    var months: Int?

    @Option(
        help: ArgumentHelp(
            "The requests of a month. (default: those of the volume, 1,500 of the ceiling)", valueName: "count"))
    var requests: Int?

    @Option(
        help: ArgumentHelp("The share of the children asked about who are in the register.", valueName: "share"))
    var coverage = 0.3

    @Option(help: "What the requester knows of a child; memorandum is names, sex, date of birth and postcode.")
    var knowledge: RequestKnowledge = .memorandum

    @Option(help: "How wrong that is: none, realistic or poor.")
    var errors: RequestErrors.Preset = .realistic

    @Option(
        help: ArgumentHelp(
            "How many years old the known address is on average. (default: that of --errors)", valueName: "years"))
    var addressAge: Double?

    @Option(help: ArgumentHelp("How often the whole period is drawn.", valueName: "count"))
    var runs = 20

    @Option(
        help:
            "How a clear match is told: deterministic (eight published steps) or probabilistic (Fellegi-Sunter weights)."
    )
    var method: LinkageMethod = .deterministic

    @Option(
        help: ArgumentHelp(
            "The probability from which a weighed match is clear, above 0 and up to 1. (default: 0.9)",
            valueName: "probability"
        ))
    var threshold: Double?

    @Option(
        help: ArgumentHelp(
            "Fields of the census whose values are groups of pupils to report by, with commas between them. (default: "
                + "ethnicity,region,phase)", valueName: "fields"))
    var by: [String] = []

    @Option(
        help: ArgumentHelp(
            "Groups with fewer pupils are merged into one, which is named. (default: 10)", valueName: "pupils"))
    var minGroup: Int?

    @Option(help: ArgumentHelp("The seed of all draws.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The number of threads; the answer does not depend on it. (default: all cores)", valueName: "count"))
    var threads: Int?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var settings = RequestSettings()
        settings.coverage = coverage
        settings.knowledge = knowledge
        settings.errors = RequestErrors(errors)
        settings.errors.addressAge = addressAge ?? settings.errors.addressAge
        settings.runs = runs
        settings.method = method
        settings.threshold = threshold ?? settings.threshold
        settings.seed = seed
        let plan = try SimulationPlan(
            register: register, volume: volume, months: months, requests: requests, settings: settings,
            groups: by, minimumGroup: minGroup, threads: threads)
        try output.write(of: plan, format: format) { try plan.simulate(progress: $0) }
    }
}
