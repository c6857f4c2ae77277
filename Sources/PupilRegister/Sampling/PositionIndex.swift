/// Lines of positions from 0 to 2^32, each divided into intervals, and which interval a position belongs to.
///
/// The intervals of all lines are numbered one after another. It is asked for a random position several times for every
/// pupil, so it is kept small enough for a core's own cache.
struct PositionIndex: Sendable {
    /// Where a line's intervals and steps begin, and the width of a step as a power of 2.
    private struct Line {
        let interval: Int
        let step: Int
        let shift: Int
    }

    private let lines: [Line]
    /// The last position of each interval.
    private let lasts: [UInt32]
    /// The interval, counted from the line's first, in which each of a line's equal steps starts.
    private let firsts: [UInt16]

    /// One line with intervals whose lengths are proportional to weights.
    init(weights: [Double]) { self.init(lines: [weights]) }

    /// Lines with intervals whose lengths are proportional to weights.
    ///
    /// - Parameter weights: The weights of each line: above 0, at most 65,536 of them, none so small beside the others that
    ///   its interval would be empty.
    init(lines weights: [[Double]]) {
        var lines: [Line] = []
        var lasts: [UInt32] = []
        var firsts: [UInt16] = []
        for weights in weights {
            precondition(
                !weights.isEmpty && weights.count <= 65_536 && weights.allSatisfy { $0 > 0 },
                "intervals need weights above 0")
            let total = weights.reduce(0, +)
            // About as many steps as intervals: the search below then takes about one step of its own.
            var shift = 32
            while shift > 16 && 1 << (32 - shift) < weights.count { shift -= 1 }
            let line = Line(interval: lasts.count, step: firsts.count, shift: shift)
            var sum = 0.0
            var start = 0
            for (place, weight) in weights.enumerated() {
                sum += weight
                let end = place == weights.count - 1 ? 1 << 32 : Int((sum / total * 0x1p32).rounded())
                precondition(end > start, "an interval without positions")
                lasts.append(UInt32(end - 1))
                start = end
            }
            var interval = 0
            for step in 0..<1 << (32 - shift) {
                while lasts[line.interval + interval] < step << shift { interval += 1 }
                firsts.append(UInt16(interval))
            }
            lines.append(line)
        }
        self.lines = lines
        self.lasts = lasts
        self.firsts = firsts
    }

    /// The number of intervals of all lines.
    var count: Int { lasts.count }

    /// The interval that a position in `[0, 2^32)` of a line lies in.
    @inline(__always)
    func interval(of position: Int, line: Int = 0) -> Int {
        let line = lines[line]
        var interval = line.interval + Int(firsts[line.step + (position >> line.shift)])
        while lasts[interval] < position { interval += 1 }
        return interval
    }

    /// The positions of an interval on its line.
    func positions(of interval: Int) -> Range<Int> {
        let isFirst = lines.contains { $0.interval == interval }
        return (isFirst ? 0 : Int(lasts[interval - 1]) + 1)..<Int(lasts[interval]) + 1
    }

    /// The position in the middle of an interval.
    func middle(of interval: Int) -> Int {
        let positions = positions(of: interval)
        return (positions.lowerBound + positions.upperBound) / 2
    }

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
