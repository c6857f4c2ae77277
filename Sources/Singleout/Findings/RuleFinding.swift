/// One rule of a release policy against what was found.
public struct RuleFinding: Codable, Hashable, Sendable {
    /// The rules that can be checked; the raw value is the rule's key in a release file.
    public enum Rule: String, Codable, Hashable, Sendable, CaseIterable {
        /// The smallest class has at least so many records.
        case minK
        /// At most this share of records is alone in its class.
        case maxUniqueness
        /// The highest prosecutor risk 1/f does not exceed this.
        case maxRisk
    }

    /// The rule.
    public let rule: Rule
    /// What the policy states.
    public let limit: Double
    /// What was found; `nil` without records.
    public let found: Double?
    /// Whether the rule is met; without records nothing shows that it is.
    public let isMet: Bool
    /// The records behind a rule that is not met: those in classes below `limit`, alone in their class, or with a risk
    /// above it; 0 when it is met.
    public let recordsAffected: Int

    /// How far the figure found is on the wrong side of the limit, 0 when it is not; `nil` without records.
    public var excess: Double? {
        found.map { isMet ? 0 : (rule == .minK ? limit - $0 : $0 - limit) }
    }
}
