package import Linkage
import Microdata

extension Settings {
    /// How files are joined and linked.
    static let linkage = [
        Setting.files.row, Setting.on.row, Setting.adding.row, Setting.truth.row, Setting.truthPair.row,
        Setting.compare.row, Setting.candidates.row, Setting.search.row, Setting.shortlist.row, Setting.matchMethod.row,
        Setting.matchProbability.row, Setting.oneToOne.row,
        SettingRow(
            name: nil, key: "across.fields", category: .linkage, form: .mapping(.aliases),
            help: "Fields of the data, and their names in other files.",
            absent: "fields are shared under the same name only"),
        Setting.prevalence.row,
        Setting.frequencies.row,
        SettingRow(
            name: nil, key: "link.weights", category: .model, form: .mapping(.weights),
            help: "The probability of each level of a comparator, the best level first.",
            absent: "fitted, with the prevalence"),
    ]
}

extension Setting<[String]> {
    /// The files that are joined.
    package static let files = Setting(
        "FILES", key: "across.files", .linkage, .files,
        help:
            "The files, A first: CSV or TSV with a header, plain, gzip or zstd ('-' for standard input); or use --release.",
        absent: "two files or more are needed")

    /// The fields that a join compares.
    package static let on = Setting(
        "on", .question, .fields(example: "[sex, school]"), value: "fields",
        help: "Comma-separated fields to compare, as A names them; every file must have them.",
        standard: "all that A shares with the other file")

    /// The fields that a join adds.
    package static let adding = Setting(
        "adding", .question, .fields(example: "[sex, school]"), value: "fields",
        help: "Comma-separated fields that the join adds to A.", standard: "all that A lacks")

    /// The fields to compare, and how.
    package static let compare = Setting(
        "compare", key: "link.compare", .linkage, .mapping(.comparators), value: "fields",
        help: "The fields of both files to compare, and how: surname:name,sex:exact; or use --release.",
        absent: "the flag is needed")
}

extension Setting<String> {
    /// The field that names persons in every file of a join.
    package static let truth = Setting(
        "truth-field", .question, .field, value: "field",
        help:
            "The field that identifies persons in every file, to check matches; it is neither compared nor added.")

    /// The fields that name persons in two files.
    package static let truthPair = Setting(
        "truth-field", .question, .field, value: "field",
        help:
            "The field that identifies persons in both files, or two as in person=id. It is empty when the person asked about is "
            + "not in the register.")
}

extension Setting<Int> {
    /// The candidates of a query that are kept.
    package static let candidates = Setting(
        "top", .question, NumberRange(LinkageSettings.candidateRange), value: "count", standard: "5"
    ) { "The maximum number of candidates to keep per query, \($0)." }

    /// The candidates among which a query's person should be.
    package static let shortlist = Setting(
        "shortlist", .question, NumberRange(LinkageSettings.candidateRange), value: "count",
        standard: "\(LinkageSettings.defaultShortlist)"
    ) {
        "The number of best candidates in which a query's person should be, \($0)."
    }
}

extension Setting<CandidateSearch> {
    /// How candidates are found.
    package static let search = Setting(
        "search", .question,
        help:
            "The search for candidates: keys compares records that agree on distinguishing fields; matrix compares every record, "
            + "by a product of feature vectors. With auto, keys are followed by matrix where that may find a clear match.",
        standard: "auto")
}

extension Setting<LinkageMethod> {
    /// The matching rule.
    package static let matchMethod = Setting(
        "match-method", key: "requests.method", .linkage,
        help: "The matching rule: deterministic (eight published steps) or probabilistic (Fellegi-Sunter "
            + "weights).",
        standard: "probabilistic for 'link', deterministic for requests")
}

extension Setting<Double> {
    /// The probability from which a weighed match is clear.
    package static let matchProbability = Setting(
        "match-probability", key: "requests.matchProbability", .linkage, .shareAboveZero, value: "probability",
        standard: "\(LinkageSettings.defaultThreshold)"
    ) { "The probability from which a weighed match is clear, \($0)." }

    /// The share of all pairs that are one person.
    static let prevalence = Setting(
        row: SettingRow(
            name: nil, key: "link.prevalence", category: .model, form: .number(.shareAboveZero),
            help: "The share of all pairs of a query and a record that are one person.",
            absent: "fitted, with the weights"))
}

extension Setting<Bool> {
    /// Whether a record is the match of one query at most.
    package static let oneToOne = Setting(
        "one-to-one", .question, help: "Match a record with one query at most: the best one.")

    /// Whether agreement on a rare value says more.
    static let frequencies = Setting(
        row: SettingRow(
            name: nil, key: "link.frequencies", category: .model, form: .flag,
            help: "Whether agreement on a rare value says more than on a common one.", absent: "`true`"))
}
