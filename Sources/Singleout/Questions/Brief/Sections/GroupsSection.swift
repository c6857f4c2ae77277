import Briefing
import Disclosure

/// Who carries the risk.
struct GroupsSection: BriefSection {
    private static let rowsShown = 25
    private static let barsShown = 12

    func section(_ findings: BriefFindings) -> Section? {
        guard let groups = findings.groups else { return nil }
        let tables = tables(findings)
        if tables.isEmpty { return nil }
        var blocks: [Block] = []
        if let table = concentration(groups, findings) {
            if let spread = Self.spread(table, findings) { blocks.append(.statement(spread)) }
            blocks.append(.published(table))
        }
        for (table, field) in tables {
            if let figure = chart(table, field, findings) { blocks.append(.chart(figure)) }
            blocks.append(.published(table))
        }
        return Section("Who carries the risk", name: "groups", blocks: blocks)
    }

    /// How the risk is spread, by what is published of it; `nil` where that is withheld.
    private static func spread(_ table: PublishedTable, _ findings: BriefFindings) -> Statement? {
        let meaning: Statement = "The risk of each record is 1 over the size of its class."
        guard case .share = table.rows[0][1], case .real(let gini, _) = table.rows[0][2] else { return nil }
        let half = CellReference(table.name, row: 0, .halfOfRisk)
        let coefficient = CellReference(table.name, row: 0, .gini)
        let unit = findings.unit
        // A coefficient that was rounded for report says no more than that it is near 0.
        if findings.terms.rule == nil, gini < 1e-9 {
            return "The risk is spread evenly: all \(unit) have the same risk. \(meaning)"
        }
        if gini < 0.05 { return "The risk is spread almost evenly (Gini coefficient \(coefficient)). \(meaning)" }
        return "Half of the risk is carried by \(half) of the \(unit). \(meaning)"
    }

    private func concentration(_ groups: GroupFindings, _ findings: BriefFindings) -> PublishedTable? {
        guard let concentration = groups.concentration else { return nil }
        let records = groups.figures.records
        let known = Wording.known(findings.lattice.fields)
        return PublishedTable(
            name: "concentration", title: "How concentrated the risk is, with \(known) known",
            base: "\(findings.publisher.count(records).text) \(findings.unit) in \(findings.source)",
            unit: "share of \(findings.unit), and a number from 0 to 1", source: findings.source,
            notes: [
                "The Gini coefficient is 0 when everyone has the same risk, and near 1 when a few people have all of it."
            ] + findings.controlNotes,
            columns: [
                Figure.risk.words(),
                Figure.halfOfRisk.column("Share of \(findings.unit) that carry half"),
                Figure.gini.column("Gini coefficient", .real(decimals: 2, unit: "")),
            ],
            rows: [
                [
                    .text("1 / size of the class"),
                    findings.publisher.coarse(concentration.records(carrying: 0.5), of: records),
                    findings.publisher.mean(concentration.gini, over: records),
                ]
            ])
    }

    /// A table for each field, with the field.
    private func tables(_ findings: BriefFindings) -> [(table: PublishedTable, field: String)] {
        guard let groups = findings.groups, groups.figures.records > 0 else { return [] }
        let known = Wording.known(findings.lattice.fields)
        let publisher = findings.publisher
        return groups.comparisons.enumerated().map { number, comparison in
            // Unique records are the last outcome.
            let last = groups.groups.outcomes.count - 1
            let members = comparison.groups.groups
            let means = comparison.means.map { $0[last] }
            let uniques = zip(members, means).map { Int((Double($0.records) * $1.value).rounded()) }
            let cells = cells(members.map(\.records), uniques, publisher)
            let whole = publisher.share(cells[cells.count - 1].alone, of: cells[cells.count - 1].records)
            var rows = members.indices.map { place -> [Cell] in
                let own = publisher.share(cells[place].alone, of: cells[place].records)
                let bounds = publisher.interval(means[place].interval, of: own, over: members[place].records)
                return [.text(GroupedFigures.name(members[place])), cells[place].records, cells[place].alone, own]
                    + bounds + [Self.ratio(own, whole)]
            }
            rows.append(
                [.text("All"), cells[cells.count - 1].records, cells[cells.count - 1].alone, whole]
                    + [.symbol(.notApplicable), .symbol(.notApplicable), Self.ratio(whole, whole)])
            let table = PublishedTable(
                name: "groups-\(number + 1)",
                title: "Who is alone, by \(comparison.groups.field), with \(known) known",
                base: "\(cells[cells.count - 1].records.text) \(findings.unit) in \(findings.source)",
                unit: findings.unit, source: findings.source,
                notes: [
                    """
                    Groups of fewer than \(comparison.groups.minimum) are merged, with the next larger ones where they are too few. \
                    Intervals hold 95 % of such groups when the data are taken as a draw from a larger population. The \
                    ratio compares a group with all \(findings.unit).
                    """
                ] + findings.controlNotes,
                columns: [
                    Figure.group.words(comparison.groups.field), Figure.groupRecords.counts(),
                    Figure.uniques.counts("Alone"), Figure.uniqueness.column(),
                    Figure.lower.column("95 % from", .share), Figure.upper.column("to", .share),
                    Figure.ratio.column("Ratio to all", .real(decimals: 2, unit: "")),
                ], rows: rows,
                shownRows: rows.count <= Self.rowsShown + 1
                    ? nil
                    : members.indices.sorted { Self.share(rows[$0]) > Self.share(rows[$1]) }.prefix(Self.rowsShown)
                        + [rows.count - 1])
            return (table, comparison.groups.field)
        }
    }

    /// The published counts of each group, and those of all at the end.
    private func cells(
        _ records: [Int], _ uniques: [Int], _ publisher: CountPublisher
    ) -> [(records: Cell, alone: Cell)] {
        let all = zip(records + [records.reduce(0, +)], uniques + [uniques.reduce(0, +)])
        let counts = all.flatMap { [$0, $1, $0 - $1] }
        let last = records.count
        let relations =
            (0...last).map { CountRelation(total: 3 * $0, parts: [3 * $0 + 1, 3 * $0 + 2]) }
            + (0..<3).map { kind in
                CountRelation(total: 3 * last + kind, parts: (0..<last).map { 3 * $0 + kind })
            }
        let cells = publisher.cells(counts, relations: relations, unpublished: Set((0...last).map { 3 * $0 + 2 }))
        return (0...last).map { (cells[3 * $0], cells[3 * $0 + 1]) }
    }

    /// The ratio of two published shares.
    private static func ratio(_ own: Cell, _ whole: Cell) -> Cell {
        guard let own = own.shareValue, let whole = whole.shareValue else { return .symbol(.confidential) }
        return whole == 0 ? .symbol(.notApplicable) : .real(own / whole, decimals: 2)
    }

    private static func share(_ row: [Cell]) -> Double { row[3].shareValue ?? -1 }

    private static func share(_ table: PublishedTable, _ row: Int) -> Double { share(table.rows[row]) }

    /// The groups with a published share, the highest first; all records are none.
    private static func ranked(_ table: PublishedTable) -> [Int] {
        table.rows.indices.dropLast().filter { table.rows[$0][3].shareValue != nil }
            .sorted { (share(table, $1), $0) < (share(table, $0), $1) }
    }

    private func chart(_ table: PublishedTable, _ field: String, _ findings: BriefFindings) -> Illustration? {
        let ranked = Self.ranked(table)
        guard ranked.count > 1, let first = ranked.first, Self.share(table, first) > 0 else { return nil }
        let shown = Array(ranked.prefix(Self.barsShown))
        let isWhole = shown.count == ranked.count
        let some = "\(NumberText.integer(shown.count)) of the \(NumberText.integer(ranked.count)) groups"
        // Where the next group has the same share, nothing but the order of the data chose between the two.
        let isTied = !isWhole && Self.share(table, ranked[shown.count]) == Self.share(table, shown[shown.count - 1])
        let which =
            isWhole
            ? "each group" : "\(some), \(isTied ? "some of those" : "those") with the highest uniqueness"
        return Illustration(
            name: table.name, title: "Being alone by \(field)" + (isWhole ? "" : ": \(some)"),
            description:
                "Bars of the uniqueness of \(which), with intervals. "
                + shown.map { "\(table.rows[$0][0].text): \(table.rows[$0][3].text)" }.joined(separator: "; ") + ".",
            chart: .rankedBars(
                .init(
                    axis: "Uniqueness: \(findings.unit) alone in their class, as a share of the group",
                    bars: shown.map { row in
                        .init(
                            table.rows[row][0].text, CellReference(table.name, row: row, .uniqueness),
                            interval: .init(
                                CellReference(table.name, row: row, .lower),
                                CellReference(table.name, row: row, .upper)))
                    })), table: table.name)
    }
}
