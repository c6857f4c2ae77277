/// The shorthand of official statistics for a number that is not shown.
///
/// Source: Government Analysis Function, Using symbols and shorthand in published statistics; Department for Education,
/// explore education statistics data files.
public enum Symbol: String, Sendable, Hashable, CaseIterable {
    /// Confidential: suppressed, so that no one is disclosed.
    case confidential = "c"
    /// Not applicable.
    case notApplicable = "z"
    /// Unavailable for another reason.
    case unavailable = "x"
    /// Rounds to 0 and is not 0.
    case low = "low"
    /// Of low reliability.
    case unreliable = "u"

    /// The symbol as a table shows it.
    public var shorthand: String { "[" + rawValue + "]" }

    /// What the symbol means, without its end.
    public var meaning: String {
        switch self {
        case .confidential: "confidential: withheld so that no person can be made out"
        case .notApplicable: "not applicable"
        case .unavailable: "not available: it was not counted"
        case .low: "rounds to 0 and is not 0"
        case .unreliable: "of low reliability"
        }
    }
}
