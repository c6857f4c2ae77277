import Briefing
import Disclosure

/// What would reduce the risk: one field coarser or left out, the others unchanged.
struct ChangesSection: BriefSection {
    static let table = "changes"
    private static let barsShown = 12
    private static let leftOut = "left out"

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let best = best(findings) else { return [] }
        let left = CellReference(Self.table, row: best.row, .uniqueness)
        return ["The single change that helps most: \(best.text) would leave \(left) alone."]
    }

    func section(_ findings: BriefFindings) -> Section? {
        guard let table = findings.changeTable, !table.rows.isEmpty else { return nil }
        var blocks: [Block] = [
            .statement(
                """
                If one field is made coarser or left out, and no other changes, how many \(findings.unit) are still \
                alone?\(Self.coarsened(findings))
                """)
        ]
        if let lowest = table.shown.first.flatMap({ table.rows[$0][7].shareValue }),
            let before = findings.uniqueness(findings.whole).shareValue, lowest < before
        {
            blocks.append(.chart(chart(table, best(findings)?.text, findings)))
        }
        blocks += [
            .published(table),
            .statement(
                """
                'singleout recode' measures several changes together, and finds the levels that meet a target with the least \
                loss.
                """),
        ]
        return Section("What would reduce the risk", name: "changes", blocks: blocks)
    }

    private static func coarsened(_ findings: BriefFindings) -> String {
        let fields = findings.lattice.fields.indices.filter { field in
            findings.changes.contains { $0.field == field }
        }
        if fields.isEmpty { return " No field has coarser values, so each can only be left out." }
        return " Coarser values are tried of \(Wording.list(fields.map { findings.lattice.fields[$0] }))."
    }

    /// The rows of the combination of all fields, those that leave fewest alone first.
    private func ranked(_ rows: [ChangeRow], _ table: [[Cell]], _ findings: BriefFindings) -> [Int] {
        rows.indices.filter { rows[$0].entry == findings.whole }.sorted {
            let (first, second) = (table[$0][7].shareValue ?? 2, table[$1][7].shareValue ?? 2)
            return first == second ? $0 < $1 : first < second
        }
    }

    /// The table, whatever of it is shown.
    func table(_ findings: BriefFindings) -> PublishedTable {
        let rows = findings.changeRows
        let publisher = findings.publisher
        let cells = rows.map { row -> [Cell] in
            let figures = publisher.figures(row.histogram, publishesBands: false)
            let now = publisher.share(figures.below[0], of: figures.records)
            let before = findings.uniqueness(row.entry)
            let points: Cell =
                if let now = now.shareValue, let before = before.shareValue {
                    publisher.points(before - now, records: findings.lattice.records)
                } else {
                    .symbol(.confidential)
                }
            let entry = findings.lattice.entries[row.entry]
            return [
                .text(findings.name(entry)), .integer(entry.fields.count), .text(findings.lattice.fields[row.field]),
                .text(row.level.map(\.name) ?? Self.leftOut), figures.records, publisher.k(row.histogram),
                figures.below[0], now, points,
            ] + figures.below.dropFirst()
        }
        let known = Wording.known(findings.combinations.names(findings.lattice.entries[findings.whole]))
        return PublishedTable(
            name: Self.table, title: "One change to what is shared, with \(known) known otherwise",
            base: findings.base, unit: findings.unit, source: findings.source,
            notes: [
                "The changes that leave fewest \(findings.unit) alone are first. Fewer, in points: how far uniqueness falls."
            ] + findings.controlNotes,
            columns: [
                Figure.combinationFields.words("Fields known", isShown: false),
                Figure.fieldCount.counts(isShown: false),
                Figure.field.words(), Figure.changedTo.words(),
                Figure.records.counts(isShown: false), Figure.k.counts(),
                Figure.uniques.counts("Still alone"), Figure.uniqueness.column(),
                Figure.fewerPoints.column(nil, .real(decimals: publisher.pointDecimals, unit: "percentage points")),
            ]
                + RecordsBelow.sizes.dropFirst().map {
                    CombinationsSection.figure(below: $0).counts("In classes below \($0)", isShown: $0 == 10)
                }, rows: cells, shownRows: ranked(rows, cells, findings))
    }

    /// The change of the combination of all fields that leaves fewest alone, where it leaves fewer than before and no other
    /// leaves as few.
    private func best(_ findings: BriefFindings) -> (row: Int, text: String)? {
        guard let table = findings.changeTable, let row = table.shown.first, let now = table.rows[row][7].shareValue,
            let before = findings.uniqueness(findings.whole).shareValue, now < before,
            !table.shown.dropFirst().contains(where: { table.rows[$0][7].shareValue == now })
        else { return nil }
        return (row, Self.text(table.rows[row]))
    }

    private static func text(_ row: [Cell]) -> String {
        row[3].text == leftOut ? "leaving \(row[2].text) out" : "\(row[2].text) by \(row[3].text) only"
    }

    private func chart(_ table: PublishedTable, _ best: String?, _ findings: BriefFindings) -> Illustration {
        let shown = Array(table.shown.prefix(Self.barsShown))
        return Illustration(
            name: Self.table,
            title: best.map { "\($0.prefix(1).uppercased() + $0.dropFirst()) would reduce the risk most" }
                ?? "What is left alone after one change",
            description: "Bars of the uniqueness that is left after one change, the lowest first. "
                + shown.map { "\(Self.text(table.rows[$0])): \(table.rows[$0][7].text)" }.joined(separator: "; ") + ".",
            chart: .rankedBars(
                .init(
                    axis: "Uniqueness that is left; "
                        + "with nothing changed it is \(findings.uniqueness(findings.whole).text)",
                    bars: shown.map {
                        .init(Self.text(table.rows[$0]), CellReference(Self.table, row: $0, .uniqueness))
                    })), table: Self.table)
    }
}
