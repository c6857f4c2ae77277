public import ArgumentParser
import Singleout

extension LinkageMethod: ExpressibleByArgument {}
extension CandidateSearch: ExpressibleByArgument {}

/// A record-linkage attack.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "A record-linkage attack of one file on another, scored against the truth when given.",
        discussion: """
            Answers: which record of the register is the person of each query, how likely, and is it clear? Fields may be \
            misspelt, exchanged, out of date or missing. With --truth: how many matches are right, how many are somebody \
            else, and how often are people matched who are not in the register?

            Comparators: name, text, date, postcode, exact, numeric. Two name fields may also be exchanged. Weights are \
            those of Fellegi and Sunter, fitted to the files (m by expectation and maximisation, u by counting), or given in \
            release.yml.

            Examples:
              singleout link asked.csv all.csv --compare forename:name,surname:name
              singleout link asked.csv all.csv --compare name:name,dob:date --truth id

            Memory: about 60 bytes per record of the register with four fields and --truth, more where values differ much, \
            and 20 bytes per pair that is compared; 1,500 queries have up to a thousandth of the register each. --memory takes \
            the queries part by part, twice over to fit the weights, and says at once when even that is too much. Time: that of \
            reading the files, and about 0.5 s per million pairs on 2 cores. --search matrix multiplies every query with \
            every record, 1,500 by 9 million in about a minute on 2 cores; auto does so only for queries whose clear match \
            the keys could have missed.

            Exit status: 0 done; 2 the work failed; 64 wrong usage.
            """)

    @Argument(help: "The people asked about: a CSV or TSV file with a header; '-' for standard input.")
    var queries: String

    @Argument(help: "The file that they are looked for in.")
    var register: String

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The fields to compare, in both files, and how: surname:name,sex:exact. May be left to --release.",
            valueName: "fields"))
    var compare: [String] = []

    @Option(
        help: ArgumentHelp(
            "The most candidates to keep of a query, \(OptionRange.candidates.words). (default: 5)", valueName: "count")
    )
    var top: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The field that says who a person is, in both files, or two as in person=id; empty for a query about nobody in "
                + "the register.", valueName: "field"))
    var truth: String?

    @Option(
        help: ArgumentHelp(
            "How candidates are found: keys (agreement on telling fields), matrix (every record, by a product of feature "
                + "vectors), or auto (keys, and every record where that may still find a clear match)."))
    var search: CandidateSearch = .auto

    @Option(
        help: ArgumentHelp(
            "How many of a query's best candidates make the short list in which its person should be, \(OptionRange.shortlist.words). (default: 20)",
            valueName: "count"))
    var shortlist: Int?

    @Option(
        help: "How candidates become matches: probabilistic (Fellegi-Sunter weights) or deterministic (eight steps).")
    var method: LinkageMethod = .probabilistic

    @Option(
        help: ArgumentHelp(
            "The probability from which a match is clear, \(OptionRange.threshold.words). (default: 0.9)",
            valueName: "probability"
        ))
    var threshold: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A release file (YAML) whose section 'link' names fields and their weights; flags override it.",
            valueName: "release.yml"))
    var release: String?

    @Flag(help: "A record is the match of one query at most: the one that it matches best.")
    var oneToOne = false

    @Option(
        help: ArgumentHelp(
            "The seed of the random pairs that chance agreement is learned from, \(OptionRange.seed.words).",
            valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "A CSV file to write with the candidates of every query, by their places in the files. DISCLOSIVE: it says who "
                + "is who; only you can read it (mode 0600).", valueName: "path"))
    var records: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Values that mean 'missing', with commas between them, beside the empty value, which always does.",
            valueName: "NA,?"))
    var missingValues: String?

    @OptionGroup var dateOptions: DateOptions

    @OptionGroup var lineOptions: LineOptions

    @Option(
        help: ArgumentHelp(
            "The number of threads, \(OptionRange.threads.words); the answer does not depend on it. (default: all cores)",
            valueName: "count"))
    var threads: Int?

    @OptionGroup var comparison: ComparisonOptions

    @OptionGroup var memory: MemoryOptions

    @OptionGroup var output: OutputOptions

    @Option(help: "How to write the answer.")
    var format: ReportFormat = .table

    func validate() throws {
        if records == "" || records == "-" { throw ValidationError("--records needs the path of a file.") }
    }

    func run() throws {
        try WrittenText.require(records, option: "--records")
        var settings = LinkageSettings()
        settings.method = method
        settings.search = search
        settings.shortlist = shortlist ?? settings.shortlist
        settings.top = top ?? settings.top
        settings.threshold = threshold ?? settings.threshold
        settings.isOneToOne = oneToOne
        settings.seed = seed
        settings.threads = threads
        settings.dates = dateOptions.dates
        let lists = FieldLists(files: [queries, register], delimiter: nil, lines: lineOptions.lines)
        let plan = try LinkPlan(
            queries: queries, register: register, compare: lists.pairs(compare, .colon, "--compare"),
            truth: truth.map { try lists.oneOrTwo($0, "--truth") }, missingValues: missingValues,
            settings: settings, memory: memory.memory, lines: lineOptions.lines, comparing: comparison.comparing,
            release: release.map { try Release(contentsOfFile: $0) })
        try output.write(of: plan, format: format, records: records) { try plan.link(progress: $0) }
    }
}
