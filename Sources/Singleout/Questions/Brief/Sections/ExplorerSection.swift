import Briefing

/// Trying combinations; only the page has it, and only for fields whose combinations all fit in one.
struct ExplorerSection: BriefSection {
    func section(_ findings: BriefFindings) -> Section? {
        let lattice = findings.lattice
        guard lattice.fields.count <= Explorer.fieldLimit else { return nil }
        var rows = [Int?](repeating: nil, count: 1 << lattice.fields.count)
        for (position, entry) in lattice.entries.enumerated() {
            rows[entry.fields.reduce(0) { $0 | 1 << $1 }] = position
        }
        let explorer = Explorer(
            fields: lattice.fields, unit: findings.unit, start: lattice.entries[findings.whole].fields,
            table: CombinationsSection.table, rowOfCombination: rows, isRounded: findings.terms.rule != nil,
            records: Figure.records.key, k: Figure.k.key, below: CombinationsSection.below,
            coarsenings: coarsenings(findings),
            coarserTable: ChangesSection.table)
        return Section(
            "Try a combination", name: "try",
            blocks: [
                .statement(
                    """
                    Tick the fields that are shared and see what they do together. The table of all combinations \
                    holds the same figures.
                    """
                ),
                .explorer(explorer),
            ])
    }

    /// The fields that have coarser values, with the rows of every combination at each of these.
    private func coarsenings(_ findings: BriefFindings) -> [Explorer.Coarsening] {
        let lattice = findings.lattice
        return lattice.fields.indices.compactMap { field in
            let changes = findings.changes.filter { $0.field == field }
            if changes.isEmpty { return nil }
            var rows = changes.map { _ in [Int?](repeating: nil, count: 1 << lattice.fields.count) }
            for (number, row) in findings.changeRows.enumerated() where row.field == field {
                guard let level = changes.firstIndex(where: { $0.level == row.level?.number }) else { continue }
                rows[level][lattice.entries[row.entry].fields.reduce(0) { $0 | 1 << $1 }] = number
            }
            return Explorer.Coarsening(field: field, names: ["unchanged"] + changes.map(\.name), rows: rows)
        }
    }
}
