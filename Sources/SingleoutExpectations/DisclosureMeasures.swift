import Counting
import Microdata
import Singleout

/// The classes that a table's records make on some fields, ready to be compared with rules.
struct DisclosureMeasures {
    let table: Table
    let fields: [String]
    let missing: MissingSemantics

    /// What becomes of each rule.
    ///
    /// - Parameters:
    ///   - rules: As they were stated.
    ///   - asked: The same as `check` has them.
    func outcomes(_ rules: [DisclosureRule], _ asked: [Rule]) throws -> [DisclosureOutcome] {
        let evidence = try RuleEvidence(
            of: table, on: fields, sensitive: asked.flatMap(\.fields), missing: missing)
        return zip(rules, evidence.judge(asked)).map { stated, finding in
            let records = evidence.records(for: finding.rule)
            return DisclosureOutcome(
                rule: stated, found: finding.found, isMet: finding.isMet, recordsAffected: finding.recordsAffected ?? 0,
                records: records,
                message: place + text(stated, finding, records) + ".")
        }
    }

    private func text(_ stated: DisclosureRule, _ finding: RuleFinding, _ records: Int) -> String {
        guard let found = finding.found else {
            let reason = records == 0 ? "no record was counted" : finding.reason ?? ""
            return "\(reason), so nothing shows that the \(stated.name) is as expected"
        }
        let rule = finding.rule
        let affected = finding.recordsAffected.map { Figures.share($0, of: records) }
        switch stated {
        case .kAnonymity(let limit):
            return "the smallest class has \(Figures.count(found)) where at least \(Figures.integer(limit)) "
                + "\(limit == 1 ? "was" : "were") expected; \(affected ?? "") are in classes that are too small"
        case .uniqueness(let limit):
            let uniques = Figures.share(Int((found * Double(records)).rounded()), of: records)
            return "\(uniques) are alone in their class where at most a share of \(limit) was "
                + "expected, which is \(Figures.integer(RecodingTarget(uniqueness: limit).uniquesLimit(of: records)))"
        case .risk(let limit):
            return
                "the highest risk is \(found) where at most \(limit) was expected; \(affected ?? "") have a higher one"
        case .distinctDiversity(_, let field):
            return missed("the number of different values of \(field) in the worst class", rule, found, affected)
        case .entropyDiversity(_, let field):
            return missed("l of the entropy of \(field) in the worst class", rule, found, affected)
        case .closeness(_, let field):
            return missed("the distance t of \(field) in the worst class", rule, found, affected)
        case .require: return missed(rule.subject, rule, found, affected)
        }
    }

    private func missed(_ what: String, _ rule: Rule, _ found: Double, _ affected: String?) -> String {
        "\(what) is \(Figures.plain(found)) where \(rule.relation.words) \(Figures.plain(rule.limit)) was expected"
            + (affected.map { "; \($0) are in classes that miss it" } ?? "")
    }

    private var place: String { "\(table.source), on \(fields.joined(separator: ", ")): " }
}
