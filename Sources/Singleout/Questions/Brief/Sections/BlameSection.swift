import Briefing

/// What each field contributes to what singles people out.
struct BlameSection: BriefSection {
    private static let table = "contributions"

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let (row, field, points) = most(findings) else { return [] }
        let share = CellReference(Self.table, row: row, .shapley)
        let all = CellReference(CombinationsSection.table, row: findings.whole, .uniqueness)
        return ["The field \(field) adds most to the risk: \(share) \(points) of the \(all)."]
    }

    func section(_ findings: BriefFindings) -> Section? {
        let lattice = findings.lattice
        let publisher = findings.publisher
        let whole = findings.uniqueness(findings.whole)
        let rows = findings.combinations.contributions.enumerated().map { field, contribution -> [Cell] in
            let others = lattice.entries.firstIndex { $0.fields == lattice.fields.indices.filter { $0 != field } }
            return [
                .text(contribution.field), findings.uniqueness(field),
                leaveOneOut(findings, whole, without: others),
                contribution.shapley.map { publisher.points($0, records: lattice.records) } ?? .symbol(.unavailable),
            ]
        }
        let points = Tabulation.Column.Kind.real(decimals: publisher.pointDecimals, unit: "percentage points")
        let table = PublishedTable(
            name: Self.table, title: "What each field adds to uniqueness", base: findings.base,
            unit: "share of \(findings.unit), and percentage points of uniqueness", source: findings.source,
            notes: [
                """
                Lost without it: how far the uniqueness of all fields falls when only this field is dropped. The fair \
                share (Shapley value) divides the uniqueness of all fields among them so that the shares add up.
                """
            ] + findings.controlNotes,
            columns: [
                Figure.field.words(), Figure.alone.column("Uniqueness by itself"),
                Figure.leaveOneOut.column("Lost without it (points)", points),
                Figure.shapley.column("Fair share (points)", points),
            ], rows: rows)
        var blocks: [Block] = []
        let most = most(findings)
        if let (row, field, noun) = most {
            blocks.append(
                .statement(
                    """
                    Dropping or coarsening \(field) would lower the risk most, on average over all combinations. It adds \
                    \(CellReference(Self.table, row: row, .shapley)) \(noun).
                    """
                ))
        }
        let ranked = rows.indices.sorted { (Self.value(rows[$0]), $1) > (Self.value(rows[$1]), $0) }
        if whole.shareValue != nil, Self.value(rows[ranked[0]]) > 0 {
            blocks.append(
                .chart(
                    Illustration(
                        name: "contributions",
                        title: most.map { "\($0.field) adds most to what singles people out" }
                            ?? "What each field adds to what singles people out",
                        description:
                            "Bars of the fair share of each field in the uniqueness of all fields, in percentage points. "
                            + ranked.map { "\(rows[$0][0].text): \(rows[$0][3].text)" }.joined(separator: "; ") + ".",
                        chart: .rankedBars(
                            .init(
                                axis: "Fair share of the uniqueness, in percentage points",
                                bars: ranked.map {
                                    .init(rows[$0][0].text, CellReference(Self.table, row: $0, .shapley))
                                })), table: Self.table)))
        }
        return Section(
            "Which field adds most risk", name: "blame", blocks: blocks + [.published(table)])
    }

    /// The field with the largest fair share, where it is published, above zero and larger than that of every other field as
    /// shown, and the word for its points.
    private func most(_ findings: BriefFindings) -> (row: Int, field: String, points: String)? {
        let contributions = findings.combinations.contributions
        let ranked = contributions.indices.compactMap { row in
            contributions[row].shapley.map { (row: row, share: $0) }
        }
        guard let most = ranked.max(by: { ($0.share, $1.row) < ($1.share, $0.row) }), most.share > 0,
            case .real(let shown, _) = findings.publisher.points(most.share, records: findings.lattice.records),
            shown > 0,
            !ranked.contains(where: {
                $0.row != most.row
                    && findings.publisher.points($0.share, records: findings.lattice.records).text
                        == findings.publisher.points(most.share, records: findings.lattice.records).text
            }),
            findings.uniqueness(findings.whole).shareValue != nil
        else { return nil }
        return (most.row, contributions[most.row].field, shown == 1 ? "percentage point" : "percentage points")
    }

    private func leaveOneOut(_ findings: BriefFindings, _ whole: Cell, without others: Int?) -> Cell {
        if findings.lattice.fields.count == 1 { return .symbol(.notApplicable) }
        guard findings.hasWhole, let others else { return .symbol(.unavailable) }
        guard let all = whole.shareValue, let rest = findings.uniqueness(others).shareValue else {
            return .symbol(.confidential)
        }
        return findings.publisher.points(all - rest, records: findings.lattice.records)
    }

    private static func value(_ row: [Cell]) -> Double { if case .real(let value, _) = row[3] { value } else { -1 } }
}
