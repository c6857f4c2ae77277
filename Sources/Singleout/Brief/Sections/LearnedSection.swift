import Briefing
import Disclosure

/// What finding a person's class tells of the sensitive fields, whether the person is singled out or not.
struct LearnedSection: BriefSection {
    private static let table = "learned"

    func headlines(_ findings: BriefFindings) -> [Statement] {
        let table = publishedTable(findings)
        // The field that is learned of most.
        guard let row = table.rows.indices.max(by: { (Self.share(table, $0), $1) < (Self.share(table, $1), $0) }),
            case .share(let share) = table.rows[row][6], share > 0
        else { return [] }
        let reference = CellReference(Self.table, row: row, "share")
        return [
            """
            Of \(reference, .rough) of the \(findings.unit) (\(reference)) \(table.rows[row][0].text) is learned for \
            certain: all who share the fields with them have the same value.
            """
        ]
    }

    func section(_ findings: BriefFindings) -> PublicationSection? {
        if findings.learned.isEmpty { return nil }
        return PublicationSection(
            name: "learned", heading: "What is learned without singling anybody out",
            parts: [
                .statement(
                    """
                    Whoever knows the shared fields of a person knows the person's class. Where all records of a class \
                    have the same value of another field, that value is learned of each of them, however many they are.
                    """), .table(publishedTable(findings)),
            ])
    }

    private static func share(_ table: PublishedTable, _ row: Int) -> Double { table.rows[row][6].shareValue ?? -1 }

    private func publishedTable(_ findings: BriefFindings) -> PublishedTable {
        let known = Wording.known(findings.lattice.fields)
        return PublishedTable(
            name: Self.table, title: "Values that are learned for certain, with \(known) known",
            base: findings.wholeBase, unit: findings.unit, source: findings.source, notes: findings.controlNotes,
            columns: [
                .init("Field", key: "field", .text), .init("Different values", key: "values", .integer),
                .init("Records", key: "records", .integer, isShown: false),
                .init("Alone in their class", key: "alone", .integer),
                .init("With others who share the value", key: "together", .integer),
                .init("Learned in all", key: "learned", .integer), .init("Share", key: "share", .share),
            ],
            rows: findings.learned.map { field in
                let learned = field.alone + field.together
                // The records, those learned, and what they consist of; the others are not published.
                let cells = findings.publisher.cells(
                    [field.records, learned, field.alone, field.together, field.records - learned],
                    relations: [CountRelation(total: 0, parts: [1, 4]), CountRelation(total: 1, parts: [2, 3])],
                    unpublished: [4])
                return [
                    .text(field.field), .integer(field.values), cells[0], cells[2], cells[3], cells[1],
                    findings.publisher.share(cells[1], of: cells[0]),
                ]
            })
    }
}
