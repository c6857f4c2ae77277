/// Intervals that divide the positions from 0 to 2^32 among things, in order, and which thing a position belongs to.
struct PositionIndex: Sendable {
    /// Where each interval starts, and 2^32 after the last.
    private let starts: [Int]
    /// The interval in which each of 65,536 equal steps starts.
    private let first: [Int32]

    /// Intervals whose lengths are proportional to weights above 0.
    init(weights: [Double]) {
        precondition(!weights.isEmpty && weights.allSatisfy { $0 > 0 }, "intervals need weights above 0")
        let total = weights.reduce(0, +)
        var starts = [0]
        var sum = 0.0
        for weight in weights {
            sum += weight
            starts.append(Int((sum / total * 0x1p32).rounded()))
        }
        starts[weights.count] = 1 << 32
        self.starts = starts
        var first: [Int32] = []
        var interval = 0
        for step in 0..<65_536 {
            while starts[interval + 1] <= step << 16 { interval += 1 }
            first.append(Int32(interval))
        }
        self.first = first
    }

    /// The number of intervals.
    var count: Int { starts.count - 1 }

    /// The interval that a position in `[0, 2^32)` lies in.
    func interval(of position: Int) -> Int {
        var interval = Int(first[position >> 16])
        while starts[interval + 1] <= position { interval += 1 }
        return interval
    }

    /// The positions of an interval.
    func positions(of interval: Int) -> Range<Int> { starts[interval]..<starts[interval + 1] }

    /// The position in the middle of an interval.
    func middle(of interval: Int) -> Int { (starts[interval] + starts[interval + 1]) / 2 }

    /// A position moved by an offset, thrown back at both ends, so that evenly spread positions stay evenly spread.
    static func moved(_ position: Int, by offset: Int) -> Int {
        let end = 1 << 32
        var moved = position + offset
        while moved < 0 || moved >= end {
            if moved < 0 { moved = -moved - 1 }
            if moved >= end { moved = 2 * end - 1 - moved }
        }
        return moved
    }
}
