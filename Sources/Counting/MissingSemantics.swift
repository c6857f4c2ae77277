/// What a missing value means when records are compared. Every output names the one that was used.
public enum MissingSemantics: Sendable, Hashable {
    /// A missing value is a value like any other: two missing values agree.
    case category
    /// A record with a missing value in any field of the combination is left out of that combination, and counted.
    case exclude
    /// A missing value agrees with every value. `alpha` in `[0, 1]` weighs the records with a missing value that match.
    case wildcard(alpha: Double)

    /// The name used on the command line and in outputs.
    public var name: String {
        switch self {
        case .category: "category"
        case .exclude: "exclude"
        case .wildcard: "wildcard"
        }
    }
}
