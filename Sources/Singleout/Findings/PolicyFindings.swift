public import Briefing
import Disclosure

/// What `check` finds: whether a file meets its release policy, rule by rule.
public struct PolicyFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.check/1"

    let subject: Subject
    /// The records that were counted; those left out are not among them.
    public let records: Int
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// The rules that the policy states, at least one.
    public let rules: [RuleFinding]

    /// The keys of rules that the policy states and that were not judged.
    var unjudged: [String] = []

    /// Whether every rule that was judged is met.
    public var isMet: Bool { rules.allSatisfy(\.isMet) }

    /// Judges a combination's figures.
    ///
    /// - Parameter recordsWhere: The number of records whose f has a property.
    init(
        subject: Subject, figures: CombinationFigures, excluded: Int?, rules: PolicyRules,
        recordsWhere: ((Double) -> Bool) -> Int
    ) {
        self.subject = subject
        self.excluded = excluded
        records = figures.records
        var found: [RuleFinding] = []
        if let limit = rules.minK.map(Double.init) {
            found.append(
                RuleFinding(
                    rule: .minK, limit: limit, found: figures.k, isMet: figures.k.map { $0 >= limit } ?? false,
                    recordsAffected: recordsWhere { $0 < limit }))
        }
        if let limit = rules.maxUniqueness {
            let isMet = figures.uniqueness.map { $0 <= limit } ?? false
            found.append(
                RuleFinding(
                    rule: .maxUniqueness, limit: limit, found: figures.uniqueness,
                    isMet: isMet, recordsAffected: isMet ? 0 : figures.uniques))
        }
        if let limit = rules.maxRisk {
            found.append(
                RuleFinding(
                    rule: .maxRisk, limit: limit, found: figures.k.map { 1 / $0 },
                    isMet: figures.k.map { 1 / $0 <= limit } ?? false, recordsAffected: recordsWhere { 1 / $0 > limit })
            )
        }
        self.rules = found
    }

    /// What the JSON output holds.
    public static let shape = Shape<PolicyFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .value(.met) { $0.isMet },
        .value(ifAny: .unjudged) { $0.unjudged.isEmpty ? nil : $0.unjudged },
        .list(.rules, ruleShape) { $0.rules })

    private static let ruleShape = Shape<RuleFinding>(
        .value(.rule) { $0.rule.rawValue },
        .value(.limit) { PlainNumber($0.limit) },
        .value(.found, or: Subject.noRecords) { $0.found.map(PlainNumber.init) },
        .value(.ruleMet) { $0.isMet },
        .value(.excess, or: Subject.noRecords) { $0.excess.map(PlainNumber.init) },
        .value(.recordsAffected) { $0.recordsAffected })

    /// The CSV output: a row per rule.
    public var tabulation: Tabulation {
        func number(_ value: Double?) -> Cell {
            guard let value else { return .missing(reason: Subject.noRecords) }
            return Int(exactly: value).map(Cell.integer) ?? .real(value, decimals: 6)
        }
        return Tabulation(
            columns: [
                .text("Rule", key: "rule"), .number("Limit", key: "limit"), .number("Found", key: "found"),
                .text("Met", key: "met"), .number("Excess", key: "excess"),
                .number("Records affected", key: "recordsAffected"),
            ],
            rows: rules.map {
                [
                    .text($0.rule.rawValue), number($0.limit), number($0.found), .text($0.isMet ? "true" : "false"),
                    number($0.excess), .integer($0.recordsAffected),
                ]
            })
    }

    /// The rules as test results: one case per rule.
    public var testReport: TestReport {
        TestReport(
            name: "singleout.check",
            cases: rules.map { TestReport.Case($0.rule.rawValue, failure: $0.isMet ? nil : failure($0)) })
    }
}
