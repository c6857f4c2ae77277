package import Statistics

/// A discrete distribution that is drawn from in constant time: one random number, one look into a table.
///
/// Goals, in order: the same draws on every machine; exact probabilities; speed.
///
/// The weights are rounded once, at set-up, to whole multiples of 2^-32 that sum to exactly 1; from there on everything
/// is integer arithmetic, so that a last bit that differs between two mathematical libraries is rounded away.
///
/// Source: Vose, A linear algorithm for generating random numbers with a given distribution, IEEE Trans. Software Eng.
/// 17 (1991) 972-975.
package struct AliasTable: Sendable {
    /// One cell for each outcome: in the high half the threshold, below which the outcome is the cell's own; in the low
    /// half the outcome otherwise.
    let cells: [UInt64]

    /// The distribution with probabilities in proportion to the weights.
    ///
    /// - Parameter weights: Finite, at least 0, at least one of them above 0; at least one and at most 2^31 weights. A
    ///   weight below 2^-33 of the total may be rounded to nothing.
    /// - Complexity: O(number of weights) in time and memory.
    package init(weights: [Double]) {
        self.init(units: AliasTable.units(of: weights))
    }

    /// The distribution with probabilities in units of 2^-32.
    ///
    /// - Parameter units: Non-negative, summing to 2^32.
    package init(units: [UInt64]) {
        let count = UInt64(units.count)
        precondition(count > 0 && count <= 1 << 31, "an alias table needs 1 to 2^31 outcomes")
        precondition(units.reduce(0, &+) == 1 << 32, "the units of an alias table sum to 2^32")
        // Scaled by the number of outcomes, the average cell holds exactly 2^32.
        var heights = units.map { $0 * count }
        var aliases = Array(0..<UInt32(count))
        var low: [Int] = []
        var high: [Int] = []
        for (outcome, height) in heights.enumerated() {
            if height < 1 << 32 { low.append(outcome) } else { high.append(outcome) }
        }
        while let giver = high.last, let taker = low.popLast() {
            aliases[taker] = UInt32(giver)
            heights[giver] -= (1 << 32) - heights[taker]
            if heights[giver] < 1 << 32 {
                high.removeLast()
                low.append(giver)
            }
        }
        // What is left holds exactly 2^32: such a cell is its own alias, whatever the threshold.
        cells = zip(heights, aliases).map { (min($0, 0xffff_ffff) << 32) | UInt64($1) }
    }

    /// The number of outcomes.
    package var count: Int { cells.count }

    /// One outcome, in `0..<count`.
    ///
    /// - Complexity: O(1); one number of the stream. Its high bits choose the cell, the bits below them the outcome in the
    ///   cell; the probabilities are off by less than `count / 2^64`.
    @inline(__always)
    package func draw(using stream: inout RandomStream) -> Int { outcome(of: stream.next()) }

    /// The outcome that a random number leads to.
    @inline(__always)
    package func outcome(of number: UInt64) -> Int {
        let (cell, rest) = number.multipliedFullWidth(by: UInt64(cells.count))
        let entry = cells[Int(truncatingIfNeeded: cell)]
        return rest >> 32 < entry >> 32 ? Int(truncatingIfNeeded: cell) : Int(truncatingIfNeeded: entry & 0xffff_ffff)
    }

    /// The probabilities as they are drawn, exactly, by outcome.
    package var probabilities: [Double] {
        var heights = [UInt64](repeating: 0, count: cells.count)
        for (own, cell) in cells.enumerated() {
            let alias = Int(cell & 0xffff_ffff)
            let threshold = alias == own ? 1 << 32 : cell >> 32
            heights[own] += threshold
            heights[alias] += (1 << 32) - threshold
        }
        return heights.map { Double($0) * 0x1p-32 / Double(cells.count) }
    }

    /// Weights as whole multiples of 2^-32 of their total, summing to exactly 2^32.
    ///
    /// What rounding leaves over goes to the largest.
    package static func units(of weights: [Double]) -> [UInt64] {
        precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is negative or not a number")
        let total = weights.reduce(0, +)
        precondition(total > 0 && total.isFinite, "the weights of an alias table are all 0")
        var units = weights.map { UInt64(($0 / total * 0x1p32).rounded()) }
        let largest = units.indices.max { units[$0] < units[$1] } ?? 0
        units[largest] = units[largest] &+ (1 << 32) &- units.reduce(0, &+)
        return units
    }
}
