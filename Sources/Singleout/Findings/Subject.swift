import Briefing
import Disclosure

/// What was analysed: the file, its fields and how missing values were taken; every output names it.
struct Subject: Sendable, Hashable {
    /// Why a figure has no answer when every record was left out.
    static let noRecords = "no record is left once those with a missing value are left out"

    let source: String
    let quasiIdentifiers: [String]
    let missing: MissingSemantics

    /// The source for a title.
    var name: String { source == "-" ? "standard input" : source }

    /// The missing-value semantics, as members of a JSON object.
    var missingMembers: [JSONValue.Member] {
        guard case .wildcard(let alpha) = missing else { return [.init("missing", .string(missing.name))] }
        return [.init("missing", .string(missing.name)), .init("alpha", .number(alpha))]
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
