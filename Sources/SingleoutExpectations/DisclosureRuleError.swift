public import ErrorReports

/// Why rules say nothing as they are stated.
public enum DisclosureRuleError: Error, Hashable, Sendable {
    /// No rule: nothing would be tested.
    case noRules
    /// The limit of a rule is outside its range.
    case limitOutOfRange(rule: String, expected: String)
    /// A text is no rule.
    case noRule(expected: String)
    /// A rule is about a figure that takes more than a table, such as a population.
    case notOfTable(String)
    /// A sensitive field is among the fields that an intruder knows.
    case sensitiveFieldKnown(String)
}

extension DisclosureRuleError: Reported {
    /// What was asked, and what to do instead.
    public var report: ErrorReport {
        switch self {
        case .noRules:
            .usage(
                "expectation.no-rules", "No rule to expect is given.",
                "use at least one, such as .kAnonymity(atLeast: 5).")
        case .limitOutOfRange(let rule, let expected):
            .usage("expectation.limit-out-of-range", "The limit of \(rule) must be \(expected).")
        case .noRule(let expected): .usage("expectation.no-rule", "A rule needs \(expected).")
        case .notOfTable(let figure):
            .usage(
                "expectation.not-of-table", "\(figure) takes more than a table.",
                "ask for it in the policy of a release, with expectPolicyMet(byRelease:).")
        case .sensitiveFieldKnown(let field):
            .usage(
                "expectation.sensitive-field-known", "The field '\(field)' is both known and sensitive.",
                "leave it out of one of the two.", at: .init(field: field))
        }
    }
}
