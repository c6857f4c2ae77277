public import Briefing
import Disclosure
import Statistics

extension FamilyFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)),
            Section("Families by number of pupils", blocks: [.table(sizeTable)]),
            combinationSection,
        ]
        if !risk.sizes.isEmpty { sections.append(Section("An intruder with a register", blocks: [.table(riskTable)])) }
        if let inference {
            sections.append(Section("How right the inferred families are", blocks: [.table(Self.table(inference))]))
        }
        if let refinding, !refinding.sizes.isEmpty {
            sections.append(
                Section(
                    "Families that have moved, found again by their pupils", blocks: [.table(Self.table(refinding))]))
        }
        if let byGroup { sections += byGroup.sections }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Families of " + subject.name, sections: sections)
    }

    /// The families of the last rows as one row, where there are many sizes.
    private var shownRows: [(name: String, row: FamilySizeRow)] {
        let rows = sizeRows
        var shown = rows.prefix { $0.members < Self.pooledSize }.map { (name: String($0.members), row: $0) }
        let rest = rows[shown.count...]
        if let first = rest.first {
            let name = rest.count == 1 ? String(first.members) : "\(Self.pooledSize) or more"
            shown.append((name, FamilySizeRow(rest)))
        }
        let several = rows.filter { $0.members > 1 }
        if several.count > 1 { shown.append(("2 or more", FamilySizeRow(several))) }
        if rows.count > 1 { shown.append(("All", FamilySizeRow(rows))) }
        return shown
    }

    private var sizeTable: Tabulation {
        Tabulation(
            columns: [
                Figure.familyMembers.words("Pupils"), Figure.families.column(),
                Figure.familiesUnique.column("Unique"), Figure.uniqueShare.column("Share"),
                Figure.shareByOne.column("By one pupil"), Figure.shareByTwo.column("By two"),
            ],
            rows: shownRows.map { name, row in
                func share(_ count: Int) -> Cell { .share(Double(count) / Double(max(row.families, 1))) }
                return [
                    .text(name), .integer(row.families), .integer(row.unique), share(row.unique), share(row.byOne),
                    row.byTwo.map(share) ?? .missing(reason: Self.tooManyPairs),
                ]
            })
    }

    /// The combinations that leave most families alone, those of two pupils and more first of all.
    private var combinationSection: Section {
        func severalShare(_ entry: MemberCombinations.Entry) -> Double {
            let several = entry.uniqueness.from(members: 2)
            return Double(several.unique) / Double(max(several.families, 1))
        }
        func singleShare(_ entry: MemberCombinations.Entry) -> Double? {
            entry.uniqueness.sizes.first.flatMap {
                $0.members == 1 ? Double($0.unique) / Double($0.families) : nil
            }
        }
        let order = combinations.entries.indices.sorted {
            let (one, other) = (combinations.entries[$0], combinations.entries[$1])
            let (first, second) = (severalShare(one), severalShare(other))
            if first != second { return first > second }
            let (all, others) = (one.uniqueness.unique, other.uniqueness.unique)
            return all == others ? $0 < $1 : all > others
        }
        let shown = order.prefix(Self.rowsShown).map { combinations.entries[$0] }
        let isExcluding = subject.missing == .exclude
        let table = Tabulation(
            columns: [
                Figure.combinationFields.words("Known of every pupil"), Figure.familiesUnique.column(),
                Figure.uniqueShare.column("Share"), Figure.uniqueShareOfOne.column(),
                Figure.familiesOfTwoOrMore.column("Of two or more"),
            ] + (isExcluding ? [Figure.familiesExcluded.column()] : []),
            rows: shown.map { entry in
                [
                    .text(name(entry)), .integer(entry.uniqueness.unique),
                    .share(orMissing: entry.uniqueness.uniqueShare, Subject.noFamilies),
                    .share(orMissing: singleShare(entry), "no family has one pupil"),
                    entry.uniqueness.from(members: 2).families == 0
                        ? .missing(reason: "no family has two pupils or more") : .share(severalShare(entry)),
                ] + (isExcluding ? [.integer(entry.uniqueness.excluded)] : [])
            })
        let all = combinations.entries.count
        let heading =
            shown.count == all
            ? "What gives a family away"
            : "What gives a family away: the \(shown.count) combinations of \(all) with most unique families"
        return Section(heading, blocks: [.table(table)])
    }

    /// What is known in a combination of member fields.
    func name(_ entry: MemberCombinations.Entry) -> String {
        let fields = entry.fields.map { memberNames[$0] } + (entry.withArea ? [asked.area].compactMap(\.self) : [])
        return entry.fields.isEmpty
            ? (["number of pupils"] + fields).joined(separator: " + ") : fields.joined(separator: " + ")
    }

    /// The member fields, dates with what is known of them.
    var memberNames: [String] {
        subject.quasiIdentifiers.map {
            dates.contains($0) && asked.precision != .day ? "\($0) (\(asked.precision.rawValue))" : $0
        }
    }

    private var riskTable: Tabulation {
        var rows = shownRows.filter { $0.name != "All" }.map { name, row -> [Cell] in
            [.text(name), .integer(row.families), .share(row.meanHouseholds), .share(row.meanPersons)]
        }
        rows.append([
            .text("All, \(Figure.overFamilies.label.lowercasedFirst)"), .integer(uniqueness.families),
            .share(orMissing: risk.overFamilies(\.households), Subject.noFamilies),
            .share(orMissing: risk.overFamilies(\.persons), Subject.noFamilies),
        ])
        rows.append([
            .text("All, \(Figure.overPupils.label.lowercasedFirst)"), .integer(uniqueness.families),
            .share(orMissing: risk.overPupils(\.households), Subject.noFamilies),
            .share(orMissing: risk.overPupils(\.persons), Subject.noFamilies),
        ])
        return Tabulation(
            columns: [
                Figure.familyMembers.words("Pupils"), Figure.families.column(), Figure.householdRegister.column(),
                Figure.personRegister.column(),
            ], rows: rows)
    }

    private static func table(_ error: InferenceError) -> Tabulation {
        func of(_ part: Int, _ all: Int) -> Cell {
            all == 0 ? .missing(reason: noPairs) : .share(Double(part) / Double(all))
        }
        return Tabulation(
            columns: [
                Figure.figure.words(), Figure.figurePart.column(), Figure.figureWhole.column(),
                Figure.figureShare.column(),
            ],
            rows: [
                [
                    .text("\(Figure.pairPrecision.label): inferred pairs that are siblings"),
                    .integer(error.rightPairs),
                    .integer(error.inferredPairs), .share(orMissing: error.precision, noPairs),
                ],
                [
                    .text("\(Figure.pairRecall.label): pairs of siblings that are inferred"),
                    .integer(error.rightPairs),
                    .integer(error.truePairs), .share(orMissing: error.recall, noPairs),
                ],
                [
                    .text(Figure.trueFamilies.explained(Figure.exactFamilies.label.lowercasedFirst)),
                    .integer(error.exact), .integer(error.families),
                    of(error.exact, error.families),
                ],
                [
                    .text(Figure.trueFamilies.explained(Figure.exactOfSeveral.label.lowercasedFirst)),
                    .integer(error.exactOfSeveral),
                    .integer(error.familiesOfSeveral), of(error.exactOfSeveral, error.familiesOfSeveral),
                ],
                [
                    .text(Figure.trueFamilies.explained(Figure.splitFamilies.label.lowercasedFirst)),
                    .integer(error.split), .integer(error.families),
                    of(error.split, error.families),
                ],
                [
                    .text(Figure.trueFamilies.explained(Figure.mixedFamilies.label.lowercasedFirst)),
                    .integer(error.mixed), .integer(error.families),
                    of(error.mixed, error.families),
                ],
            ])
    }

    private static func table(_ refinding: Refinding) -> Tabulation {
        func row(_ name: String, _ tally: Refinding.Tally) -> [Cell] {
            let bounds = tally.interval?.bounds
            return [
                .text(name), .integer(tally.moved), .integer(tally.found), .share(orMissing: tally.share, noneMoved),
                .share(orMissing: bounds?.lowerBound, noneMoved), .share(orMissing: bounds?.upperBound, noneMoved),
                .integer(tally.wrong), .integer(tally.several), .integer(tally.none),
                .share(orMissing: tally.unchangedShare, noneUnchanged),
            ]
        }
        var rows = refinding.sizes.filter { ($0.members ?? 0) < pooledSize }.map { row(String($0.members ?? 0), $0) }
        let large = refinding.sizes.filter { ($0.members ?? 0) >= pooledSize }
        if !large.isEmpty { rows.append(row("\(pooledSize) or more", Refinding.total(large))) }
        let several = refinding.sizes.filter { ($0.members ?? 0) > 1 }
        if several.count > 1 { rows.append(row("2 or more", Refinding.total(several))) }
        if refinding.sizes.count > 1 { rows.append(row("All", refinding.total)) }
        return Tabulation(
            columns: [
                Figure.familyMembers.words("Pupils"), Figure.moved.column(), Figure.foundAgain.column(),
                Figure.foundShare.column(), Figure.lower.column("95 % from"), Figure.upper.column("to"),
                Figure.wronglyFound.column(), Figure.severalFound.column(), Figure.noneFound.column(),
                Figure.foundUnchangedShare.column(),
            ], rows: rows)
    }
}
