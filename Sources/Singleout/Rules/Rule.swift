internal import Microdata

/// What a file must meet: a figure, how it compares, and the limit.
///
/// Written as `k>=5`, `uniqueness<=0.01`, `l(diagnosis)>=2`, `recursiveC(diagnosis,3)<=4`.
public struct Rule: Codable, Hashable, Sendable, CustomStringConvertible {
    /// How a figure compares with its limit.
    public enum Relation: String, Codable, Hashable, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"

        /// Whether a figure is its limit: sums of fractions are a little off, so that 3/10 is found as 0.30000000000000004.
        static func isEqual(_ found: Double, _ limit: Double) -> Bool {
            abs(found - limit) <= 1e-12 * abs(limit) + 1e-15
        }

        /// Whether it holds.
        public func holds(_ found: Double, _ limit: Double) -> Bool {
            let isEqual = Self.isEqual(found, limit)
            return switch self {
            case .atLeast: found >= limit || isEqual
            case .atMost: found <= limit || isEqual
            case .above: found > limit && !isEqual
            case .below: found < limit && !isEqual
            }
        }

        /// Whether it keeps a figure from being higher.
        var isUpper: Bool { self == .atMost || self == .below }

        /// In words: `at least`.
        package var words: String {
            switch self {
            case .atLeast: "at least"
            case .atMost: "at most"
            case .above: "above"
            case .below: "below"
            }
        }
    }

    /// The name of the figure, one of `RuledFigure.all`.
    public let figure: String
    /// The sensitive field that the figure is of, where it is of one.
    public let field: String?
    /// l of recursive (c,l)-diversity; `nil` for other figures.
    public let l: Int?
    /// How the figure compares with the limit.
    public let relation: Relation
    /// What the figure is compared with.
    public let limit: Double
    /// The key of a policy that states the rule; `nil` where it was stated as a text.
    public let key: String?

    package init(
        _ figure: String, of field: String? = nil, l: Int? = nil, _ relation: Relation, _ limit: Double,
        key: String? = nil
    ) {
        (self.figure, self.field, self.l) = (figure, field, l)
        (self.relation, self.limit, self.key) = (relation, limit, key)
    }

    /// The minimum class size (k).
    public static func minK(_ limit: Int) -> Rule { Rule("k", .atLeast, Double(limit), key: "minK") }

    /// At most this share of the records is alone in its class.
    public static func maxUniqueness(_ limit: Double) -> Rule {
        Rule("uniqueness", .atMost, limit, key: "maxUniqueness")
    }

    /// No record's prosecutor risk 1/f is higher.
    public static func maxRisk(_ limit: Double) -> Rule { Rule("highestRisk", .atMost, limit, key: "maxRisk") }

    /// The rate of re-identification stays below this.
    public static func maxRate(_ limit: Double) -> Rule { Rule("rate", .below, limit, key: "maxRate") }

    /// No household is unsafe: none has a higher risk.
    public static func householdThreshold(_ limit: Double) -> Rule {
        Rule("householdRisk", .atMost, limit, key: "householdThreshold")
    }

    /// Reads a rule.
    ///
    /// - Parameter text: A figure, with a field in brackets where it is of one, then `>=`, `<=`, `>` or `<`, and a number.
    /// - Throws: `RuleError` that says what was expected.
    public init(_ text: String) throws(RuleError) {
        guard let operatorStart = text.lastIndex(where: { "<>".contains($0) }) else { throw .noRelation }
        var rest = text[text.index(after: operatorStart)...]
        let isEqual = rest.first == "="
        if isEqual { rest = rest.dropFirst() }
        guard let relation = Relation(rawValue: String(text[operatorStart]) + (isEqual ? "=" : "")) else {
            throw .noRelation
        }
        let (ruled, field, l) = try Self.figure(String(text[..<operatorStart]))
        guard let limit = Double(decimal: NamePart.trimmed(String(rest))), ruled.limits.contains(limit) else {
            throw .limit(figure: ruled.name, expected: ruled.limits.expectation)
        }
        self.init(ruled.name, of: field, l: l, relation, limit)
    }

    /// Reads what a rule is about: `l(diagnosis)`.
    ///
    /// - Throws: `RuleError` that says what was expected.
    package static func figure(
        _ text: String
    ) throws(RuleError) -> (ruled: RuledFigure, field: String?, l: Int?) {
        let subject = NamePart.trimmed(text)
        var (name, argument) = (subject, String?.none)
        if subject.hasSuffix(")"), let open = subject.firstIndex(of: "(") {
            name = NamePart.trimmed(String(subject[..<open]))
            argument = String(subject[subject.index(after: open)...].dropLast())
        }
        guard let ruled = RuledFigure.named(name) else { throw .unknownFigure(name) }
        var (field, l) = (argument, Int?.none)
        if ruled.takesL {
            guard let comma = argument?.lastIndex(of: ","), let argument,
                let number = Int(NamePart.trimmed(String(argument[argument.index(after: comma)...]))),
                ruled.lRange.contains(number)
            else { throw .needsFieldAndL(ruled.name, ruled.lRange) }
            (field, l) = (String(argument[..<comma]), number)
        }
        if ruled.isOfField, field.map({ fields(of: ruled, in: $0).contains("") }) ?? true {
            throw .needsField(ruled.name)
        }
        if !ruled.isOfField, field != nil { throw .takesNoField(ruled.name) }
        return (ruled, field, l)
    }

    /// The sensitive fields that the figure is of: one, several or none.
    package var fields: [String] { field.map { Self.fields(of: ruled, in: $0) } ?? [] }

    /// The names that a figure is of, from the text in its brackets.
    package static func fields(of ruled: RuledFigure, in text: String) -> [String] {
        guard ruled.takesFields else { return [text] }
        return (NamePart.parts(of: text, separators: [","]) ?? []).map { $0.quoted ?? NamePart.trimmed($0.text) }
    }

    /// The text in the brackets of a figure of several fields.
    static func list(_ fields: [String]) -> String {
        fields.map { name in
            let isPlain = !name.contains { [",", "\""].contains($0) } && name == NamePart.trimmed(name)
            return isPlain ? name : NamePart.quoted(name)
        }.joined(separator: ",")
    }

    /// Rules without those that ask for what one before them asks for.
    static func each(of rules: [Rule]) -> [Rule] {
        var asked: Set<String> = []
        return rules.filter { asked.insert($0.description).inserted }
    }

    /// The figure that the rule is about.
    package var ruled: RuledFigure {
        guard let ruled = RuledFigure.named(figure) else { preconditionFailure("there is no figure \(figure)") }
        return ruled
    }

    /// The rule as a table names it, without its limit: `Uniqueness at most`.
    var title: String {
        switch (figure, relation) {
        case ("k", .atLeast): "Smallest class, k, at least"
        case ("highestRisk", .atMost): "Highest prosecutor risk, 1/k, at most"
        default: "\(ruled.figure.label)\(ofField) \(relation.words)"
        }
    }

    /// The field that the figure is of, in words: ` of diagnosis`, and nothing for others.
    var ofField: String { (fields.isEmpty ? "" : " of \(Wording.list(fields))") + (l.map { " for l = \($0)" } ?? "") }

    /// The limit for a reader: a share in per cent.
    var shownLimit: String { ruled.isShare ? Wording.stated(limit) : Wording.plain(limit) }

    /// What the rule is about: `l(diagnosis)`.
    public var subject: String {
        guard let field else { return figure }
        return "\(figure)(\(field)\(l.map { ",\($0)" } ?? ""))"
    }

    /// The rule's name in answers: its key in a policy, else the rule itself.
    public var name: String { key ?? description }

    /// The rule as it can be read again.
    public var description: String {
        "\(subject)\(relation.rawValue)" + (Int(exactly: limit).map(String.init) ?? "\(limit)")
    }
}
