/// Counts of patterns in open addressing; it grows with the different patterns.
struct PatternTable {
    // No pattern has all bits: ten fields take thirty.
    private static let none = UInt32.max
    private var patterns: [UInt32]
    private var numbers: [Int]
    private var used = 0

    init(capacity: Int = 1 << 12) {
        patterns = Array(repeating: Self.none, count: capacity)
        numbers = Array(repeating: 0, count: capacity)
    }

    /// Counts patterns, one per pair.
    ///
    /// - Complexity: O(pairs) expected time; memory for the different patterns, of which there are few.
    mutating func add(_ all: [UInt32]) {
        let all = all.span
        for pair in all.indices { add(all[pair]) }
    }

    /// Counts a pattern once more.
    @inline(__always)
    mutating func add(_ pattern: UInt32, _ count: Int = 1) {
        var place = self.place(of: pattern)
        if patterns[place] == Self.none {
            if used * 2 >= patterns.count {
                grow()
                place = self.place(of: pattern)
            }
            patterns[place] = pattern
            used += 1
        }
        numbers[place] += count
    }

    /// The different patterns with their counts, in no order.
    var counts: [(pattern: UInt32, count: Int)] {
        patterns.indices.filter { patterns[$0] != Self.none }.map { (patterns[$0], numbers[$0]) }
    }

    @inline(__always)
    private func place(of pattern: UInt32) -> Int {
        let mask = patterns.count - 1
        var place = Int(pattern &* 0x9e37_79b1) >> 8 & mask
        while patterns[place] != pattern, patterns[place] != Self.none { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        var larger = PatternTable(capacity: patterns.count * 2)
        for (pattern, count) in counts { larger.add(pattern, count) }
        self = larger
    }
}
