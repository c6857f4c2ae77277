import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// Individual risks, thresholds, households and distributions against their twins, on seeded random tables whose last field is
/// the household.
struct RiskAgreementTests {
    private func near(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= 1e-11 * max(1, abs(expected))
    }

    @Test(arguments: 0..<10, [MissingSemantics.category, .exclude])
    func randomTables(block: Int, missing: MissingSemantics) throws {
        for seed in block * 20..<block * 20 + 20 {
            let table = SeededTable.random(seed: UInt64(140_000 + seed), records: 0...150, fields: 2...4)
            let keys = Array(table.columns.dropLast())
            let household = table.columns[table.columns.count - 1]
            var generator = SeededGenerator(seed: table.seed)
            // Some weights below 1, so that a class may have less weight than records.
            let weights = (0..<table.table.records).map { _ in Double(1 + generator.next(below: 400)) / 4 }
            let classes = try EquivalenceClasses(of: keys, missing: missing, threads: 1 + seed % 3)
            let found = IndividualRisks(classes, weights: weights, method: .exact)
            let what: Comment = "\(table), \(missing.name)"
            let numbers = SlowCounting.classes(of: keys, missing: missing)
            var sums: [Int: (size: Double, weight: Double)] = [:]
            for (number, weight) in zip(numbers, weights) {
                guard let number else { continue }
                sums[number, default: (0, 0)].size += 1
                sums[number, default: (0, 0)].weight += weight
            }
            let risks = numbers.map { number in
                number.flatMap { sums[$0] }.map { SlowRisk.benedettiFranconi(size: $0.size, weight: $0.weight) }
            }
            #expect(risks.indices.allSatisfy { near(found.risk(of: $0), risks[$0]) }, what)
            let known = risks.compactMap(\.self)
            #expect(near(found.expectedReidentifications, known.reduce(0, +)), what)
            try expectHouseholds(found, risks, household, what)
            expectThresholds(found, known, what)
            let distribution = RiskDistribution(found)
            #expect(distribution?.records ?? 0 == known.count, what)
            for (share, quantile) in zip(RiskDistribution.quantileShares, distribution?.quantiles ?? []) {
                let wanted = max(1, Int(((Double(share) ?? 0) * Double(known.count)).rounded(.up)))
                #expect(near(quantile, known.sorted()[wanted - 1]), what)
            }
        }
    }

    private func expectHouseholds(
        _ risks: IndividualRisks, _ slow: [Double?], _ household: Column, _ what: Comment
    ) throws {
        let found = try HouseholdRisks(risks, household: household, threshold: 0.4)
        let codes = household.codes.widened().map { $0 == household.missingCode ? nil : Int($0) }
        let expected = SlowRisk.households(slow, codes)
        #expect(found.count == expected.count, what)
        #expect(near(found.highestRisk, expected.map(\.risk).max()), what)
        #expect(near(found.expectedReidentifications, expected.reduce(0) { $0 + Double($1.members) * $1.risk }), what)
        // A risk within rounding of the threshold may fall on either side of it.
        let sure = expected.count { $0.risk > 0.4 + 1e-9 }
        #expect((sure...expected.count { $0.risk > 0.4 - 1e-9 }).contains(found.unsafe ?? -1), what)
    }

    private func expectThresholds(_ risks: IndividualRisks, _ slow: [Double], _ what: Comment) {
        for maxRate in [0.003, 0.02, 0.11, 0.37, 0.9] {
            #expect(
                near(RiskThreshold(risks, maxRate: maxRate)?.risk, SlowRisk.threshold(slow, maxRate: maxRate)), what)
        }
    }
}
