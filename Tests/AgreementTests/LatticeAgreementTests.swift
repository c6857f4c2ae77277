import Counting
import Microdata
import SingleoutTesting
import Testing

/// The lattice against its slow twin. A seed names a table, so each failure can be repeated alone.
struct LatticeAgreementTests {
    @Test(arguments: 0..<40)
    func smallTables(block: Int) {
        for seed in block * 100..<block * 100 + 100 {
            let table = SeededTable.random(seed: UInt64(seed), records: 0...48, fields: 1...6)
            let size = seed % 3 == 0 ? nil : 1 + seed % table.columns.count
            expectLatticeAgrees(
                table.columns, maximumSize: size, missing: seed % 2 == 0 ? .category : .exclude, threads: 1 + seed % 3,
                table.description)
        }
    }

    @Test(arguments: 0..<10)
    func smallTablesOfManyFields(block: Int) {
        for seed in block * 10..<block * 10 + 10 {
            let table = SeededTable.random(seed: UInt64(10_000 + seed), records: 0...120, fields: 7...8)
            for missing in [MissingSemantics.category, .exclude] {
                expectLatticeAgrees(table.columns, missing: missing, table.description)
            }
        }
    }

    /// Groups of 65 to 512 records and beyond take other paths than small ones.
    @Test(arguments: [(64, 66, 40), (180, 220, 60), (505, 520, 60), (580, 620, 60), (2_900, 3_100, 30)])
    func middleTables(least: Int, most: Int, count: Int) {
        for seed in 0..<count {
            let table = SeededTable.random(
                seed: UInt64(20_000 + least * 100 + seed), records: least...most, fields: 1...6)
            expectLatticeAgrees(
                table.columns, maximumSize: seed % 3 == 0 ? 1 + seed % 5 % table.columns.count : nil,
                missing: seed % 2 == 0 ? .category : .exclude, table.description)
        }
    }

    /// Few values, so that groups stay large however many fields they agree on, and fields that split strongly.
    @Test(arguments: [
        [FieldShape.binary, .binary, .binary, .uniform(3), .uniform(4), .skewed(6), .constant, .binary],
        [.skewed(2_000), .binary, .uniform(3), .skewed(20), .skewed(40), .constant],
        [.skewed(40), .correlated(with: 0, noise: 0.01), .duplicate(of: 0), .uniform(9), .unique],
        [.uniform(300), .uniform(300), .binary, .uniform(5), .empty],
        [.uniform(12), .skewed(9)],
        [.uniform(40_000)],
    ])
    func largeGroups(shapes: [FieldShape]) {
        for (index, records) in [200, 600, 3_000, 20_000].enumerated() {
            for missing in [0.0, 0.03] {
                let table = SeededTable(
                    seed: UInt64(30_000 + index), records: records,
                    fields: shapes.map { SeededTable.Field($0, missing: missing) }, repeated: 0.1)
                expectLatticeAgrees(
                    table.columns, missing: missing == 0 ? .category : .exclude,
                    sample: records < 20_000 ? nil : 40, table.description)
            }
        }
    }

    /// Tables large enough to be partitioned by several threads at once.
    @Test(arguments: 0..<8)
    func parallelTables(seed: Int) {
        let table = SeededTable.random(seed: UInt64(40_000 + seed), records: 33_000...70_000, fields: 2...7)
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees(
                table.columns, maximumSize: seed % 2 == 0 ? nil : 2, missing: missing, threads: 2 + seed % 2,
                sample: 16,
                table.description)
        }
    }

    @Test func twentyFieldsInPairs() {
        let shapes: [FieldShape] = [
            .binary, .uniform(5), .skewed(30), .constant, .unique, .empty, .duplicate(of: 1),
            .correlated(with: 2, noise: 0.2), .uniform(700), .skewed(3_000),
        ]
        for (index, records) in [0, 1, 40, 700, 5_000].enumerated() {
            let table = SeededTable(
                seed: UInt64(50_000 + index), records: records,
                fields: (shapes + shapes).map { SeededTable.Field($0, missing: 0.02) })
            for missing in [MissingSemantics.category, .exclude] {
                expectLatticeAgrees(table.columns, maximumSize: 2, missing: missing, table.description)
            }
        }
    }

    /// More than 64 fields with missing values, each combination of which leaves out other records.
    @Test func seventyFields() {
        let table = SeededTable(
            seed: 51_000, records: 90,
            fields: .init(repeating: SeededTable.Field(.uniform(4), missing: 0.1), count: 70))
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees(table.columns, maximumSize: 2, missing: missing, table.description)
        }
    }

    @Test(arguments: [0, 1, 2])
    func tinyTables(records: Int) {
        for fields in 1...8 {
            for shape in [FieldShape.constant, .unique, .empty, .binary] {
                let table = SeededTable(
                    seed: UInt64(52_000 + fields), records: records,
                    fields: .init(repeating: SeededTable.Field(shape, missing: 0.5), count: fields))
                for missing in [MissingSemantics.category, .exclude] {
                    expectLatticeAgrees(table.columns, missing: missing, table.description)
                }
            }
        }
    }
}
