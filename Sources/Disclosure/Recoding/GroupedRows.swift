/// Rows in the order of their prefixes, so that the classes of one prefix are counted after those of another.
struct GroupedRows: Sendable {
    /// The suffix of each row.
    let suffixOf: [UInt32]
    /// The records of each row.
    let counts: [UInt32]
    /// Where the rows of each prefix start, and the end of the last.
    let starts: [Int]
    /// For each prefix what suppressing one of its records loses beyond the levels.
    let bits: [Double]

    /// Sorts rows by prefix, those of one prefix in their order.
    ///
    /// - Complexity: O(rows) time and memory.
    init(_ rows: ClassRows) {
        var next = [Int](repeating: 0, count: rows.prefixes + 1)
        for prefix in rows.prefixOf { next[Int(prefix) + 1] += 1 }
        for prefix in 0..<rows.prefixes { next[prefix + 1] += next[prefix] }
        starts = next
        var suffixOf = [UInt32](repeating: 0, count: rows.counts.count)
        var counts = suffixOf
        for (row, prefix) in rows.prefixOf.enumerated() {
            let place = next[Int(prefix)]
            next[Int(prefix)] = place + 1
            suffixOf[place] = rows.suffixOf[row]
            counts[place] = rows.counts[row]
        }
        self.suffixOf = suffixOf
        self.counts = counts
        bits = rows.bits
    }
}
