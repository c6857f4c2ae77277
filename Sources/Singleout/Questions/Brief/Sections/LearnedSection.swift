import Briefing
import Disclosure

/// What finding a person's class tells of the sensitive fields, whether the person is singled out or not.
struct LearnedSection: BriefSection {
    static let table = "learned"

    func headlines(_ findings: BriefFindings) -> [Statement] {
        let table = publishedTable(findings)
        // The field that is learned of most.
        guard let row = table.rows.indices.max(by: { (Self.share(table, $0), $1) < (Self.share(table, $1), $0) }),
            case .share(let share) = table.rows[row][7], share > 0
        else { return [] }
        func at(_ column: Figure) -> CellReference { CellReference(Self.table, row: row, column) }
        let field = table.rows[row][0].text
        let guess: Statement =
            if case .share = table.rows[row][8] {
                " The most frequent value alone would be a right guess for \(at(.mostFrequent))."
            } else {
                ""
            }
        return [
            """
            Of the \(at(.withValue)) \(findings.unit) who have a value of \(field), \(at(.learnedShare), .rough) (\(at(.learnedShare))) \
            have it given away for certain. Everyone with the same shared fields has the same value.\(guess)
            """
        ]
    }

    func section(_ findings: BriefFindings) -> Section? {
        if findings.learned.isEmpty { return nil }
        return Section(
            "What can be learned without singling anyone out", name: "learned",
            blocks: [
                .statement(
                    """
                    An intruder who knows the shared fields of a person knows the person's class. Where all records of a \
                    class have the same value of another field, the intruder learns that value of each of them. An empty value is not learned, so shares are of those who have a value.
                    """), .published(publishedTable(findings)),
            ])
    }

    private static func share(_ table: PublishedTable, _ row: Int) -> Double { table.rows[row][7].shareValue ?? -1 }

    func publishedTable(_ findings: BriefFindings) -> PublishedTable {
        let known = Wording.known(findings.lattice.fields)
        return PublishedTable(
            name: Self.table, title: "Values that are learned for certain, with \(known) known",
            base: findings.wholeBase, unit: findings.unit, source: findings.source,
            notes: [
                """
                Most frequent value: the share of those with a value who have the most frequent one, which anyone could guess without the data.
                """
            ] + findings.controlNotes,
            columns: [
                Figure.field.words(), Figure.differentValues.counts(),
                Figure.records.counts(isShown: false),
                Figure.withValue.counts(),
                Figure.learnedAlone.counts(),
                Figure.learnedTogether.counts(),
                Figure.learnedInAll.counts(),
                Figure.learnedShare.column(),
                Figure.mostFrequent.column(),
            ],
            rows: findings.learned.map { field in
                let learned = field.alone + field.together
                // The records, those with a value, those learned, and what they consist of; the others are not published.
                let cells = findings.publisher.cells(
                    [
                        field.records, field.known, learned, field.alone, field.together, field.known - learned,
                        field.records - field.known,
                    ],
                    relations: [
                        CountRelation(total: 0, parts: [1, 6]), CountRelation(total: 1, parts: [2, 5]),
                        CountRelation(total: 2, parts: [3, 4]),
                    ], unpublished: [5, 6])
                return [
                    .text(field.field), .integer(field.values), cells[0], cells[1], cells[3], cells[4], cells[2],
                    field.known == 0 ? .symbol(.notApplicable) : findings.publisher.share(cells[2], of: cells[1]),
                    field.known == 0
                        ? .symbol(.notApplicable)
                        : findings.publisher.coarse(
                            Double(field.mostFrequent) / Double(field.known), of: field.known),
                ]
            })
    }
}
