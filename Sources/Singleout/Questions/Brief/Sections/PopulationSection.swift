import Briefing
import Disclosure

/// How many of those who stand out in the data stand out in the population too.
struct PopulationSection: BriefSection {
    private static let table = "population"
    private static let sizes = [2, 5, 10]

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let table = publishedTable(findings), case .share = table.rows[0][2] else { return [] }
        let share = CellReference(Self.table, row: 0, .bandShare)
        return ["Of the \(findings.unit) in the data, \(share, .rough) (\(share)) are alone in the population too."]
    }

    func section(_ findings: BriefFindings) -> Section? {
        guard let table = publishedTable(findings) else { return nil }
        return Section(
            "In the population", name: "population",
            blocks: [
                .statement(
                    """
                    A person who is alone in the data may have others like them in the population. Every class of the data was \
                    looked up in a file of the population.
                    """), .published(table),
            ])
    }

    private func publishedTable(_ findings: BriefFindings) -> PublishedTable? {
        guard let match = findings.population else { return nil }
        let below = Self.sizes.map { size in
            match.entries.reduce(0) { $0 + ($1.populationSize < size ? $1.size * $1.classes : 0) }
        }
        let sums = below + [match.records]
        // Each sum is the one before it and those in between, which are not published.
        let rests = sums.indices.dropFirst().map { sums[$0] - sums[$0 - 1] }
        let cells = findings.publisher.cells(
            sums + rests,
            relations: rests.indices.map { CountRelation(total: $0 + 1, parts: [$0, sums.count + $0]) },
            unpublished: Set(sums.count..<sums.count + rests.count))
        let names = ["Alone in the population too", "Among fewer than 5 there", "Among fewer than 10 there", "All"]
        let known = Wording.known(findings.lattice.fields)
        return PublishedTable(
            name: Self.table, title: "How many look alike in the population, with \(known) known",
            base: findings.wholeBase, unit: findings.unit, source: findings.source, notes: findings.controlNotes,
            columns: [
                Figure.populationBand.words(), Figure.bandRecords.counts(),
                Figure.bandShare.column(),
            ],
            rows: names.enumerated().map { row, name in
                [.text(name), cells[row], findings.publisher.share(cells[row], of: cells[sums.count - 1])]
            })
    }
}
