import Briefing

/// What the words mean.
struct GlossarySection: BriefSection {
    func section(_ findings: BriefFindings) -> Section? {
        let definitions: [Block.Definition] = [
            .init("Combination", "A set of fields that someone could know of a person."),
            .init("Class", "Everyone in the data with the same values in all fields of a combination."),
            .init("Alone, unique", "The only one in a class: the combination points to one person."),
            .init("Uniqueness", "The share of \(findings.unit) that are alone in their class."),
            .init("k", "The size of the smallest class; every person shares the values with at least k - 1 others."),
            .init(
                "Fair share (Shapley value)",
                "What a field adds to uniqueness, averaged over all orders in which the fields could be added."),
        ]
        let symbols: [Block.Definition] =
            findings.terms.rule == nil
            ? []
            : Symbol.allCases.map {
                .init($0.shorthand, "\($0.meaning.prefix(1).uppercased())\(String($0.meaning.dropFirst())).")
            }
        return Section(
            "Glossary", name: "glossary", blocks: [.definitions(definitions + symbols)])
    }
}
