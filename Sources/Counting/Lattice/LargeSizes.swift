/// Classes of sizes too large for the dense histogram, by combination: an open-addressing map from two 32-bit numbers to a
/// count.
struct LargeSizes {
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var used = 0

    init() {
        keys = [UInt64](repeating: 0, count: 256)
        counts = [UInt32](repeating: 0, count: 256)
    }

    /// Adds one class of a combination.
    ///
    /// - Complexity: O(1) amortised time.
    mutating func add(combination: UInt32, size: UInt32, classes: UInt32 = 1) {
        if used * 2 >= keys.count { grow() }
        insert((UInt64(combination) << 32) | UInt64(size), classes)
    }

    /// Calls the body with every combination, size and number of classes, in no order.
    func forEach(_ body: (_ combination: Int, _ size: Int, _ classes: Int) -> Void) {
        for index in keys.indices where counts[index] > 0 {
            body(Int(keys[index] >> 32), Int(keys[index] & 0xffff_ffff), Int(counts[index]))
        }
    }

    private mutating func insert(_ key: UInt64, _ classes: UInt32) {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
        while counts[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        if counts[slot] == 0 {
            keys[slot] = key
            used += 1
        }
        counts[slot] += classes
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        counts = [UInt32](repeating: 0, count: oldKeys.count * 2)
        used = 0
        for index in oldKeys.indices where oldCounts[index] > 0 { insert(oldKeys[index], oldCounts[index]) }
    }
}
