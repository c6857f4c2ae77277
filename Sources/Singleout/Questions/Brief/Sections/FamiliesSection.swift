import Briefing
import Disclosure

/// Whole families: which are like no other, what gives them away, and who is found with one pupil.
struct FamiliesSection: BriefSection {
    static let table = "families"
    private static let combinationTable = "family-combinations"
    private static let reachTable = "family-reach"
    private static let inferenceTable = "family-inference"
    /// Families from a number of members on share a row.
    private static let pooledSize = 6
    private static let rowsShown = 10

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let families = findings.families, families.uniqueness.families > 0 else { return [] }
        var headlines: [Statement] = []
        let sizes = sizes(families, findings)
        let all = sizes.rows.count - 1
        let share = CellReference(Self.table, row: all, .uniqueFamilies)
        if case .share = sizes.rows[all][3] {
            headlines.append(
                """
                With \(Self.known(families)) known, \(share, .rough) of the families (\(share)) are unique.
                """)
        }
        if case .real(let mean, _) = Self.reach(families, findings)[0], mean >= 0.005 {
            let others = CellReference(Self.reachTable, row: 0, .reachMean)
            headlines.append(
                "Finding 100 pupils would reveal about \(others, .perHundred) of their brothers and sisters.")
        }
        return headlines
    }

    func section(_ findings: BriefFindings) -> Section? {
        guard let families = findings.families else { return nil }
        if families.uniqueness.families == 0 { return nil }
        let sizes = sizes(families, findings)
        var blocks: [Block] = [
            .statement(
                """
                Families are \(families.groupingText). Two families are alike when they have as many pupils with the \
                same values\(families.asked.area.map { " who live in the same \($0)" } ?? ""). Someone who knows these things of the pupils of a \
                unique family can find it, and with it everyone in it.
                """)
        ]
        let numbers = sizes.rows.dropLast().compactMap { $0[3].shareValue }
        if numbers.count > 1 {
            blocks.append(.chart(chart(sizes, families)))
        }
        blocks += [
            .published(sizes), .published(combinations(families, findings)), .published(reach(families, findings)),
        ]
        if let inference = families.inference { blocks.append(.published(quality(inference, families, findings))) }
        return Section("Families", name: "families", blocks: blocks)
    }

    /// What is known of a family, for a sentence.
    private static func known(_ families: FamilyFindings) -> String {
        Wording.known(families.memberNames) + " of all its pupils"
            + (families.asked.area.map { " and the \($0) in which they live" } ?? "")
    }

    private func base(_ families: FamilyFindings, _ findings: BriefFindings) -> String {
        "\(findings.publisher.count(families.uniqueness.families).text) families of "
            + "\(findings.publisher.count(families.uniqueness.pupils).text) pupils in \(findings.source)"
    }

    func sizes(_ families: FamilyFindings, _ findings: BriefFindings) -> PublishedTable {
        let publisher = findings.publisher
        let own = families.sizeRows
        let first = own.filter { $0.members < Self.pooledSize }
        let rest = own.filter { $0.members >= Self.pooledSize }
        var rows = first.map { (name: NumberText.integer($0.members), row: $0) }
        if let smallest = rest.first {
            let name = rest.count == 1 ? NumberText.integer(smallest.members) : "\(Self.pooledSize) or more"
            rows.append((name, FamilySizeRow(rest)))
        }
        rows.append(("All", FamilySizeRow(own)))
        // Families, those like no other, and, unpublished, the rest of each row; the last row is the sum of the others.
        let counts = rows.flatMap { [$0.row.families, $0.row.unique, $0.row.families - $0.row.unique] }
        let relations =
            rows.indices.map { CountRelation(total: 3 * $0, parts: [3 * $0 + 1, 3 * $0 + 2]) }
            + (0..<3).map { kind in
                CountRelation(
                    total: 3 * (rows.count - 1) + kind, parts: rows.indices.dropLast().map { 3 * $0 + kind })
            }
        let cells = publisher.cells(
            counts, relations: relations, unpublished: Set(rows.indices.map { 3 * $0 + 2 }))
        return PublishedTable(
            name: Self.table, title: "Unique families, with \(Self.known(families)) known",
            base: base(families, findings), unit: "families", source: findings.source,
            notes: [
                """
                Given away by one pupil: someone who knows one particular pupil alone can find the family, as that pupil \
                differs from every pupil of other families. By two: two pupils together do so.
                """
            ] + findings.controlNotes,
            columns: [
                Figure.familyMembers.words("Pupils of the family"), Figure.families.counts(),
                Figure.familiesUnique.counts("Unique"), Figure.uniqueFamilies.column(),
                Figure.shareByOne.column(),
                Figure.shareByTwo.column("By two"),
            ],
            rows: rows.enumerated().map { number, entry in
                let (row, families) = (entry.row, entry.row.families)
                func share(_ count: Int) -> Cell {
                    families == 0
                        ? .symbol(.notApplicable) : publisher.coarse(Double(count) / Double(families), of: families)
                }
                return [
                    .text(entry.name), cells[3 * number], cells[3 * number + 1],
                    publisher.share(cells[3 * number + 1], of: cells[3 * number]), share(row.byOne),
                    row.members == 1 && entry.name != "All"
                        ? .symbol(.notApplicable) : row.byTwo.map(share) ?? .symbol(.unavailable),
                ]
            })
    }

    private func chart(_ table: PublishedTable, _ families: FamilyFindings) -> Illustration {
        let rows = table.rows.indices.dropLast()
        let shares = rows.map { table.rows[$0][3].shareValue }
        let isRising = zip(shares, shares.dropFirst()).allSatisfy { first, next in
            if let first, let next { first < next } else { false }
        }
        return Illustration(
            name: "families",
            title: isRising
                ? "The more pupils a family has, the more often it is unique"
                : "How many families are unique, by the number of their pupils",
            description: "Bars of the share of unique families, by number of pupils. "
                + rows.map { "\(table.rows[$0][0].text): \(table.rows[$0][3].text)" }.joined(separator: "; ") + ".",
            chart: .rankedBars(
                .init(
                    axis: "Unique families, as a share of those with this number of pupils",
                    bars: rows.map {
                        let name = table.rows[$0][0].text
                        return .init(
                            name + (name == "1" ? " pupil" : " pupils"),
                            CellReference(Self.table, row: $0, .uniqueFamilies))
                    })), table: Self.table)
    }

    private func combinations(_ families: FamilyFindings, _ findings: BriefFindings) -> PublishedTable {
        let publisher = findings.publisher
        let rows = families.combinations.entries.map { entry -> [Cell] in
            let whole = entry.uniqueness
            let several = whole.from(members: 2)
            func share(_ unique: Int, _ all: Int) -> Cell {
                all == 0 ? .symbol(.notApplicable) : publisher.coarse(Double(unique) / Double(all), of: all)
            }
            return [
                .text(families.name(entry)), publisher.count(whole.families), share(whole.unique, whole.families),
                share(several.unique, several.families),
            ]
        }
        let ranked = rows.indices.sorted {
            let (first, second) = (rows[$0][2].shareValue ?? -1, rows[$1][2].shareValue ?? -1)
            return first == second ? $0 < $1 : first > second
        }
        return PublishedTable(
            name: Self.combinationTable, title: "What gives a family away", base: base(families, findings),
            unit: "unique families as a share", source: findings.source, notes: findings.controlNotes,
            columns: [
                Figure.combinationFields.words("Known of every pupil"),
                Figure.families.counts(isShown: false),
                Figure.uniqueFamilies.column("Unique"),
                Figure.uniqueOfSeveral.column(),
            ], rows: rows, shownRows: Array(ranked.prefix(Self.rowsShown)))
    }

    /// The mean number of others, and the ends of its interval.
    private static func reach(_ families: FamilyFindings, _ findings: BriefFindings) -> [Cell] {
        let reach = families.reach
        return [reach.mean, reach.interval?.lowerBound, reach.interval?.upperBound].map {
            $0.map { findings.publisher.mean($0, over: reach.pupils) } ?? .symbol(.notApplicable)
        }
    }

    private func reach(_ families: FamilyFindings, _ findings: BriefFindings) -> PublishedTable {
        let reach = families.reach
        return PublishedTable(
            name: Self.reachTable, title: "Brothers and sisters revealed by one pupil", base: base(families, findings),
            unit: "other pupils of the family", source: findings.source,
            notes: ["The interval treats these families as a sample of many such families."] + findings.controlNotes,
            columns: [
                Figure.figure.words(),
                Figure.reachMean.column("Mean", .real(decimals: 2, unit: "pupils")),
                Figure.lower.column("95 % from", .real(decimals: 2, unit: "pupils")),
                Figure.upper.column("to", .real(decimals: 2, unit: "pupils")),
                Figure.shareWithOthers.column(),
            ],
            rows: [
                [.text("Others of the family in the data, for each pupil")] + Self.reach(families, findings) + [
                    reach.pupils == 0
                        ? .symbol(.notApplicable)
                        : findings.publisher.coarse(
                            Double(reach.pupilsWithOthers) / Double(reach.pupils), of: reach.pupils)
                ]
            ])
    }

    /// How right inferred families are.
    private func quality(
        _ inference: InferenceError, _ families: FamilyFindings, _ findings: BriefFindings
    ) -> PublishedTable {
        func row(_ title: String, _ share: Double?, _ all: Int) -> [Cell] {
            [.text(title), share.map { findings.publisher.coarse($0, of: all) } ?? .symbol(.notApplicable)]
        }
        return PublishedTable(
            name: Self.inferenceTable, title: "How right the inferred families are", base: base(families, findings),
            unit: "pairs of pupils as a share", source: findings.source, notes: findings.controlNotes,
            columns: [Figure.figure.words(), Figure.figureShare.column()],
            rows: [
                row(
                    "\(Figure.pairPrecision.label): inferred pairs that are siblings", inference.precision,
                    inference.inferredPairs),
                row(
                    "\(Figure.pairRecall.label): pairs of siblings that are inferred", inference.recall,
                    inference.truePairs),
            ])
    }
}
