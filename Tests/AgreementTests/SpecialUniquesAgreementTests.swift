import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Minimal sample uniques against the twin that tries every set. A seed names a table, so each failure can be repeated alone.
struct SpecialUniquesAgreementTests {
    private func expectAgrees(
        _ columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics, threads: Int, _ what: String
    ) throws {
        let found = try SpecialUniques(of: columns, maximumSize: maximumSize, missing: missing, threads: threads)
        let expected = SlowCounting.minimalSampleUniques(of: columns, maximumSize: maximumSize, missing: missing)
        let text = "\(what), maximum size \(maximumSize ?? columns.count), \(missing.name), \(threads) threads"
        for (record, sets) in expected.enumerated() where found.minimalSets(of: record) != sets {
            Issue.record("record \(record): \(found.minimalSets(of: record)) instead of \(sets); \(text)")
            return
        }
        let sizes = expected.flatMap { $0.map(\.count) }
        for size in 1...(maximumSize ?? columns.count) {
            #expect((found.counts[size] == sizes.count { $0 == size }) as Bool, "size \(size); \(text)")
            for field in columns.indices {
                let containing = expected.reduce(0) { $0 + $1.count { $0.count == size && $0.contains(field) } }
                #expect((found.countsByField[field][size] == containing) as Bool, "field \(field); \(text)")
            }
        }
    }

    @Test(arguments: 0..<20)
    func smallTables(block: Int) throws {
        for seed in block * 50..<block * 50 + 50 {
            let table = SeededTable.random(seed: UInt64(120_000 + seed), records: 0...60, fields: 1...7)
            try expectAgrees(
                table.columns, maximumSize: seed % 3 == 0 ? 1 + seed % table.columns.count : nil,
                missing: seed % 2 == 0 ? .category : .exclude, threads: 1 + seed % 3, table.description)
        }
    }

    /// Groups of up to 64 records are walked by masks, larger ones by partition.
    @Test(arguments: [(60, 70, 30), (120, 200, 30), (600, 900, 12)])
    func middleTables(least: Int, most: Int, count: Int) throws {
        for seed in 0..<count {
            let table = SeededTable.random(
                seed: UInt64(121_000 + least * 100 + seed), records: least...most, fields: 2...6)
            try expectAgrees(
                table.columns, missing: seed % 2 == 0 ? .category : .exclude, threads: 2, table.description)
        }
    }

    /// Few values in most fields, so that groups stay large and classes are shared by all threads.
    @Test(arguments: [
        [FieldShape.binary, .binary, .uniform(3), .skewed(6), .skewed(40), .uniform(300)],
        [.skewed(9), .skewed(30), .correlated(with: 0, noise: 0.01), .duplicate(of: 1), .skewed(900)],
        [.binary, .unique, .uniform(4), .constant, .empty],
    ])
    func largeTables(shapes: [FieldShape]) throws {
        for (seed, records) in [5_000, 9_000].enumerated() {
            let table = SeededTable(
                seed: UInt64(122_000 + seed), records: records, fields: shapes.map { .init($0, missing: 0.02) },
                repeated: 0.1)
            for missing in [MissingSemantics.category, .exclude] {
                try expectAgrees(table.columns, missing: missing, threads: 1 + seed, table.description)
            }
        }
    }

    @Test func manyFields() throws {
        let table = SeededTable(
            seed: 123_000, records: 300, fields: .init(repeating: .init(.skewed(5), missing: 0.05), count: 20))
        for missing in [MissingSemantics.category, .exclude] {
            try expectAgrees(table.columns, maximumSize: 3, missing: missing, threads: 2, table.description)
        }
    }

    /// The number of threads and the order of fields and records change nothing.
    @Test func invariance() throws {
        for seed in 124_000..<124_012 {
            let table = SeededTable.random(seed: UInt64(seed), records: 4_500...9_000, fields: 2...7)
            let alone = try SpecialUniques(of: table.columns, threads: 1)
            for threads in [2, 3, 8] {
                let again = try SpecialUniques(of: table.columns, threads: threads)
                #expect((again == alone) as Bool, "\(table), \(threads) threads")
            }
            var generator = SeededGenerator(seed: table.seed)
            let fields = generator.permutation(of: table.columns.count)
            let records = generator.permutation(of: table.table.records)
            let moved = try SpecialUniques(of: reordered(fields.map { table.columns[$0] }, records), threads: 2)
            for (place, record) in records.enumerated().prefix(3_000) {
                let sets = Set(moved.minimalSets(of: place).map { Set($0.map { fields[$0] }) })
                let expected = Set(alone.minimalSets(of: record).map { Set($0) })
                if sets != expected {
                    Issue.record("\(table), record \(record): \(sets) instead of \(expected)")
                    break
                }
            }
        }
    }
}
