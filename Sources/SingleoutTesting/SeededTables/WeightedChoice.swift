/// Draws from a list of possibilities with stated weights.
public struct WeightedChoice: Sendable {
    private let cumulative: [Int]

    /// A choice among `weights.count` possibilities.
    ///
    /// - Parameter weights: At least one, each at least 0, not all 0.
    /// - Complexity: O(possibilities) time and memory.
    public init(_ weights: some Sequence<Int>) {
        var sum = 0
        cumulative = weights.map { weight in
            precondition(weight >= 0, "a weight must be at least 0, not \(weight)")
            sum += weight
            return sum
        }
        precondition(sum > 0, "a choice needs a possibility with a weight above 0")
    }

    /// Weights that fall like 1 / rank^power: few values are common, most are rare.
    ///
    /// - Parameters:
    ///   - count: The number of possibilities, at least 1.
    ///   - power: 0 for equal weights; whole, so that the weights are the same integers on every machine.
    public static func skewed(_ count: Int, power: Int = 1) -> WeightedChoice {
        WeightedChoice(
            (1...count).map { rank in max(1, 1_000_000_000 / (0..<power).reduce(1) { product, _ in product * rank }) })
    }

    /// The position of a possibility.
    ///
    /// - Complexity: O(log possibilities) time.
    public func draw(_ generator: inout SeededGenerator) -> Int {
        let target = generator.next(below: cumulative[cumulative.count - 1])
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
