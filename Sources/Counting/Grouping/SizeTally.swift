/// Classes by size, as they are found by one thread.
package struct SizeTally: Sendable {
    @usableFromInline var small = [UInt32](repeating: 0, count: 4096)
    @usableFromInline var large: [Int: Int] = [:]

    /// No class.
    package init() {}

    /// Counts one class.
    @inlinable @inline(__always)
    package mutating func add(_ size: Int) {
        if size < 4096 { small[size] &+= 1 } else { large[size, default: 0] += 1 }
    }

    /// The classes of all tallies.
    package static func histogram(_ tallies: some Sequence<SizeTally>) -> SizeHistogram {
        var classes: [Int: Int] = [:]
        for tally in tallies {
            for size in 1..<4096 where tally.small[size] > 0 { classes[size, default: 0] += Int(tally.small[size]) }
            classes.merge(tally.large, uniquingKeysWith: +)
        }
        return SizeHistogram(classesBySize: classes.map { (size: $0.key, classes: $0.value) })
    }
}
