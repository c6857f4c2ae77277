import Counting
import Disclosure
import SingleoutTesting
import Testing

/// Field contributions and minimal identifying combinations against their definitions.
struct AttributionAgreementTests {
    @Test(arguments: 0..<10)
    func shapley(block: Int) throws {
        for seed in block * 10..<block * 10 + 10 {
            let table = SeededTable.random(seed: UInt64(95_000 + seed), records: 0...60, fields: 1...5)
            let missing: MissingSemantics = seed % 2 == 0 ? .category : .exclude
            let lattice = try CombinationLattice(counting: table.columns, missing: missing)
            let worth = Self.uniqueness(table, missing: missing)
            let fields = Array(table.columns.indices)
            let expected = SlowCounting.shapley(fields.count) { worth[$0] ?? 0 }
            for (field, contribution) in lattice.contributions().enumerated() {
                let shapley = try #require(contribution.shapley)
                #expect(contribution.field == "f\(field)")
                #expect(abs(shapley - expected[field]) < 1e-12, "\(table), field \(field)")
                #expect(contribution.alone == worth[[field]], "\(table), field \(field)")
                let whole = worth[fields] ?? 0
                let without = worth[fields.filter { $0 != field }] ?? 0
                #expect(contribution.leaveOneOut == whole - without, "\(table), field \(field)")
            }
        }
    }

    @Test(arguments: [0.01, 0.25, 0.5, 1])
    func minimalIdentifying(share: Double) throws {
        for seed in 96_000..<96_100 {
            let table = SeededTable.random(seed: UInt64(seed), records: 0...40, fields: 1...6)
            let missing: MissingSemantics = seed % 2 == 0 ? .category : .exclude
            let size = seed % 3 == 0 ? 2 : table.columns.count
            let lattice = try CombinationLattice(counting: table.columns, maximumSize: size, missing: missing)
            let worth = Self.uniqueness(table, missing: missing)
            let expected = SlowCounting.minimal(SlowCounting.combinations(of: table.columns.count, upTo: size)) {
                (worth[$0] ?? 0) >= share
            }
            #expect(lattice.minimalIdentifying(share: share).map(\.fields) == expected, "\(table), share \(share)")
        }
    }

    private static func uniqueness(_ table: SeededTable, missing: MissingSemantics) -> [[Int]: Double] {
        Dictionary(
            uniqueKeysWithValues: SlowCounting.lattice(of: table.columns, missing: missing)
                .map { ($0.fields, $0.histogram.uniqueness ?? 0) })
    }
}
