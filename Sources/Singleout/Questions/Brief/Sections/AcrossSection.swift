import Briefing
import Disclosure

/// Who is matched in other files that share fields, and becomes unique only after the join.
struct AcrossSection: BriefSection {
    private static let table = "across"
    private static let rowsShown = 12

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let across = findings.across else { return [] }
        let table = table(across, findings)
        guard let row = table.shown.first, case .share(let share) = table.rows[row][4], share > 0 else { return [] }
        let reference = CellReference(Self.table, row: row, .exactlyOneOfAll)
        return [
            """
            In \(table.rows[row][0].text), \(reference, .rough) of the \(findings.unit) (\(reference)) have exactly one \
            match, by \(table.rows[row][1].text).
            """
        ]
    }

    func section(_ findings: BriefFindings) -> Section? {
        guard let across = findings.across else { return nil }
        return Section(
            "Together with other files", name: "across",
            blocks: [
                .statement(
                    """
                    Someone who has another file with the same fields can look the \(findings.unit) up there. A record with \
                    exactly one match gains every field that the other file adds.
                    """), .published(table(across, findings)),
            ])
    }

    func table(_ across: AcrossFindings, _ findings: BriefFindings) -> PublishedTable {
        var rows: [[Cell]] = []
        for comparison in across.comparisons {
            let names = comparison.files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
            for entry in comparison.lattice.entries {
                let figures = entry.figures
                let cells = findings.publisher.cells(
                    [figures.records, figures.exactlyOne, figures.several, figures.none],
                    relations: [CountRelation(total: 0, parts: [1, 2, 3])])
                rows.append([
                    .text(Wording.list(names)), .text(comparison.names(entry).joined(separator: " + ")), cells[0],
                    cells[1], findings.publisher.share(cells[1], of: cells[0]), cells[2], cells[3],
                    figures.uniqueOnlyAfterJoin.map(findings.publisher.count) ?? .symbol(.notApplicable),
                ])
            }
        }
        // Ranked by what is published, so that the order gives nothing away.
        let ranked = rows.indices.sorted {
            let (first, second) = (rows[$0][4].shareValue ?? -1, rows[$1][4].shareValue ?? -1)
            return first == second ? $0 < $1 : first > second
        }
        return PublishedTable(
            name: Self.table, title: "Who is matched in other files, by the fields that are shared",
            base: findings.wholeBase, unit: findings.unit, source: findings.source,
            notes: [
                """
                Alone only after the join: \(findings.unit) who are not alone by the shared fields, but are when the fields that \
                the other file adds are known too.
                """
            ] + findings.controlNotes,
            columns: [
                Figure.otherFiles.words(), Figure.combinationFields.words("Fields shared"),
                Figure.records.counts(isShown: false),
                Figure.exactlyOne.counts("Exactly one match"),
                Figure.exactlyOneOfAll.column(), Figure.several.counts(),
                Figure.noMatch.counts(),
                Figure.uniqueOnlyAfterJoin.counts("Alone only after the join"),
            ], rows: rows, shownRows: Array(ranked.prefix(Self.rowsShown)))
    }
}
