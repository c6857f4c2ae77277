public import ArgumentParser
import Singleout

extension CandidateSearch: ExpressibleByArgument {}

/// A record-linkage attack.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "How well can one file be linked to another?",
        discussion: """
            Examples:
              singleout link asked.csv all.csv --compare forename:name,surname:name
              singleout link asked.csv all.csv --compare name:name --truth-field id

            Which record of the register is the person of each query? How likely is that, and is it clear? Fields may be \
            misspelt, exchanged, out of date or missing. With --truth-field: how many matches are right, and how many are \
            another person? How often are people matched who are not in the register?

            --records writes the candidates of every query, by their places in the files.

            Comparators: name, text, date, postcode, exact, numeric. Two name fields may also be exchanged. Weights are \
            those of Fellegi and Sunter, fitted to the files (m by expectation and maximisation, u by counting), or given in \
            release.yml.

            Memory: about 60 bytes per record of the register with four fields and --truth-field, more where values differ \
            much, and 20 bytes per pair that is compared. 1,500 queries are compared with up to a thousandth of the register \
            each. With --memory the queries are taken part by part, twice over to fit the weights. If even that needs more, \
            the command says so at once. Time: that of reading the files, and about 0.5 s per million pairs on 2 cores. \
            --search matrix compares every query with every record: 1,500 by 9 million take about a minute on 2 cores. \
            --search auto does so only for queries whose clear match the keys could have missed.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Argument(help: "The people asked about: a CSV or TSV file with a header; '-' for standard input.")
    var queries: String

    @Argument(help: "The file that they are looked for in.")
    var register: String

    @OptionGroup(.linkage) var fields: CompareOptions
    @OptionGroup(.linkage) var matching: MatchOptions
    @Option(.truthPair) var truth: String?
    @Option(.candidates) var top: Int?
    @Option(.search) var search: CandidateSearch?
    @Option(.shortlist) var shortlist: Int?
    @Flag(.oneToOne) var oneToOne: Bool
    @OptionGroup(.data) var file: ReleaseOptions
    @OptionGroup(.data) var reading: ReadingOptions
    @OptionGroup var comparison: ComparisonOptions
    @OptionGroup(.run) var chance: SeedOptions
    @OptionGroup(.run) var memory: MemoryOptions
    @OptionGroup(.run) var listing: RecordsOptions
    @OptionGroup(.run) var answer: AnswerOptions<ReportFormat>

    /// The fields to compare.
    struct CompareOptions: ParsableArguments {
        @Option(.compare) var compare: [String]
    }

    func run() throws {
        try WrittenText.require(listing.records, option: Setting.records.option)
        var request = LinkRequest(queries: .file(queries), register: .file(register))
        request.compare = fields.compare
        request.truth = truth
        request.method = matching.method
        request.search = search
        request.shortlist = shortlist
        request.top = top
        request.threshold = matching.threshold
        request.isOneToOne = oneToOne
        request.seed = chance.seed
        request.missingValues = reading.missingValues
        request.dates = reading.dates
        request.lines = reading.lines
        request.comparing = comparison.comparing
        request.memory = memory.memory
        request.threads = answer.resources.threads
        try request.takeApart()
        try answer.write(LinkPlan(request, release: file.read()), records: listing.records)
    }
}
