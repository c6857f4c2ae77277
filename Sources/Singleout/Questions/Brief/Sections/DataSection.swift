import Briefing

/// The data statement.
struct DataSection: BriefSection {
    func section(_ findings: BriefFindings) -> Section? {
        let subject = findings.subject
        var statements: [Statement] = []
        if let mark = subject.synthetic {
            statements.append(
                """
                The data are synthetic: 'singleout generate' made them (version \(mark.version), seed \
                \("\(mark.seed)")) from published figures. No row is of a real person, and no figure here is a count \
                of real people.
                """
            )
        } else {
            statements.append(
                """
                The data are not marked as synthetic, so the figures may be about real people. They were read, counted and not kept. This briefing holds no value of any record.
                """
            )
        }
        // Notes hold exact counts, which a protected briefing must not.
        if findings.terms.rule == nil, let provenance = findings.provenance {
            statements += provenance.withoutFolders().lines.map { "\($0)" }
        }
        let records = CellReference(CombinationsSection.table, row: findings.whole, .records)
        let period = findings.terms.period.map { "; the data are of \($0)" } ?? ""
        statements.append(
            """
            \(findings.source) has \(records) \(findings.unit) that were compared on \
            \(Wording.count(findings.lattice.fields.count, "field")). The briefing was made on \
            \(findings.terms.date.text)\(period).
            """
        )
        return Section("The data", name: "data", blocks: statements.map(Block.statement))
    }
}
