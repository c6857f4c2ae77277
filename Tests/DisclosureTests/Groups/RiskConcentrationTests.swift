import Counting
import SingleoutTesting
import Testing

@testable import GroupComparison

struct RiskConcentrationTests {
    /// Classes of 1, 1 and 2 records: risks 1, 1, 1/2, 1/2 of 3 in all. The first record carries a third, so half of the risk
    /// takes 1.5 records of 4. Sorted from the lowest, mean absolute difference: 8 pairs of 1/2 over 2 n^2 mean = 4 / (2 16 3/4).
    @Test func byHand() throws {
        let concentration = try #require(RiskConcentration(SizeHistogram(sizes: [1, 1, 2])))
        #expect(concentration.curve.map(\.records) == [0, 0.5, 1])
        #expect(concentration.curve.map(\.risk) == [0, 2.0 / 3, 1])
        #expect(abs(concentration.records(carrying: 0.5) - 1.5 / 4) < 1e-15)
        #expect(abs(concentration.gini - 1.0 / 6) < 1e-15)
    }

    @Test func equalRisksAreNotConcentrated() throws {
        let concentration = try #require(RiskConcentration(SizeHistogram(sizes: [3, 3, 3])))
        #expect(concentration.gini == 0)
        #expect(concentration.records(carrying: 0.5) == 0.5)
        #expect(concentration.records(carrying: 0) == 0)
        #expect(concentration.records(carrying: 1) == 1)
    }

    @Test func noRecords() { #expect(RiskConcentration(SizeHistogram(sizes: [])) == nil) }

    /// Against the definition: half the mean absolute difference of all pairs over the mean.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func giniIsTheMeanDifference(seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let sizes = (0..<1 + numbers.next(below: 20)).map { _ in 1 + numbers.next(below: 6) }
        let risks = sizes.flatMap { size in [Double](repeating: 1 / Double(size), count: size) }
        let mean = risks.reduce(0, +) / Double(risks.count)
        let difference = risks.reduce(0) { sum, a in sum + risks.reduce(0) { $0 + abs($1 - a) } }
        let gini = difference / (2 * Double(risks.count * risks.count) * mean)
        let concentration = try #require(RiskConcentration(SizeHistogram(sizes: sizes)))
        #expect(abs(concentration.gini - gini) < 1e-12, "seed \(seed)")
    }
}
