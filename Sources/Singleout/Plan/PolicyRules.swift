/// The rules that a file must meet; a rule that is `nil` is not part of the policy.
public struct PolicyRules: Codable, Hashable, Sendable {
    /// The fewest records of a class, at least 1.
    public let minK: Int?
    /// The largest share of records that may be alone in their class, in `[0, 1]`.
    public let maxUniqueness: Double?
    /// The highest prosecutor risk 1/f that a record may have, in `(0, 1]`.
    public let maxRisk: Double?

    /// Rules within their ranges.
    public init(minK: Int? = nil, maxUniqueness: Double? = nil, maxRisk: Double? = nil) {
        precondition(minK ?? 1 >= 1, "k is at least 1")
        precondition((0...1).contains(maxUniqueness ?? 0), "a uniqueness is in [0, 1]")
        precondition(maxRisk ?? 1 > 0 && maxRisk ?? 1 <= 1, "a risk is in (0, 1]")
        self.minK = minK
        self.maxUniqueness = maxUniqueness
        self.maxRisk = maxRisk
    }

    /// Whether there is no rule at all.
    public var isEmpty: Bool { minK == nil && maxUniqueness == nil && maxRisk == nil }
}
