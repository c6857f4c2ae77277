public import ArgumentParser
import Singleout

extension HistoryMatching: ExpressibleByArgument {}

/// Pupils over the years.
struct HistoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "histories",
        abstract: "Pupils over the years: how few events of a school history single one out.",
        discussion: """
            Answers: when an intruder knows 1, 2, 3, ... events of a pupil (a school, a school and its entry date, whatever \
            --events names), how many pupils does that single out, with random events and with the most telling ones; how many \
            have a history like no other pupil's; and how does that grow with every further year or census?

            DATA is one row per event, or one row per pupil and census: several files are taken as several years, the earliest \
            first. With one file the years come from --year, or from the field that orders the events if it holds dates.

            Examples:
              singleout histories moves.csv --id id --events school --as order
              singleout histories moves.csv --id id --events school,from --precision term
              singleout histories 2015.csv 2016.csv --id id --events school --known 1..3

            The figures are exact for up to 3 known events, and for more as long as all pupils together have no more than 2 \
            billion sets of so many; beyond that a random set of each pupil of a sample is looked up, with an interval of 95 %. \
            A pupil with fewer events is known by all of them.

            Memory: the fields that are read (1 to 4 bytes per row), 30 bytes per row, 40 for each pupil and 8 more for each \
            number of known events, and the different values. Time: in proportion to the sets of events that several pupils \
            share, and once for each year; 21 million enrolments of 11 million pupils over 22 years take about 100 s of one \
            core's time, and more cores share it.

            Exit status: 0 done; 2 the work failed, or a file has no pupils, or no values of an event, in common with the one \
            before; 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp(
            "The files, the earliest first: CSV or TSV with a header, plain, gzip or zstd; '-' for standard input. May be left "
                + "to --release."))
    var data: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that says whose row it is. (default: fields.identifier of a release)", valueName: "field"))
    var id: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("The fields that make an event, with commas between them.", valueName: "fields"))
    var events: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many events an intruder knows: 3, 1,2,4 or 1..5. (default: 1..5)", valueName: "numbers"))
    var known: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "How the events are known: as a set, in which an event may come more than once, or in their order. (default: set)",
            valueName: "set|order"))
    var matching: HistoryMatching?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How much of the dates among --events is known: day, month, term or year. (default: all)",
            valueName: "precision"))
    var precision: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that orders the events of a pupil. (default: the first field of dates among --events, else the order "
                + "of the rows)", valueName: "field"))
    var order: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field, of dates or years, that says in which year an event was. (default: each file is a year; with one "
                + "file, the field that orders the events)", valueName: "field"))
    var year: String?

    @Option(
        help: ArgumentHelp(
            "The pupils of a sample, \(OptionRange.sample.words), where all sets of events are too many. (default: 10000)",
            valueName: "pupils"))
    var sample: Int?

    @Option(
        help: ArgumentHelp(
            "The seed of the sample, \(OptionRange.seed.words); the same seed draws the same. (default: 1)",
            valueName: "number"))
    var seed: UInt64?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A release file (YAML) that names data, the identifier, missing values; flags override it.",
            valueName: "release.yml"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "What a missing value of an event means: a value like any other (category), or leave the event out (exclude); "
                + "wildcard is refused. (default: category)"))
    var missing: MissingName?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Values that mean 'missing', with commas between them, beside the empty value, which always does.",
            valueName: "NA,?"))
    var missingValues: String?

    @OptionGroup var comparison: ComparisonOptions

    @OptionGroup var reading: SeveralFileOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func run() throws {
        var arguments = HistoriesArguments()
        arguments.files = data
        arguments.identifier = id
        arguments.events = events
        arguments.known = known
        arguments.matching = matching
        arguments.precision = precision
        arguments.order = order
        arguments.year = year
        arguments.sample = sample
        arguments.seed = seed
        arguments.missing = missing
        arguments.missingValues = missingValues
        arguments.delimiter = reading.delimiter
        arguments.dates = reading.dateOptions.dates
        arguments.comparing = comparison.comparing
        arguments.lines = reading.lineOptions.lines
        arguments.threads = reading.threads
        let release = try self.release.map { try Release(contentsOfFile: $0) }
        try arguments.takeApart(release)
        let plan = try HistoriesPlan(arguments, release: release)
        try output.write(of: plan, format: format) { try plan.run(progress: $0) }
    }
}
