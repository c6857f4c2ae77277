import Briefing

/// What was shared: the fields, and what each does alone.
struct SharedFieldsSection: BriefSection {
    func section(_ findings: BriefFindings) -> Section? {
        let lattice = findings.lattice
        let rows = lattice.fields.indices.map { field -> [Cell] in
            [
                .text(lattice.fields[field]), .integer(lattice.entries[field].histogram.classes),
                findings.uniqueness(field),
            ]
        }
        let table = PublishedTable(
            name: "fields", title: "The shared fields, and how far each singles out alone", base: findings.base,
            unit: "different values, and \(findings.unit) alone in their class as a share", source: findings.source,
            notes: findings.controlNotes,
            columns: [
                Figure.field.words(), Figure.differentValues.counts(),
                Figure.uniqueness.column("Uniqueness by itself"),
            ], rows: rows)
        var statements: [Statement] = [
            """
            The figures assume someone who knows \(Wording.list(lattice.fields)) of a person, and looks for that \
            person among the \(findings.unit).
            """
        ]
        let sensitive = findings.terms.asked.sensitive.fields
        if !sensitive.isEmpty {
            statements.append(
                "Someone who finds the record also learns the rest of it: here \(Wording.list(sensitive)).")
        }
        return Section(
            "What was shared", name: "shared", blocks: statements.map(Block.statement) + [.published(table)])
    }
}
