public import Counting

/// The names of the missing-value semantics, as flags and release files write them.
public enum MissingName: String, Codable, Hashable, Sendable, CaseIterable {
    /// A missing value is a value like any other.
    case category
    /// A missing value agrees with every value.
    case wildcard
    /// A record with a missing value is left out.
    case exclude

    /// The semantics of the name.
    ///
    /// - Parameter alpha: The weight of matching records that lack a value, in `[0, 1]`; only wildcards use it.
    public func semantics(alpha: Double) -> MissingSemantics {
        switch self {
        case .category: .category
        case .wildcard: .wildcard(alpha: alpha)
        case .exclude: .exclude
        }
    }
}
