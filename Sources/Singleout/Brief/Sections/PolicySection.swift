import Briefing
import Disclosure

/// Whether the data meet the rules of the release.
struct PolicySection: BriefSection {
    func headlines(_ findings: BriefFindings) -> [Statement] {
        verdict(rules(findings)) + unjudged(findings)
    }

    /// That some rules were not judged, wherever others were.
    private func unjudged(_ findings: BriefFindings) -> [Statement] {
        let judged = Self.judged(findings)
        let names = findings.plan.analysis.rules.filter { !judged.contains($0) }.map(\.name)
        if names.isEmpty || rules(findings).isEmpty { return [] }
        return ["\(Wording.list(names)): not judged here; 'singleout check' judges every rule."]
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

    func section(_ findings: BriefFindings) -> Section? {
        let judged = rules(findings)
        if judged.isEmpty { return nil }
        let rows = judged.map { rule -> [Cell] in
            [
                .text(Self.title(rule.rule)), .text(rule.rule.shownLimit), .text(found(rule, findings)),
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
        return Section(
            "The rules of release", name: "policy",
            blocks: [
                .statement(
                    "The release names rules that must hold of its fields together. 'singleout check' is the gate."),
                .published(table),
            ] + unjudged(findings).map(Block.statement))
    }

    private func rules(_ findings: BriefFindings) -> [RuleFinding] {
        let rules = Self.judged(findings)
        if rules.isEmpty || !findings.hasWhole { return [] }
        return RuleEvidence.of(findings.lattice.entries[findings.whole].histogram).judge(rules)
    }

    /// The rules about figures that a briefing counts and has a rule of protection for.
    private static func judged(_ findings: BriefFindings) -> [Rule] {
        findings.plan.analysis.rules.filter { ["k", "uniqueness", "highestRisk"].contains($0.figure) }
    }

    private static func title(_ rule: Rule) -> String {
        switch (rule.figure, rule.relation) {
        case ("k", .atLeast): "k, the smallest class, is at least"
        case ("uniqueness", .atMost): "Uniqueness is at most"
        case ("highestRisk", .atMost): "The highest risk of a record is at most"
        default: "\(rule.ruled.figure.label) is \(rule.relation.words)"
        }
    }

    /// What was found, as it may be published.
    private func found(_ rule: RuleFinding, _ findings: BriefFindings) -> String {
        let whole = findings.whole
        let k = findings.publisher.k(findings.lattice.entries[whole].histogram)
        switch rule.rule.figure {
        case "k": return k.text
        case "uniqueness": return findings.uniqueness(whole).text
        default:
            if case .integer(let size) = k, size > 0 { return NumberText.share(1 / Double(size)) }
            return k.text
        }
    }
}
