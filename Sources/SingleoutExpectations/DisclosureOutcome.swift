/// What became of one rule: whether it is met, and a message with fields, figures and numbers of records, never values.
public struct DisclosureOutcome: Sendable, Hashable, CustomStringConvertible {
    /// The rule.
    public let rule: DisclosureRule
    /// The figure found, of the kind that the rule limits; `nil` without records.
    public let found: Double?
    /// Whether the rule is met; without records nothing shows that it is.
    public let isMet: Bool
    /// The records behind a rule that is not met; 0 when it is met.
    public let recordsAffected: Int
    /// The records that were counted.
    public let records: Int
    /// What was found, expected and how many records it concerns, in one sentence.
    public let message: String

    /// The message.
    public var description: String { message }
}
