/// What adjusted comparisons explain.
public enum AdjustedOutcome: String, Codable, Sendable, Hashable, CaseIterable {
    /// The record is alone in its class.
    case unique
    /// The risk of the record exceeds the threshold.
    case atRisk

    /// The place of the outcome among those of classes.
    var place: Int {
        switch self {
        case .atRisk: 1
        case .unique: 2
        }
    }
}
