import Briefing

/// Trying combinations; only the page has it, and only for fields of which all combinations fit in one.
struct ExplorerSection: BriefSection {
    func section(_ findings: BriefFindings) -> PublicationSection? {
        let lattice = findings.lattice
        guard lattice.fields.count <= Explorer.fieldLimit else { return nil }
        var rows = [Int?](repeating: nil, count: 1 << lattice.fields.count)
        for (position, entry) in lattice.entries.enumerated() {
            rows[entry.fields.reduce(0) { $0 | 1 << $1 }] = position
        }
        let explorer = Explorer(
            fields: lattice.fields, unit: findings.unit, start: lattice.entries[findings.whole].fields,
            table: CombinationsSection.table, rowOfCombination: rows, isRounded: findings.plan.rule != nil,
            records: "records", k: "k", below: CombinationsSection.below)
        return PublicationSection(
            name: "try", heading: "Try a combination",
            parts: [
                .statement(
                    """
                    Tick the fields that are shared and see what they do together. The table of all combinations \
                    holds the same figures.
                    """
                ),
                .explorer(explorer),
            ])
    }
}
