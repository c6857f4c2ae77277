/// Classes by size, as they are found by one thread.
struct SizeTally: Sendable {
    private var small = [UInt32](repeating: 0, count: 4096)
    private var large: [Int: Int] = [:]

    /// Counts one class.
    @inline(__always)
    mutating func add(_ size: Int) {
        if size < 4096 { small[size] &+= 1 } else { large[size, default: 0] += 1 }
    }

    /// The classes of all tallies.
    static func histogram(_ tallies: some Sequence<SizeTally>) -> SizeHistogram {
        var classes: [Int: Int] = [:]
        for tally in tallies {
            for size in 1..<4096 where tally.small[size] > 0 { classes[size, default: 0] += Int(tally.small[size]) }
            classes.merge(tally.large, uniquingKeysWith: +)
        }
        return SizeHistogram(classesBySize: classes.map { (size: $0.key, classes: $0.value) })
    }
}
