internal import Counting

/// Counts the classes of one prefix after the other: a small table, by hashing, that stays in the cache.
struct PrefixTable {
    private var keys: [UInt64] = []
    private var sizes: [UInt32] = []
    private var firsts: [UInt32] = []
    /// The places in use.
    private var used: [UInt32] = []

    /// Counts the rows of a prefix.
    ///
    /// - Returns: The number of classes.
    /// - Complexity: O(rows) expected time.
    mutating func count(_ range: Range<Int>, of rows: GroupedRows, _ suffixes: SuffixKeys) -> Int {
        var size = 64
        while size < range.count * 2 { size *= 2 }
        if sizes.count < size {
            keys = [UInt64](repeating: 0, count: size)
            sizes = [UInt32](repeating: 0, count: size)
            firsts = sizes
            used = sizes
        }
        return Self.count(
            range, of: rows, suffixes, mask: size - 1, keys: &keys, sizes: &sizes, firsts: &firsts, used: &used)
    }

    private static func count(
        _ range: Range<Int>, of rows: GroupedRows, _ suffixes: SuffixKeys, mask: Int, keys: inout [UInt64],
        sizes: inout [UInt32], firsts: inout [UInt32], used: inout [UInt32]
    ) -> Int {
        var key = keys.mutableSpan
        var size = sizes.mutableSpan
        var first = firsts.mutableSpan
        var use = used.mutableSpan
        let (suffixOf, counts, keyOf) = (rows.suffixOf.span, rows.counts.span, suffixes.keys.span)
        var classes = 0
        for row in range {
            let own = keyOf[Int(suffixOf[row])]
            var slot = Int(truncatingIfNeeded: OpenTable.hash(own) &>> 16) & mask
            while size[slot] != 0, key[slot] != own { slot = (slot &+ 1) & mask }
            if size[slot] == 0 {
                key[slot] = own
                first[slot] = UInt32(truncatingIfNeeded: row)
                use[classes] = UInt32(truncatingIfNeeded: slot)
                classes &+= 1
            }
            size[slot] &+= counts[row]
        }
        return classes
    }

    /// Hands each class to the body, in the order of their first rows, and empties the table.
    @inline(__always)
    mutating func take(_ classes: Int, _ body: (_ size: UInt32, _ first: Int) -> Void) {
        for number in 0..<classes {
            let slot = Int(used[number])
            body(sizes[slot], Int(firsts[slot]))
            sizes[slot] = 0
        }
    }
}
