import Counting
import Microdata
import SingleoutTesting
import Testing

/// The combinations that hold a column, counted value by value, are those of the whole lattice.
struct HoldingAgreementTests {
    @Test(arguments: 0..<20)
    func smallTables(block: Int) throws {
        for seed in block * 20..<block * 20 + 20 {
            let table = SeededTable.random(seed: UInt64(70_000 + seed), records: 1...120, fields: 1...6)
            try Self.expect(table.columns, seed % 2 == 0 ? .category : .exclude, table.description)
        }
    }

    /// Values with so many records that all threads count them, beside values with few, and more values than are divided by.
    @Test func largeTables() throws {
        let table = SeededTable(
            seed: 71_000, records: 300_000,
            fields: [.binary, .skewed(300), .uniform(5_000), .skewed(9)].map { SeededTable.Field($0, missing: 0.01) },
            repeated: 0.1)
        for missing in [MissingSemantics.category, .exclude] {
            try Self.expect(table.columns, missing, table.description)
        }
    }

    private static func expect(_ columns: [Column], _ missing: MissingSemantics, _ name: String) throws {
        for held in columns.indices {
            for maximum in [nil, 1, 2, columns.count] as [Int?] {
                var others = columns
                others.remove(at: held)
                let whole = try CombinationLattice(counting: columns, maximumSize: maximum, missing: missing)
                let found = try CombinationLattice.histograms(
                    holding: columns[held], beside: others, maximumSize: maximum, missing: missing, threads: 2)
                let expected = whole.entries.filter { $0.fields.contains(held) }
                #expect(found.count == expected.count, "\(name)")
                for entry in expected {
                    let key = entry.fields.filter { $0 != held }.map { $0 > held ? $0 - 1 : $0 }
                    #expect(found[key] == entry.histogram, "\(entry.fields) of \(name)")
                }
            }
        }
    }
}
