/// One rule against what was found.
public struct RuleFinding: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// What was found; `nil` without an answer.
    public let found: Double?
    /// Why the answer has no answer; `nil` where there is one.
    public let reason: String?
    /// Whether the rule is met; where nothing was found nothing shows that it is.
    public let isMet: Bool
    /// The records behind a rule that is not met, such as those in classes that are too small; 0 when it is met, `nil` where the figure
    /// is of no records.
    public let recordsAffected: Int?

    /// What the figure depends on in addition to the file; `nil` where it is nothing.
    package internal(set) var choice: String?

    /// What the rule asks for.
    public var limit: Double { rule.limit }

    /// How far the figure found is on the wrong side of the limit, 0 when it is not; `nil` where nothing was found.
    public var excess: Double? {
        found.map { isMet ? 0 : abs($0 - rule.limit) }
    }
}
