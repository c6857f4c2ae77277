import Briefing
import Disclosure

/// Which combinations single people out.
struct CombinationsSection: BriefSection {
    static let table = "combinations"
    static let below = RecordsBelow.sizes.map { Explorer.Below($0, key: figure(below: $0).key) }
    private static let rowsShown = 12

    /// The records in classes smaller than a number; those below 2 are alone.
    static func figure(below size: Int) -> Figure { size == 2 ? .uniques : .recordsBelow.numbered(size) }

    func headlines(_ findings: BriefFindings) -> [Statement] {
        let whole = findings.whole
        let unit = findings.unit
        func at(_ column: Figure) -> CellReference { CellReference(Self.table, row: whole, column) }
        let known = "With \(Wording.known(findings.combinations.names(findings.lattice.entries[whole]))) known, "
        var headlines: [Statement] = []
        if findings.figures[whole].records == .integer(0) {
            return ["\(known)no \(unit) can be compared, as each of them lacks a value."]
        }
        switch findings.figures[whole].below[0] {
        case .integer(0):
            headlines.append("\(known)no \(unit) are alone: everyone shares their values with someone else.")
        case .integer:
            headlines.append(
                Self.isShown(findings.uniqueness(whole))
                    ? """
                    \(known)\(at(.uniqueness), .rough) of the \(unit) (\(at(.uniqueness))) are alone: no one else \
                    in the data has the same values.
                    """
                    : "\(known)\(at(.uniques)) \(unit) are alone: no one else in the data has the same values.")
        default: headlines.append("\(known)so few \(unit) are alone that the number is withheld.")
        }
        let (below10, records) = (findings.figures[whole].below[3], findings.figures[whole].records)
        // Where most are alone, hiding among few says less than what was said already.
        let isMostlyAlone = (findings.uniqueness(whole).shareValue ?? 0) > 0.5
        if !isMostlyAlone, below10 == records, case .integer = below10 {
            headlines.append("All \(at(.records)) \(unit) are in classes of fewer than 10.")
        } else if !isMostlyAlone, case .integer(let count) = below10, count > 0,
            below10 != findings.figures[whole].below[0]
        {
            headlines.append(
                "\(at(Self.figure(below: 10))) of \(at(.records)) \(unit) are in classes of fewer than 10.")
        }
        if let smallest = findings.strongestSmall {
            let reference = CellReference(Self.table, row: smallest.position, .uniqueness)
            headlines.append(
                """
                \(Wording.count(smallest.size, "field")) \(smallest.size == 1 ? "is" : "are") enough to single out \(reference) of the \
                \(unit): \(smallest.name).
                """
            )
        } else if !findings.isTooFewToJudge {
            headlines.append(
                """
                No combination of these fields singles out \(Wording.stated(findings.combinations.identifying)) of \
                the \(unit) or more.
                """
            )
        }
        return headlines
    }

    func section(_ findings: BriefFindings) -> Section? {
        var blocks: [Block] = [
            .statement(
                """
                Every one of the \(Wording.count(findings.lattice.entries.count, "combination")) of these fields was \
                counted. \(Self.reached(findings))
                """
            ),
            .published(combinations(findings)),
        ]
        let minimal = findings.minimalPositions
        if !minimal.isEmpty { blocks.append(.chart(matrix(findings, minimal))) }
        if findings.lattice.maximumSize > 1 {
            let sizes = sizes(findings)
            if Self.hasNumbers(sizes) { blocks.append(.chart(ranges(findings, sizes))) }
            blocks.append(.published(sizes))
        }
        blocks += fieldParts(findings)
        let bands = distribution(findings)
        if Self.hasNumbers(bands) { blocks.append(.chart(bars(findings, bands))) }
        blocks.append(.published(bands))
        return Section(
            "Which combinations single people out", name: "combinations", blocks: blocks)
    }

    /// Whether a chart of the table would have anything to show.
    private static func hasNumbers(_ table: PublishedTable) -> Bool {
        table.rows.contains { row in row.contains { ($0.shareValue ?? 0) > 0 } }
    }

    private static func isShown(_ cell: Cell) -> Bool { if case .share = cell { true } else { false } }

    private static func reached(_ findings: BriefFindings) -> String {
        let identifying = findings.combinations.identifying
        let reached = findings.lattice.entries.indices.count(where: findings.isIdentifying)
        let share = Wording.stated(identifying)
        if findings.isTooFewToJudge {
            return
                """
                These are too few \(findings.unit) to say which of them single out \(share) without disclosing anyone.
                """
        }
        if reached == 0 { return "None of them singles out \(share) of the \(findings.unit) or more." }
        return
            """
            \(NumberText.integer(reached)) of them \(reached == 1 ? "singles" : "single") out at least \(share) of \
            the \(findings.unit).
            """
    }

    private func combinations(_ findings: BriefFindings) -> PublishedTable {
        let lattice = findings.lattice
        let hasOneNumber = Set(findings.figures.map(\.records)).count == 1
        let rows = lattice.entries.indices.map { position -> [Cell] in
            let entry = lattice.entries[position]
            let figures = findings.figures[position]
            return [
                .text(findings.name(entry)), .integer(entry.fields.count), figures.records,
                findings.publisher.k(entry.histogram), figures.below[0], findings.uniqueness(position),
            ] + figures.below.dropFirst()
        }
        let shownBelow = [5, 10]
        let columns: [Tabulation.Column] =
            [
                Figure.combinationFields.words("Fields known"),
                Figure.fieldCount.counts(isShown: false),
                Figure.records.counts(isShown: !hasOneNumber),
                Figure.k.counts(), Figure.uniques.counts("Alone"),
                Figure.uniqueness.column(),
            ]
            + RecordsBelow.sizes.dropFirst().map {
                Self.figure(below: $0).counts("In classes below \($0)", isShown: shownBelow.contains($0))
            }
        let top = findings.rankedPositions.prefix(Self.rowsShown)
        return PublishedTable(
            name: Self.table, title: "The combinations that single out most \(findings.unit)", base: findings.base,
            unit: findings.unit, source: findings.source,
            notes: [
                """
                A class is everyone with the same values in the fields known. k is the size of the smallest class. \
                Uniqueness is the share of \(findings.unit) alone in their class.
                """,
                findings.subject.missingNote,
            ] + findings.controlNotes, columns: columns, rows: rows, shownRows: Array(top))
    }

    private func matrix(_ findings: BriefFindings, _ positions: [Int]) -> Illustration {
        let shown = Array(positions.prefix(10))
        let share = Wording.stated(findings.combinations.identifying)
        let what =
            positions.count == shown.count
            ? "the smallest combinations that single out at least \(share)"
            : "ten of the \(positions.count) smallest combinations that single out at least \(share)"
        return Illustration(
            name: "smallest-combinations",
            title:
                """
                \(shown.count == 1 ? "One small combination is" : "A few fields are") enough to single out \(share) \
                of the \(findings.unit) or more
                """,
            description:
                """
                Columns are \(what), the fewest fields first. The bar is the uniqueness; the dots below show which \
                fields the combination holds. 
                """
                    + shown.map { findings.name(findings.lattice.entries[$0]) + ": " + findings.uniqueness($0).text }
                    .joined(separator: "; ") + ".",
            chart: .combinationMatrix(
                .init(
                    fields: findings.lattice.fields, axis: "Uniqueness of the combination",
                    columns: shown.map {
                        .init(
                            members: findings.lattice.entries[$0].fields,
                            value: CellReference(Self.table, row: $0, .uniqueness))
                    })), table: Self.table)
    }

    /// The lowest, middle and highest uniqueness among the combinations of each number of fields.
    private func sizes(_ findings: BriefFindings) -> PublishedTable {
        let lattice = findings.lattice
        let rows = (1...lattice.maximumSize).map { size -> [Cell] in
            let ranked = lattice.entries.indices.filter { lattice.entries[$0].fields.count == size }
                .sorted { (findings.ranks[$0], $1) < (findings.ranks[$1], $0) }
            return [
                .text(String(size)), .integer(ranked.count), findings.uniqueness(ranked[0]),
                findings.uniqueness(ranked[(ranked.count - 1) / 2]), findings.uniqueness(ranked[ranked.count - 1]),
                .text(findings.name(lattice.entries[ranked[ranked.count - 1]])),
            ]
        }
        return PublishedTable(
            name: "uniqueness-by-size", title: "Uniqueness against the number of fields known", base: findings.base,
            unit: "\(findings.unit) alone in their class as a share", source: findings.source,
            notes: [
                """
                The lowest, median and highest uniqueness of the combinations with each number of fields.
                """
            ] + findings.controlNotes,
            columns: [
                Figure.fieldCount.words("Fields known"), Figure.combinationCount.counts(),
                Figure.lowestUniqueness.column(), Figure.middleUniqueness.column(),
                Figure.highestUniqueness.column(),
                Figure.combinationFields.words("The combination with the highest"),
            ], rows: rows)
    }

    private func ranges(_ findings: BriefFindings, _ table: PublishedTable) -> Illustration {
        let middles = table.rows.map { $0[3].shareValue }
        let isRising = zip(middles, middles.dropFirst()).allSatisfy { first, next in
            if let first, let next { first < next } else { false }
        }
        return Illustration(
            name: "uniqueness-by-size",
            title: isRising
                ? "Every further field singles out more \(findings.unit)"
                : "How many \(findings.unit) are singled out, by the number of fields known",
            description:
                """
                For each number of fields known a line from the lowest to the highest uniqueness of any combination, \
                with a dot at the middle one. 
                """
                    + table.rows.map { "\($0[0].text): \($0[2].text) to \($0[4].text)" }.joined(separator: "; ") + ".",
            chart: .ranges(
                .init(
                    groups: "Number of fields known", axis: "Uniqueness",
                    columns: table.rows.indices.map { row in
                        .init(
                            table.rows[row][0].text, low: CellReference(table.name, row: row, .lowestUniqueness),
                            middle: CellReference(table.name, row: row, .middleUniqueness),
                            high: CellReference(table.name, row: row, .highestUniqueness))
                    })), table: table.name)
    }

    private func distribution(_ findings: BriefFindings) -> PublishedTable {
        let starts = [1] + CountPublisher.bandStarts
        let figures = findings.figures[findings.whole]
        let rows = starts.indices.map { band -> [Cell] in
            let last = band + 1 < starts.count ? starts[band + 1] - 1 : nil
            let name =
                band == 0
                ? "1, alone"
                : last.map { $0 == starts[band] ? "\($0)" : "\(starts[band]) to \($0)" } ?? "\(starts[band]) or more"
            return [
                .text(name), figures.bands[band], findings.publisher.share(figures.bands[band], of: figures.records),
            ]
        }
        let known = Wording.known(findings.combinations.names(findings.lattice.entries[findings.whole]))
        return PublishedTable(
            name: "class-sizes", title: "How many \(findings.unit) look alike, with \(known) known",
            base: findings.wholeBase, unit: findings.unit, source: findings.source, notes: findings.controlNotes,
            columns: [
                Figure.classBand.words(), Figure.bandRecords.counts(),
                Figure.bandShare.column(),
            ], rows: rows)
    }

    private func bars(_ findings: BriefFindings, _ table: PublishedTable) -> Illustration {
        let title: String
        let known = findings.hasWhole ? "all of it" : "these fields"
        switch findings.uniqueness(findings.whole) {
        case .share(let share) where share > 0:
            title = "With \(known) known, \(NumberText.rough(share)) of the \(findings.unit) are alone"
        case .share: title = "With \(known) known, no \(findings.unit) are alone"
        default: title = "How many \(findings.unit) look alike"
        }
        return Illustration(
            name: "class-sizes", title: title.replacing("all of the", with: "all the"),
            description: "Bars of \(findings.unit) by the size of their class. "
                + table.rows.map { "\($0[0].text): \($0[1].text)" }.joined(separator: "; ") + ".",
            chart: .distribution(
                .init(
                    classes: "Size of the class: how many \(findings.unit) have the same values",
                    axis: "Number of \(findings.unit)",
                    bars: table.rows.indices.map {
                        .init(
                            table.rows[$0][0].text, CellReference(table.name, row: $0, .bandRecords), isMarked: $0 == 0)
                    })), table: table.name)
    }
}
