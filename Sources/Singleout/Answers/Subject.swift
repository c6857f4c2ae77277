import Briefing
import Counting
import PupilRegister
import SparkCounting

/// What was analysed: the file, its fields and how missing values were taken; every output names it.
struct Subject: Sendable, Hashable {
    /// Why a figure has no answer when every record was left out.
    static let noRecords = "no record is left once those with a missing value are left out"
    /// Why a figure has no answer when every family was left out.
    static let noFamilies = "no family is left once those with a missing value are left out"
    /// Why records form no classes with wildcards.
    static let overlappingClasses = "with missing values as wildcards a record matches several classes"

    let source: String
    let quasiIdentifiers: [String]
    let missing: MissingSemantics
    /// The mark of a synthetic register's file; `nil` for data that are not known to be made up.
    var synthetic: SyntheticMark?
    /// The data of a cluster that counted; `nil` when this machine did.
    var cluster: SparkSource?

    /// The source for a title.
    var name: String {
        if source == "-" { return "standard input" }
        return synthetic == nil ? source : source + " (synthetic)"
    }

    /// The missing-value semantics, the mark of synthetic data, and the cluster's data, as answers have them.
    static let shape = Shape<Subject>(
        .value(.missing) { $0.missing.name },
        .value(ifAny: .alphaOfWildcards) { subject in
            if case .wildcard(let alpha) = subject.missing { PlainNumber(alpha) } else { nil }
        },
        .members(SyntheticMark.shape) { $0.synthetic },
        .object(ifAny: .engine, SparkSource.shape) { $0.cluster })

    /// What a reader should know of the data: that they are made up, where they are.
    var syntheticNotes: [String] { Self.notes(synthetic) }

    /// What a reader should know of the data and of who counted them.
    var dataNotes: [String] {
        guard let cluster else { return syntheticNotes }
        let data: String
        switch cluster {
        case .table(let table): data = "the table \(table)"
        case .files(let files): data = "the files \(files.path)"
        }
        return [
            "Counted by Spark from \(data) of its cluster, where values are compared as text; only class sizes came back."
        ]
    }

    /// What a reader should know of data with a mark.
    static func notes(_ mark: SyntheticMark?) -> [String] {
        guard let mark else { return [] }
        return [
            "Synthetic data: every pupil, family, address and school is made up (generator version "
                + "\(mark.version), seed \(mark.seed)). The figures are not about real people."
        ]
    }

    /// What the semantics mean, for a reader.
    var missingNote: String {
        switch missing {
        case .category: "Missing values: category. A missing value counts as a value like any other."
        case .exclude:
            "Missing values: exclude. Records with a missing value in a field of the combination are left out."
        case .wildcard(let alpha):
            "Missing values: wildcard, alpha \(Wording.plain(alpha)). A missing value agrees with every value, so a "
                + "record may match records of several classes; f is the weighted number of records that match it."
        }
    }
}

extension Subject {
    /// A file of this machine, or standard input, with its mark where it is made up; reads the register's manifest next to the file.
    init(of source: String, on fields: [String], missing: MissingSemantics) {
        self.init(
            source: source, quasiIdentifiers: fields, missing: missing,
            synthetic: source == "-" ? nil : SyntheticMark(ofFileAt: source))
    }
}

extension SyntheticMark {
    /// The mark as answers have it about made-up data; nothing without one.
    static let shape = Shape<SyntheticMark?>(.object(ifAny: .synthetic, parts) { $0 })

    /// What made the data up.
    static let parts = Shape<SyntheticMark>(
        .value(.registerSeed) { SeedNumber($0.seed) }, .value(.generatorVersion) { $0.version })
}

extension SparkSource {
    /// The engine and its data as answers have them.
    static let shape = Shape<SparkSource>(
        .value(.engineName) { _ in "spark" },
        .value(ifAny: .engineTable) { if case .table = $0 { $0.name } else { nil } },
        .value(ifAny: .engineFiles) { if case .files = $0 { $0.name } else { nil } })
}
