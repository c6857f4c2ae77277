internal import Microdata

extension LatticeCounter {
    /// Counts the combinations that extend one within a group whose remaining codes do not fit into one key.
    ///
    /// - Parameters:
    ///   - rows: The positions of the group's records in the table, two or more.
    ///   - packer: The columns, for the codes that no key holds yet.
    func visitWide(
        _ rows: UnsafePointer<UInt64>, _ count: Int, packer: KeyPacker, combination: UInt32, base: Int, from: Int,
        depth: Int, level: Int
    ) {
        var from = from
        while from < shape.packedStart {
            let child = child(of: combination, base: base, position: from, depth: depth)
            // The code goes above the row, so that sorting brings records of one class together, in order.
            let sorted = unsafe groups.reserve(count, level: level)
            unsafe packer.codes(at: from, of: rows, count, into: sorted)
            var whole = unsafe UnsafeMutableBufferPointer(start: sorted, count: count)
            unsafe whole.sort()
            var start = 0
            var alone = 0
            while start < count {
                let code = unsafe sorted[start] >> 32
                var end = start + 1
                while unsafe end < count && sorted[end] >> 32 == code { end += 1 }
                if UInt32(truncatingIfNeeded: code) == shape.excludedCodes[from] {
                    start = end
                    continue
                }
                if end - start == 1 {
                    let row = unsafe Int(sorted[start] & 0xffff_ffff)
                    let pattern = packer.missingPattern(row: row, after: from)
                    if pattern == 0 {
                        alone += 1
                    } else {
                        creditIncomplete(pattern, combination: child, position: from, depth: depth)
                    }
                } else {
                    record(child, size: end - start)
                    for index in start..<end { unsafe sorted[index] &= 0xffff_ffff }
                    if depth > 1 && from + 1 < shape.fieldCount {
                        unsafe visitWide(
                            sorted + start, end - start, packer: packer, combination: child, base: from + 1,
                            from: from + 1, depth: depth - 1, level: level + 1)
                    }
                }
                start = end
            }
            creditUniques(alone, combination: child, position: from, depth: depth)
            from += 1
        }
        guard from < shape.fieldCount else { return }
        let keys = unsafe groups.reserve(count, level: level)
        unsafe packer.pack(from: from, rows: rows, count, into: keys)
        unsafe visit(
            keys, count, combination: combination, base: base, from: from, depth: depth, level: level + 1)
    }

    /// Goes on with a class: with keys when the remaining codes fit into one, else with rows.
    func descend(
        _ payloads: UnsafePointer<UInt64>, _ count: Int, packer: KeyPacker, combination: UInt32, from: Int, depth: Int,
        level: Int
    ) {
        if from >= shape.packedStart {
            unsafe visit(
                payloads, count, combination: combination, base: from, from: from, depth: depth, level: level)
        } else {
            unsafe visitWide(
                payloads, count, packer: packer, combination: combination, base: from, from: from, depth: depth,
                level: level)
        }
    }
}
