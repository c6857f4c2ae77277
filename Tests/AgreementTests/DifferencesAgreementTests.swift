import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Differences of two releases against the twin that counts cell by cell. A seed names the tables.
struct DifferencesAgreementTests {
    /// Two releases of a seeded table: the second lacks some records, has some changed and some new ones.
    private static func releases(_ seed: Int, records: Int) -> ([SlowDifferences.Record], [SlowDifferences.Record], Int)
    {
        var generator = SeededGenerator(seed: UInt64(seed))
        let fields = 1 + generator.next(below: 4)
        let values = (0...fields).map { _ in [1, 2, 3, 5, 20][generator.next(below: 5)] }
        let gaps = generator.chance(0.5) ? 0.1 : 0
        let (left, altered) = ([0, 0.05, 0.3, 1][generator.next(below: 4)], [0, 0.05][generator.next(below: 2)])
        func value(_ field: Int) -> String? {
            generator.chance(gaps) ? nil : "v\(generator.next(below: values[field]))"
        }
        func record(_ number: Int) -> SlowDifferences.Record {
            SlowDifferences.Record(
                (0..<fields).map(value), sensitive: [value(fields)],
                identifier: generator.chance(0.02) ? nil : "\(generator.chance(0.02) ? number / 2 : number)")
        }
        let first = (0..<records).map(record)
        var second: [SlowDifferences.Record] = []
        for (number, old) in first.enumerated() where !generator.chance(left) {
            second.append(generator.chance(altered) ? record(number) : old)
        }
        for number in 0..<generator.next(below: 4) + (second.isEmpty ? 1 : 0) {
            second.append(record(records + number))
        }
        return (first, second, fields)
    }

    @Test(arguments: 0..<10)
    func randomReleases(block: Int) throws {
        for seed in block * 30..<block * 30 + 30 {
            let (first, second, fields) = Self.releases(410_000 + seed, records: 1 + seed % 90)
            func columns(_ records: [SlowDifferences.Record]) -> [Column] {
                (0..<fields).map { field in
                    Column(name: "f\(field)", values: records.map { $0.values[field] })
                }
            }
            func column(
                _ name: String, _ records: [SlowDifferences.Record], _ value: (SlowDifferences.Record) -> String?
            )
                -> Column
            { Column(name: name, values: records.map(value)) }
            let (minimumCell, leavesOut) = (2 + seed % 9, seed % 2 == 0)
            let found = try DifferenceLattice(
                columns(first), columns(second),
                sensitive: ([column("s", first) { $0.sensitive[0] }], [column("s", second) { $0.sensitive[0] }]),
                identifiers: (column("id", first, \.identifier), column("id", second, \.identifier)),
                minimumCell: minimumCell, missing: leavesOut ? .exclude : .category, threads: 1 + seed % 3)
            let combinations = SlowCounting.combinations(of: fields, upTo: fields)
            #expect((found.entries.map(\.fields) == combinations) as Bool)
            for entry in found.entries {
                let expected = SlowDifferences.counts(
                    first, second, by: entry.fields, minimumCell: minimumCell, leavesOut: leavesOut)
                let figures = entry.figures
                var counts = SlowDifferences.Counts()
                counts.cells = figures.cells
                counts.different = figures.different
                counts.published = figures.published
                counts.isolating = figures.isolating
                counts.isolated = figures.isolated
                counts.single = figures.single
                counts.learned = figures.learned.map { [$0.cells, $0.records] }
                if counts != expected {
                    Issue.record("seed \(seed), \(entry.fields): \(counts) instead of \(expected)")
                    return
                }
            }
            let changes = try #require(found.changes)
            #expect(
                ([changes.dropped, changes.added, changes.changed, changes.same]
                    == SlowDifferences.changes(first, second)) as Bool, "seed \(seed)")
            let any = SlowDifferences.isolatedByAny(
                first, second, combinations: combinations, minimumCell: minimumCell, leavesOut: leavesOut)
            #expect(
                ((found.differing, found.isolatedByAny, found.singleByAny)
                    == (any.differing, any.isolated, any.single)) as Bool, "seed \(seed)")
        }
    }
}
