import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Matches with other files against the slow twin.
struct AcrossAgreementTests {
    @Test(arguments: 0..<10)
    func samples(block: Int) throws {
        for seed in block * 20..<block * 20 + 20 { try expectAgrees(seed: UInt64(120_000 + seed), records: 0...60) }
    }

    /// Enough records for several threads and buckets, with missing values, a strong field and fields too wide for a key.
    @Test(arguments: [false, true])
    func largeFilesDoNotDependOnThreads(isWide: Bool) throws {
        let strong = SeededTable.Field(.uniform(20_000), missing: 0.01)
        let fields =
            [strong, .init(.binary, missing: 0.2), .init(.skewed(40)), .init(.uniform(1_500), missing: 0.1)]
            + (isWide ? [strong, strong, .init(.unique)] : [])
        let first = SeededTable(seed: 121_000, records: 30_000, fields: fields, repeated: 0.2)
        let second = SeededTable(seed: 121_001, records: 25_000, fields: fields, repeated: 0.2)
        for missing in [MissingSemantics.category, .exclude] {
            let lattices = try [1, 2, 3].map { threads in
                try lattice(first.columns, [second.columns], missing: missing, threads: threads)
            }
            #expect((lattices[0] == lattices[1]) as Bool, "\(first), \(missing.name)")
            #expect((lattices[0] == lattices[2]) as Bool, "\(first), \(missing.name)")
            for entry in lattices[0].entries {
                let columns = entry.fields.map { first.columns[$0] }
                let histogram = SlowCounting.histogram(of: columns, missing: missing)
                #expect(entry.figures.uniques == histogram.uniques, "\(first), \(entry.fields)")
                let pairs = SlowCounting.populationMatch(
                    columns, in: entry.fields.map { second.columns[$0] }, missing: missing)
                func records(_ isCounted: (Int) -> Bool) -> Int {
                    pairs.reduce(0) { $0 + (isCounted($1.populationSize) ? $1.size * $1.classes : 0) }
                }
                #expect(entry.figures.exactlyOne == records { $0 == 1 }, "\(first), \(entry.fields)")
                #expect(entry.figures.several == records { $0 > 1 }, "\(first), \(entry.fields)")
                #expect(entry.figures.none == records { $0 == 0 }, "\(first), \(entry.fields)")
            }
        }
    }

    /// In a population that holds the file the risks are those of the standard attackers.
    @Test func risksAgreeWithTheAttackersOfAPopulation() throws {
        let population = SeededTable(
            seed: 122_000, records: 3_000,
            fields: [.init(.skewed(80)), .init(.uniform(30), missing: 0.1), .init(.binary)])
        let file = population.columns.map { column in
            Column(
                name: column.name,
                codes: CodeArray(
                    narrowing: Array(column.codes.widened().prefix(900)), cardinality: column.cardinality),
                dictionary: column.dictionary, missingCode: column.missingCode)
        }
        for missing in [MissingSemantics.category, .exclude] {
            let lattice = try MatchLattice(file, in: [population.columns], missing: missing, threshold: 0.3)
            for entry in lattice.entries {
                let match = try PopulationMatch(
                    entry.fields.map { file[$0] }, in: entry.fields.map { population.columns[$0] }, missing: missing)
                let expected = try #require(AttackerRisks(match, threshold: 0.3))
                let risk = try #require(entry.figures.lookup)
                #expect(risk.recordsAtRisk == expected.journalist.recordsAtRisk, "\(population), \(entry.fields)")
                #expect(risk.highestRisk == expected.journalist.highestRisk, "\(population), \(entry.fields)")
                #expect(
                    abs(risk.journalistSuccessRate - expected.journalist.successRate) < 1e-12,
                    "\(population), \(entry.fields)")
                #expect(
                    abs(risk.marketerSuccessRate - expected.marketerSuccessRate) < 1e-12,
                    "\(population), \(entry.fields)")
            }
        }
    }

    /// The lattice of files whose fields are all shared but the last, which names persons and is added, too.
    private func lattice(
        _ file: [Column], _ others: [[Column]], missing: MissingSemantics, threads: Int
    ) throws -> MatchLattice {
        let shared = Array(file.dropLast())
        let joins = try others.map { other in
            try FileJoin(
                shared, with: Array(other.dropLast()), adding: [other[other.count - 1]], missing: missing,
                threads: threads)
        }
        return try MatchLattice(
            shared, in: others.map { Array($0.dropLast()) },
            identifiers: ([file] + others).map { $0[$0.count - 1] }, joins: joins, missing: missing, threads: threads)
    }

    private func expectAgrees(seed: UInt64, records: ClosedRange<Int>) throws {
        let first = SeededTable.random(seed: seed, records: records, fields: 2...5)
        var generator = SeededGenerator(seed: seed)
        // Other files of the same fields: some records of the first, with values of their own here and there.
        let count = 1 + generator.next(below: 2)
        let others: [[Column]] = (0..<count).map { _ in
            let kept = (0..<first.table.records).filter { _ in generator.chance(0.7) }
            return first.columns.map { column in
                let codes = column.codes.widened()
                let values: [String?] = kept.map { record in
                    if generator.chance(0.1) { return generator.chance(0.3) ? nil : "v\(generator.next(below: 5))" }
                    return codes[record] == column.missingCode ? nil : column.dictionary[Int(codes[record])]
                }
                return Column(name: column.name, values: values.reversed())
            }
        }
        for missing in [MissingSemantics.category, .exclude] {
            let found = try lattice(first.columns, others, missing: missing, threads: 2)
            let shared = Array(first.columns.dropLast())
            let combinations = SlowCounting.combinations(of: shared.count, upTo: shared.count)
            #expect(found.entries.map(\.fields) == combinations)
            let twins = others.map { other in
                SlowMatching.Other(
                    shared: Array(other.dropLast()), identifier: other[other.count - 1], added: [other[other.count - 1]]
                )
            }
            for entry in found.entries {
                let expected = SlowMatching.counts(
                    shared, identifier: first.columns[first.columns.count - 1], in: twins, by: entry.fields,
                    missing: missing)
                #expect(
                    (Self.counts(entry.figures) == expected) as Bool,
                    "\(first) with \(count) others, \(missing.name), combination \(entry.fields)")
            }
        }
    }

    private static func counts(_ figures: MatchFigures) -> SlowMatching.Counts {
        var counts = SlowMatching.Counts()
        counts.records = figures.records
        counts.classes = figures.classes
        counts.exactlyOne = figures.exactlyOne
        counts.several = figures.several
        counts.none = figures.none
        counts.oneToOne = figures.oneToOne
        counts.uniques = figures.uniques
        counts.uniqueOnlyAfterJoin = figures.uniqueOnlyAfterJoin ?? -1
        counts.checkable = figures.checkable ?? -1
        counts.right = figures.right ?? -1
        return counts
    }
}
