import Briefing

/// How much the combinations that hold a field single out, by how many fields they have.
extension CombinationsSection {
    private static let fieldTable = "uniqueness-by-field"

    /// A heat map and its table; none where there are too few fields for either to say anything.
    func fieldParts(_ findings: BriefFindings) -> [Block] {
        let lattice = findings.lattice
        guard lattice.fields.count > 2, lattice.maximumSize > 1 else { return [] }
        let means = lattice.fields.indices.map { field in
            (1...lattice.maximumSize).map { size in mean(findings, field: field, size: size) }
        }
        let table = table(findings, means)
        guard let figure = heatMap(findings, table) else { return [.published(table)] }
        return [.chart(figure), .published(table)]
    }

    /// The mean published uniqueness of the combinations of a number of fields that hold a field.
    private func mean(_ findings: BriefFindings, field: Int, size: Int) -> Double {
        let lattice = findings.lattice
        let ranks = lattice.entries.indices
            .filter { lattice.entries[$0].fields.count == size && lattice.entries[$0].fields.contains(field) }
            .map { max(0, findings.ranks[$0]) }
        return ranks.reduce(0, +) / Double(max(1, ranks.count))
    }

    private func table(_ findings: BriefFindings, _ means: [[Double]]) -> PublishedTable {
        let lattice = findings.lattice
        return PublishedTable(
            name: Self.fieldTable, title: "Mean uniqueness of the combinations that hold a field",
            base: findings.base, unit: "\(findings.unit) alone in their class as a share", source: findings.source,
            notes: findings.controlNotes,
            columns: [Figure.field.words()]
                + (1...lattice.maximumSize).map {
                    Figure.meanUniqueness.numbered($0).column(Wording.count($0, "field"))
                },
            rows: lattice.fields.indices.map { field in
                [.text(lattice.fields[field])]
                    + means[field].map { findings.publisher.coarse($0, of: lattice.records) }
            })
    }

    /// The chart, in the order of the published means; `nil` where none of them is above 0.
    private func heatMap(_ findings: BriefFindings, _ table: PublishedTable) -> Illustration? {
        let lattice = findings.lattice
        // With all fields known every row is the same.
        let compared = 1...min(lattice.maximumSize, lattice.fields.count - 1)
        let sums = table.rows.map { row in compared.reduce(0) { $0 + (row[$1].shareValue ?? 0) } }
        let order = lattice.fields.indices.sorted { sums[$0] == sums[$1] ? $0 < $1 : sums[$0] > sums[$1] }
        if sums[order[0]] == 0 { return nil }
        let names = order.map { lattice.fields[$0] }
        return Illustration(
            name: Self.fieldTable,
            title: sums[order[0]] > sums[order[1]]
                ? "Combinations that hold \(names[0]) single out most \(findings.unit)"
                : "How far the combinations that hold each field single out \(findings.unit)",
            description:
                """
                Squares, a row for each field and a column for each number of fields known: the mean uniqueness of the \
                combinations of that number of fields that hold the field. From the highest to the lowest: \
                \(Wording.list(names)).
                """,
            chart: .heatMap(
                .init(
                    columnTitle: "Number of fields known", rows: names,
                    columns: (1...lattice.maximumSize).map(String.init),
                    cells: order.map { field in
                        (1...lattice.maximumSize).map {
                            CellReference(Self.fieldTable, row: field, .meanUniqueness.numbered($0))
                        }
                    })), table: Self.fieldTable)
    }
}
