import Foundation
import SingleoutTesting

/// Numbers below a count, drawn with chances 1, 1/2^power, 1/3^power, ... in a seeded order, in constant time each.
///
/// Source: Walker, An efficient method for generating discrete random variables with general distributions, 1977.
struct SkewedNumber {
    private let threshold: [Double]
    private let alias: [Int]
    private let order: [Int]

    init(_ count: Int, power: Double, seed: UInt64) {
        let weights = (1...count).map { pow(Double($0), -power) }
        let mean = weights.reduce(0, +) / Double(count)
        var threshold = weights.map { $0 / mean }
        var alias = Array(0..<count)
        var small = threshold.indices.filter { threshold[$0] < 1 }
        var large = threshold.indices.filter { threshold[$0] >= 1 }
        while let low = small.popLast(), let high = large.last {
            alias[low] = high
            threshold[high] -= 1 - threshold[low]
            if threshold[high] < 1 {
                large.removeLast()
                small.append(high)
            }
        }
        self.threshold = threshold
        self.alias = alias
        var generator = SeededGenerator(seed: seed)
        order = generator.permutation(of: count)
    }

    /// The next number.
    func draw(_ generator: inout SeededGenerator) -> Int {
        let at = generator.next(below: threshold.count)
        return order[generator.nextUnit() < threshold[at] ? at : alias[at]]
    }
}
