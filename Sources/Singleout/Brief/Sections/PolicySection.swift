import Briefing
import Disclosure

/// Whether the data meet the rules of the release.
struct PolicySection: BriefSection {
    /// The figures that a briefing has a rule of protection for.
    private static let published: Set<String> = ["k", "uniqueness", "highestRisk"]

    func headlines(_ findings: BriefFindings) -> [Statement] { verdict(findings.rules) }

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
        if findings.rules.isEmpty { return nil }
        let rows = findings.rules.map { rule -> [Cell] in
            [
                .text(rule.rule.title), .text(rule.rule.shownLimit), .text(found(rule, findings)),
                .text(rule.isMet ? "met" : "not met"),
            ]
        }
        let table = PublishedTable(
            name: "policy", title: "The rules of release", base: findings.hasWhole ? findings.wholeBase : findings.base,
            unit: "as stated", source: findings.source,
            notes: findings.controlNotes + meanings(findings.rules) + reasons(findings),
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
            ])
    }

    /// What the figures are that a briefing does not say elsewhere.
    private func meanings(_ rules: [RuleFinding]) -> [String] {
        var meant: Set<String> = []
        return rules.map(\.rule.ruled).filter { !Self.published.contains($0.name) && meant.insert($0.name).inserted }
            .map {
                "\($0.figure.label): \($0.figure.definition)"
            }
    }

    /// Why nothing was found, where that may be published.
    private func reasons(_ findings: BriefFindings) -> [String] {
        if findings.plan.rule != nil { return [] }
        return findings.rules.compactMap { rule in
            rule.reason.map { "\(rule.rule.name): nothing shows that it is met, as \($0)." }
        }
    }

    /// What was found, as it may be published: no test has shown of other figures that they give nothing away.
    private func found(_ rule: RuleFinding, _ findings: BriefFindings) -> String {
        if findings.plan.rule == nil { return PolicyFindings.found(rule) ?? Cell.missing(reason: "").text }
        guard findings.hasWhole, Self.published.contains(rule.rule.figure) else { return Symbol.confidential.shorthand }
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
