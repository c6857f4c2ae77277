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
              singleout simulate --release r.yml

            Memory: about 300 bytes per pupil ever seen. Time: reading the files, and about as long as 'link' for every \
            65,536 requests.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The folder of the register. (default: that of the release)", valueName: "folder"))
    var register: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A release file, whose section 'requests' stands in for flags.", valueName: "path"))
    var release: String?

    @Option(help: "A published number of requests; --months and --requests replace parts of it.")
    var volume: RequestVolume?

    @Option(
        help: ArgumentHelp(
            "The number of months, \(OptionRange.months.words). (default: those of the volume, 15)", valueName: "count")
    )
    var months: Int?

    @Option(
        help: ArgumentHelp(
            "The requests of a month, \(OptionRange.requests.words). (default: those of the volume, 1,500 of the ceiling)",
            valueName: "count"))
    var requests: Int?

    @Option(
        help: ArgumentHelp(
            "The share of the children asked about who are in the register, \(OptionRange.coverage.words). (default: 0.3)",
            valueName: "share"))
    var coverage: Double?

    @Option(
        help: """
            What the requester knows of a child; memorandum is names, sex, date of birth and postcode. (default: \
            memorandum)
            """)
    var knowledge: RequestKnowledge?

    @Option(help: "How wrong that is: none, realistic or poor. (default: realistic)")
    var errors: RequestErrors.Preset?

    @Option(
        help: ArgumentHelp(
            "How many years old the known address is on average, \(OptionRange.addressAge.words). (default: that of --errors)",
            valueName: "years"))
    var addressAge: Double?

    @Option(
        help: ArgumentHelp(
            "How often the whole period is drawn, \(OptionRange.runs.words). (default: 20)", valueName: "count"))
    var runs: Int?

    @Option(
        help:
            """
            How a clear match is told: deterministic (eight published steps) or probabilistic (Fellegi-Sunter weights). \
            (default: deterministic)
            """)
    var method: LinkageMethod?

    @Option(
        help: ArgumentHelp(
            "The probability from which a weighed match is clear, \(OptionRange.threshold.words). (default: 0.9)",
            valueName: "probability"
        ))
    var threshold: Double?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Fields of the census whose values are groups of pupils to report by, with commas between them. (default: "
                + "ethnicity,region,phase)", valueName: "fields"))
    var by: [String] = []

    @Option(
        help: ArgumentHelp(
            "Groups with fewer pupils, \(OptionRange.minimumGroup.words), are merged into one, without their names. (default: 10)",
            valueName: "pupils"))
    var minGroup: Int?

    @Option(help: ArgumentHelp("The seed of all draws, \(OptionRange.seed.words). (default: 1)", valueName: "number"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "The number of threads, \(OptionRange.threads.words); the answer does not depend on it. (default: all cores)",
            valueName: "count"))
    var threads: Int?

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var arguments = SimulationArguments()
        arguments.register = register
        arguments.volume = volume
        arguments.months = months
        arguments.requests = requests
        arguments.coverage = coverage
        arguments.knowledge = knowledge
        arguments.errors = errors
        arguments.addressAge = addressAge
        arguments.method = method
        arguments.threshold = threshold
        arguments.runs = runs
        arguments.seed = seed
        // The names of a register's fields hold no commas.
        arguments.groups = try FieldLists(files: [], delimiter: nil).names(by, "--by")
        arguments.minimumGroup = minGroup
        arguments.threads = threads
        let plan = try SimulationPlan(arguments, release: release.map { try Release(contentsOfFile: $0) })
        try output.write(of: plan, format: format) { try plan.simulate(progress: $0) }
    }
}
