import Statistics
import Testing

@testable import PupilRegister

struct AliasTableTests {
    @Test(arguments: [[1], [1, 1], [1, 2, 3, 4], [0, 5, 0], [0.001, 1000, 3, 3, 3, 0.5]])
    func `the table holds the weights' proportions`(_ weights: [Double]) {
        let table = AliasTable(weights: weights)
        let total = weights.reduce(0, +)
        #expect(table.count == weights.count)
        for (weight, probability) in zip(weights, table.probabilities) {
            #expect(abs(weight / total - probability) < 0x1p-30)
        }
        #expect(abs(table.probabilities.reduce(0, +) - 1) < 0x1p-40)
    }

    @Test func `a long table holds its units exactly`() {
        var stream = RandomStream(seed: 3, purpose: 0, item: 0)
        let weights = (0..<5000).map { _ in stream.nextUnit() }
        let units = AliasTable.units(of: weights)
        #expect(units.reduce(0, +) == 1 << 32)
        let table = AliasTable(units: units)
        for (unit, probability) in zip(units, table.probabilities) {
            // A full cell's threshold stands for one unit in 2^32 of the cell less.
            #expect(abs(Double(unit) * 0x1p-32 - probability) < 0x1p-42)
        }
    }

    /// Chi-squared with 3 degrees of freedom stays below 27.9 with a probability of 1 - 4e-6; the seed is fixed.
    @Test func `draws follow the weights`() {
        let table = AliasTable(weights: [1, 2, 3, 4])
        var stream = RandomStream(seed: 1, purpose: 2, item: 3)
        var counts = [0, 0, 0, 0]
        for _ in 0..<100_000 { counts[table.draw(using: &stream)] += 1 }
        let squares = zip(counts, [10_000.0, 20_000, 30_000, 40_000]).map { pow2(Double($0) - $1) / $1 }
        #expect(squares.reduce(0, +) < 27.9)
    }

    @Test func `an outcome without weight is never drawn`() {
        let table = AliasTable(weights: [0, 1, 0, 2])
        var stream = RandomStream(seed: 4, purpose: 2, item: 3)
        #expect((0..<10_000).allSatisfy { _ in [1, 3].contains(table.draw(using: &stream)) })
    }

    private func pow2(_ value: Double) -> Double { value * value }
}
