/// A rule that the records of a file must meet on some fields that an intruder could know.
public enum DisclosureRule: Sendable, Hashable {
    /// Every class has at least so many records; at least 1.
    case kAnonymity(atLeast: Int)
    /// At most this share of the records is alone in its class; in `[0, 1]`.
    case uniqueness(atMost: Double)
    /// The risk 1/f of no record is higher; in `(0, 1]`.
    case risk(atMost: Double)
    /// Every class has at least so many different values of a sensitive field (distinct l-diversity); at least 1.
    case distinctDiversity(atLeast: Int, of: String)
    /// The exponential of the entropy of a sensitive field is in every class at least this (entropy l-diversity); at least 1.
    case entropyDiversity(atLeast: Double, of: String)
    /// The values of a sensitive field are in every class spread as in the file up to this earth mover's distance, all values
    /// being equally far apart (t-closeness); in `[0, 1]`.
    case closeness(atMost: Double, of: String)

    /// The sensitive field that the rule is about, if it is about one.
    public var sensitiveField: String? {
        switch self {
        case .kAnonymity, .uniqueness, .risk: nil
        case .distinctDiversity(_, let field), .entropyDiversity(_, let field), .closeness(_, let field): field
        }
    }

    /// What the limit must be; `nil` when it is that.
    var limitExpected: String? {
        switch self {
        case .kAnonymity(let limit), .distinctDiversity(let limit, _): limit >= 1 ? nil : "a number of at least 1"
        case .entropyDiversity(let limit, _): limit >= 1 && limit.isFinite ? nil : "a number of at least 1"
        case .uniqueness(let limit), .closeness(let limit, _): (0...1).contains(limit) ? nil : "a number from 0 to 1"
        case .risk(let limit): limit > 0 && limit <= 1 ? nil : "a number above 0 and up to 1"
        }
    }

    /// The rule's name for messages.
    var name: String {
        switch self {
        case .kAnonymity: "k-anonymity"
        case .uniqueness: "uniqueness"
        case .risk: "risk"
        case .distinctDiversity: "distinct diversity"
        case .entropyDiversity: "entropy diversity"
        case .closeness: "closeness"
        }
    }
}
