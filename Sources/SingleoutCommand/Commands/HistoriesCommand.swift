public import ArgumentParser
import Singleout

extension HistoryMatching: ExpressibleByArgument {}

/// Pupils over the years.
struct HistoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "histories",
        abstract: "How few events of a school history single pupils out?",
        discussion: """
            Examples:
              singleout histories moves.csv --id id --events school --as order
              singleout histories moves.csv --id id --events school,from --precision term
              singleout histories 2015.csv 2016.csv --id id --events school --known 1..3

            How many pupils are singled out when an intruder knows 1, 2, 3, ... events of a pupil? An event is what --events \
            names: a school, or a school and its entry date. The answer covers random events and the most telling ones. How \
            many pupils have a unique history? How does that grow with every further year or census?

            DATA is one row per event, or one row per pupil and census. Several files are taken as several years, the \
            earliest first. With one file the years come from --year, or from the field that orders the events if it holds \
            dates.

            The figures are exact for up to 3 known events, and for more up to 2 billion sets of events of all pupils \
            together. Above that they are estimated from one random set of each pupil of a sample, with a 95 % interval. \
            Pupils with fewer events are matched on all of them.

            Memory: the fields that are read (1 to 4 bytes per row), 30 bytes per row, and the different values. Each pupil \
            takes 40 bytes, and 8 more for each number of known events. Time: in proportion to the sets of events that \
            several pupils share, and once for each year. 21 million enrolments of 11 million pupils over 22 years take \
            about 100 s of one core's time, and more cores share it.

            Exit status: 0 done; 2 the work failed, or a file has no pupils, or no values of an event, in common with the one \
            before; 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp(
            "The files, the earliest first: CSV or TSV with a header, plain, gzip or zstd; '-' for standard input. May be left "
                + "to --release."))
    var data: [String] = []

    @Option(.events) var events: [String]
    @Option(.known) var known: String?
    @Option(.matching) var matching: HistoryMatching?
    @Option(.eventPrecision) var precision: String?
    @Option(.order) var order: String?
    @Option(.year) var year: String?
    @Option(.sample) var sample: Int?
    @OptionGroup(.fields) var identifier: IdentifierOptions
    @OptionGroup(.data) var files: FileOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    func run() throws {
        var arguments = HistoriesRequest()
        arguments.files = data.map(DataSource.file)
        arguments.identifier = identifier.id
        arguments.events = events
        arguments.known = known
        arguments.matching = matching
        arguments.precision = precision
        arguments.order = order
        arguments.year = year
        arguments.sample = sample
        arguments.seed = chance.seed
        arguments.missing = files.missing
        arguments.missingValues = files.reading.missingValues
        arguments.delimiter = files.delimiter
        arguments.dates = files.reading.dates
        arguments.comparing = comparison.comparing
        arguments.lines = files.reading.lines
        arguments.threads = answer.resources.threads
        let release = try files.file.read()
        try arguments.takeApart(release)
        try answer.write(HistoriesPlan(arguments, release: release))
    }
}
