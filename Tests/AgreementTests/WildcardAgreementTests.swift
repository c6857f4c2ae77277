import Counting
import Microdata
import SingleoutTesting
import Testing

/// Wildcard frequencies against the pair-by-pair twin. Weights and alpha are dyadic, so sums are exact in any order.
struct WildcardAgreementTests {
    @Test(arguments: 0..<20)
    func randomTables(block: Int) throws {
        for seed in block * 25..<block * 25 + 25 {
            let table = SeededTable.random(seed: UInt64(80_000 + seed), records: 0...90, fields: 1...6)
            try expectAgreement(table, alpha: [0, 0.25, 0.5, 1][seed % 4])
        }
    }

    /// Most records lack some value, in every pattern, and some lack all.
    @Test(arguments: [1, 2, 3, 5])
    func manyMissing(fields: Int) throws {
        for seed in 0..<20 {
            let table = SeededTable(
                seed: UInt64(81_000 + seed), records: 150,
                fields: .init(repeating: .init(.uniform(3), missing: 0.5), count: fields))
            try expectAgreement(table, alpha: [0, 0.5, 1][seed % 3])
        }
    }

    private func expectAgreement(_ table: SeededTable, alpha: Double) throws {
        var generator = SeededGenerator(seed: table.seed)
        let weights = (0..<table.table.records).map { _ in Double(1 + generator.next(below: 500)) / 2 }
        let found = try WildcardFrequencies(of: table.columns, alpha: alpha, weights: weights, threads: 2)
        let expected = SlowCounting.wildcardFrequencies(of: table.columns, alpha: alpha)
        let weighted = SlowCounting.wildcardFrequencies(of: table.columns, alpha: alpha, weights: weights)
        #expect((found.frequencies == expected) as Bool, "\(table), alpha \(alpha)")
        #expect((found.weightedFrequencies == weighted) as Bool, "weighted, \(table), alpha \(alpha)")
    }
}
