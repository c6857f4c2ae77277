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
    public private(set) var rules: [RuleFinding]

    /// The paths of the answers that no figure may be worse than.
    private(set) var baselines: [String] = []
    /// The rules that these answers make, as written; some may have been stated too.
    private(set) var former: Set<String> = []
    /// The rules that were stated, as written; all of them without such answers.
    private(set) var stated: Set<String> = []

    /// Whether every rule is met.
    public var isMet: Bool { rules.allSatisfy(\.isMet) }

    /// Judges what was measured.
    init(subject: Subject, evidence: RuleEvidence, excluded: Int?, rules: [Rule]) {
        self.subject = subject
        self.excluded = excluded
        records = evidence.figures.records
        self.rules = evidence.judge(rules)
    }

    /// The same with what each figure depends on.
    func choosing(_ choice: (Rule) -> String?) -> PolicyFindings {
        var findings = self
        for number in rules.indices { findings.rules[number].choice = choice(rules[number].rule) }
        return findings
    }

    /// The same with the answers that made some of the rules.
    func against(_ baselines: [String], _ former: [Rule], beside stated: [Rule]) -> PolicyFindings {
        var findings = self
        findings.baselines = baselines
        findings.former = Set(former.map(\.description))
        findings.stated = Set(stated.map(\.description))
        return findings
    }

    /// What the JSON output holds.
    package static let shape = Shape<PolicyFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .value(.met) { $0.isMet },
        .value(ifAny: .formerAnswers) { $0.baselines.isEmpty ? nil : $0.baselines },
        .list(.rules, ruleShape) { $0.rules })

    /// Why the answer has no records behind a rule that is not met.
    static let ofNoRecords = "the figure does not say which records are behind it"

    private static let ruleShape = Shape<RuleFinding>(
        .value(.rule) { $0.rule.name },
        .value(.ruleFigure) { $0.rule.figure },
        .value(ifAny: .ruleField) { $0.rule.field },
        .value(ifAny: .l) { $0.rule.l },
        .value(ifAny: .ruleChoice) { $0.choice },
        .value(.relation) { $0.rule.relation.rawValue },
        .value(.limit) { PlainNumber($0.limit) },
        .value(.found, because: { $0.reason ?? "" }) { $0.found.map(PlainNumber.init) },
        .value(.ruleMet) { $0.isMet },
        .value(.excess, because: { $0.reason ?? "" }) { $0.excess.map(PlainNumber.init) },
        .value(.recordsAffected, or: ofNoRecords) { $0.recordsAffected })

    /// The CSV output: a row per rule.
    public var rows: Tabulation? {
        func number(_ value: Double?, or reason: String?) -> Cell {
            guard let value else { return .missing(reason: reason ?? "") }
            return Int(exactly: value).map(Cell.integer) ?? .real(value, decimals: 6)
        }
        return Tabulation(
            columns: [
                Figure.rule.words(), Figure.limit.column(), Figure.found.column(), Figure.ruleMet.words(),
                Figure.excess.column(), Figure.recordsAffected.column(), Figure.rowReason.words(),
            ],
            rows: rules.map {
                [
                    .text($0.rule.name), number($0.limit, or: nil), number($0.found, or: $0.reason),
                    .text($0.isMet ? "true" : "false"), number($0.excess, or: $0.reason),
                    $0.recordsAffected.map(Cell.integer) ?? .missing(reason: Self.ofNoRecords), .text($0.reason ?? ""),
                ]
            })
    }

    /// The rules as test results: one case per rule.
    package var testReport: TestReport {
        TestReport(
            name: "singleout.check",
            cases: rules.map { TestReport.Case($0.rule.name, failure: $0.isMet ? nil : failure($0)) })
    }
}
