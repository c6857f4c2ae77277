import Disclosure

/// What `across` finds: which records of a file have their like in others, and who becomes unique only after the join.
public struct AcrossFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.across/1"
    /// The rows of a table that is made for people, unless said otherwise.
    public static let rowsShown = 20

    static let noTruth = "no field that identifies persons was given with --truth-field"
    static let noneToCheck = "no unique match has an identifier on both sides"
    static let severalFiles = "the risk of being looked up is one of a single other file"

    let subject: Subject
    /// The number of records of A.
    public let records: Int
    /// The field that names persons.
    public let truth: String?
    /// The risk above which a record is at risk.
    public let threshold: Double
    /// A with each other file, and with three or more files A with all others together.
    public let comparisons: [AcrossComparison]
    /// The maximum number of combinations of each comparison; `nil` for what suits the format.
    public let top: Int?

    /// Records left out of a combination because a value is missing; `nil` unless the semantics leave records out.
    func excluded(_ entry: MatchLattice.Entry) -> Int? {
        subject.missing == .exclude ? records - entry.figures.records : nil
    }

    /// Why the answer has no risk of being looked up.
    func lookupReason(_ comparison: AcrossComparison) -> String {
        comparison.files.count > 1 ? Self.severalFiles : Subject.noRecords
    }

    /// Why nothing is said about the join.
    var nothingAdded: String {
        subject.cluster == nil
            ? "the other file has no field that the first one lacks"
            : "no field that the join adds was given with --adding"
    }
}
