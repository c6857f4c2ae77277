import Briefing
import Disclosure

/// Whether the data meet the rules of the release.
struct PolicySection: BriefSection {
    /// The figures that a briefing has a rule of protection for.
    private static let published: Set<String> = ["k", "uniqueness", "highestRisk"]

    func headlines(_ findings: BriefFindings) -> [Statement] {
        let verdicts = findings.rules.map { verdict($0, findings) }
        if verdicts.isEmpty { return [] }
        let (met, missed) = (verdicts.count { $0 == true }, verdicts.count { $0 == false })
        let withheld = verdicts.count - met - missed
        let many = Wording.count(verdicts.count, "stated rule")
        let why = "as it could reveal more than the published counts do; 'singleout check' shows it."
        if withheld == verdicts.count {
            return [
                "Whether the data meet the \(verdicts.count == 1 ? "stated rule" : many) for release is withheld, \(why)"
            ]
        }
        if withheld > 0 {
            let (some, none) = (NumberText.integer(met), NumberText.integer(missed))
            return [
                """
                Of the \(many) for release, \(some) \(met == 1 ? "is" : "are") met and \(none) \
                \(missed == 1 ? "is" : "are") not. The verdict on the \(withheld == 1 ? "other" : "other \(withheld)") is withheld, \
                \(why)
                """
            ]
        }
        if verdicts.count == 1 { return ["The data \(missed == 0 ? "meet" : "fail") the stated rule for release."] }
        switch missed {
        case 0:
            return [
                "The data meet \(verdicts.count == 2 ? "both" : "all \(NumberText.integer(verdicts.count))") stated rules for release."
            ]
        case verdicts.count:
            return [
                "The data fail \(verdicts.count == 2 ? "both" : "all \(NumberText.integer(verdicts.count))") stated rules for release."
            ]
        default:
            return ["The data fail \(NumberText.integer(missed)) of the \(many) for release."]
        }
    }

    func section(_ findings: BriefFindings) -> Section? {
        if findings.rules.isEmpty { return nil }
        let rows = findings.rules.map { rule -> [Cell] in
            [
                .text(rule.rule.title), .text(rule.rule.shownLimit), .text(found(rule, findings)),
                verdict(rule, findings).map { .text($0 ? "met" : "not met") } ?? .symbol(.confidential),
            ]
        }
        let table = PublishedTable(
            name: "policy", title: "The rules for release",
            base: findings.hasWhole ? findings.wholeBase : findings.base,
            unit: "as stated", source: findings.source,
            notes: findings.controlNotes + meanings(findings.rules) + reasons(findings),
            columns: [
                Figure.rule.words(), Figure.limit.words(), Figure.found.words(), Figure.ruleResult.words(),
            ], rows: rows)
        return Section(
            "The rules for release", name: "policy",
            blocks: [
                .statement("These rules were stated for a release of the data. 'singleout check' tests them."),
                .published(table),
            ])
    }

    /// Whether a rule is met, as it may be published: where small counts are protected, only what the published counts say by
    /// themselves. Verdicts on several limits would otherwise close in on a figure that is withheld.
    private func verdict(_ rule: RuleFinding, _ findings: BriefFindings) -> Bool? {
        if findings.terms.rule == nil { return rule.isMet }
        if !findings.hasWhole { return nil }
        let (whole, publisher) = (findings.whole, findings.publisher)
        let k = publisher.k(findings.lattice.entries[whole].histogram)
        return publisher.verdict(rule.rule, by: findings.figures[whole], k: k)
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
        if findings.terms.rule != nil { return [] }
        return findings.rules.compactMap { rule in
            rule.reason.map { "\(rule.rule.name): nothing shows that it is met, as \($0)." }
        }
    }

    /// What was found, as it may be published: no test has shown of other figures that they give nothing away.
    private func found(_ rule: RuleFinding, _ findings: BriefFindings) -> String {
        if findings.terms.rule == nil { return PolicyFindings.found(rule) ?? Cell.missing(reason: "").text }
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
