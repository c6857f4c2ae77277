import Briefing
import Disclosure

/// Whether the data meet the rules of the release.
struct PolicySection: BriefSection {
    func headlines(_ findings: BriefFindings) -> [Statement] {
        verdict(rules(findings)) + unjudged(findings)
    }

    /// That some rules were not judged, wherever others were.
    private func unjudged(_ findings: BriefFindings) -> [Statement] {
        let sentences = PolicyFindings.sentence(unjudged: findings.plan.analysis.release?.policy.unjudged ?? [])
        return rules(findings).isEmpty ? [] : sentences.map { "\($0)" }
    }

    private func verdict(_ judged: [RuleFinding]) -> [Statement] {
        if judged.isEmpty { return [] }
        let missed = judged.count { !$0.isMet }
        if judged.count == 1 { return ["The stated rule of release is \(missed == 0 ? "met" : "not met")."] }
        let many = Wording.count(judged.count, "stated rule")
        switch missed {
        case 0: return ["All \(many) of release are met."]
        case judged.count: return ["None of the \(many) of release is met."]
        default:
            return ["\(Wording.count(missed, "rule")) of the \(many) of release \(missed == 1 ? "is" : "are") not met."]
        }
    }

    func section(_ findings: BriefFindings) -> PublicationSection? {
        let judged = rules(findings)
        if judged.isEmpty { return nil }
        let rows = judged.map { rule -> [Cell] in
            [
                .text(Self.title(rule)), .text(Self.limit(rule)), .text(found(rule, findings)),
                .text(rule.isMet ? "met" : "not met"),
            ]
        }
        let table = PublishedTable(
            name: "policy", title: "The rules of release", base: findings.wholeBase, unit: "as stated",
            source: findings.source, notes: findings.controlNotes,
            columns: [
                .init("Rule", key: "rule", .text), .init("Limit", key: "limit", .text),
                .init("Found", key: "found", .text), .init("Result", key: "result", .text),
            ], rows: rows)
        return PublicationSection(
            name: "policy", heading: "The rules of release",
            parts: [
                .statement(
                    "The release names rules that must hold of its fields together. 'singleout check' is the gate."),
                .table(table),
            ] + unjudged(findings).map(Part.statement))
    }

    private func rules(_ findings: BriefFindings) -> [RuleFinding] {
        let rules = findings.plan.analysis.rules
        if rules.isEmpty || !findings.hasWhole { return [] }
        let histogram = findings.lattice.entries[findings.whole].histogram
        return PolicyFindings(
            subject: findings.subject, figures: CombinationFigures(histogram), excluded: nil, rules: rules
        ) { _ in 0 }.rules
    }

    private static func title(_ rule: RuleFinding) -> String {
        switch rule.rule {
        case .minK: "k, the smallest class, is at least"
        case .maxUniqueness: "Uniqueness is at most"
        case .maxRisk: "The highest risk of a record is at most"
        }
    }

    private static func limit(_ rule: RuleFinding) -> String {
        rule.rule == .minK ? NumberText.integer(Int(rule.limit)) : Wording.stated(rule.limit)
    }

    /// What was found, as it may be published.
    private func found(_ rule: RuleFinding, _ findings: BriefFindings) -> String {
        let whole = findings.whole
        let k = findings.publisher.k(findings.lattice.entries[whole].histogram)
        switch rule.rule {
        case .minK: return k.text
        case .maxUniqueness: return findings.uniqueness(whole).text
        case .maxRisk:
            if case .integer(let size) = k, size > 0 { return NumberText.share(1 / Double(size)) }
            return k.text
        }
    }
}
