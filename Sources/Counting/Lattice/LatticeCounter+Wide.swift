internal import Microdata

extension LatticeCounter {
    /// Counts the combinations that extend one within a group whose remaining codes do not fit into one key.
    ///
    /// - Parameters:
    ///   - rows: The positions of the group's records in the table, two or more.
    ///   - packer: The columns, for the codes that no key holds yet.
    func visitWide(
        _ rows: Cells<UInt64>, packer: KeyPacker, combination: UInt32, base: Int, from: Int, depth: Int, level: Int
    ) {
        let count = rows.count
        var from = from
        while from < shape.packedStart {
            let child = child(of: combination, base: base, position: from, depth: depth)
            // The code goes above the row, so that sorting brings records of one class together, in order.
            let sorted = groups.cells(count, level: level)
            packer.codes(at: from, of: rows, into: sorted)
            sorted.sort()
            var start = 0
            var alone = 0
            while start < count {
                let code = sorted[start] >> 32
                var end = start + 1
                while end < count && sorted[end] >> 32 == code { end += 1 }
                if UInt32(truncatingIfNeeded: code) == shape.excludedCodes[from] {
                    start = end
                    continue
                }
                if end - start == 1 {
                    let row = Int(sorted[start] & 0xffff_ffff)
                    let pattern = packer.missingPattern(row: row, after: from)
                    if pattern == 0 {
                        alone += 1
                    } else {
                        creditIncomplete(pattern, combination: child, position: from, depth: depth)
                    }
                } else {
                    record(child, size: end - start)
                    for index in start..<end { sorted[index] &= 0xffff_ffff }
                    if depth > 1 && from + 1 < shape.fieldCount {
                        visitWide(
                            sorted[start..<end], packer: packer, combination: child, base: from + 1, from: from + 1,
                            depth: depth - 1, level: level + 1)
                    }
                }
                start = end
            }
            creditUniques(alone, combination: child, position: from, depth: depth)
            from += 1
        }
        guard from < shape.fieldCount else { return }
        let keys = groups.cells(count, level: level)
        packer.pack(from: from, rows: rows, into: keys)
        visit(keys, combination: combination, base: base, from: from, depth: depth, level: level + 1)
    }

    /// Goes on with a class: with keys when the remaining codes fit into one, else with rows.
    func descend(
        _ payloads: Cells<UInt64>, packer: KeyPacker, combination: UInt32, from: Int, depth: Int, level: Int
    ) {
        if from >= shape.packedStart {
            visit(payloads, combination: combination, base: from, from: from, depth: depth, level: level)
        } else {
            visitWide(
                payloads, packer: packer, combination: combination, base: from, from: from, depth: depth, level: level)
        }
    }
}
