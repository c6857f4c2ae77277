import Singleout

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
    /// Any rule that `singleout check --require` takes about a file alone, such as `alpha(diagnosis)<=0.5`.
    case require(String)

    /// The rule as `check` has it.
    ///
    /// - Throws: `DisclosureRuleError` for a text that is no rule, and a limit outside its range.
    func rule() throws(DisclosureRuleError) -> Rule {
        switch self {
        case .kAnonymity(let limit): return try Self.rule("k", .atLeast, Double(limit), name, from: 1)
        case .uniqueness(let limit): return try Self.rule("uniqueness", .atMost, limit, name, upTo: 1)
        case .risk(let limit):
            return try Self.rule("highestRisk", .atMost, limit, name, from: .leastNonzeroMagnitude, upTo: 1)
        case .distinctDiversity(let limit, let field):
            return try Self.rule("l", .atLeast, Double(limit), name, of: field, from: 1)
        case .entropyDiversity(let limit, let field):
            return try Self.rule("entropyL", .atLeast, limit, name, of: field, from: 1)
        case .closeness(let limit, let field): return try Self.rule("t", .atMost, limit, name, of: field, upTo: 1)
        case .require(let text):
            let rule: Rule
            do throws(RuleError) {
                rule = try Rule(text)
            } catch {
                throw .noRule(expected: error.expectation)
            }
            if !rule.ruled.isOfTable { throw .notOfTable(rule.subject) }
            return rule
        }
    }

    private static func rule(
        _ figure: String, _ relation: Rule.Relation, _ limit: Double, _ name: String, of field: String? = nil,
        from least: Double = 0, upTo most: Double = .greatestFiniteMagnitude
    ) throws(DisclosureRuleError) -> Rule {
        if limit >= least, limit <= most { return Rule(figure, of: field, relation, limit) }
        let expected =
            most == 1
            ? least == 0 ? "a number from 0 to 1" : "a number above 0 and up to 1" : "a number of at least 1"
        throw .limitOutOfRange(rule: name, expected: expected)
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
        case .require(let text): text
        }
    }
}
