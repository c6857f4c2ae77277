/// A class of two or more records within a partitioned group.
package struct PartitionRun: BitwiseCopyable {
    package var start: UInt32
    package var count: UInt32
    package var code: UInt32

    @inlinable @inline(__always)
    package init(start: UInt32, count: UInt32, code: UInt32) {
        self.start = start
        self.count = count
        self.code = code
    }
}

extension LatticeCounter {
    /// Partitions a group by the field at a position, counts the classes, and visits those of two or more records.
    func split(
        _ keys: Cells<UInt64>, by position: Int, combination: UInt32, base: Int, depth: Int, level: Int
    ) {
        let count = keys.count
        let child = child(of: combination, base: base, position: position, depth: depth)
        let shift = UInt64(shape.shifts[position])
        let mask = (UInt64(1) << UInt64(shape.widths[position])) &- 1
        let rest = (UInt64(1) << shift) &- 1
        let kept = groups.cells(count, level: level)
        let runs = runs.cells(count / 2 + 1, level: level)
        let found: Int
        if Int(shape.widths[position]) <= tableBits {
            let excluded = shape.excludedCodes[position].map(Int.init) ?? -1
            let excluding = !shape.excludingPositions.isEmpty
            var alone = 0
            found = partition(count, into: kept, runs: runs, excluded: excluded) {
                Int(truncatingIfNeeded: (keys[$0] &>> shift) & mask)
            } payload: {
                keys[$0] & rest
            } single: { index in
                let pattern = excluding ? missingPattern(keys[index], after: position) : 0
                if pattern == 0 {
                    alone &+= 1
                } else {
                    creditIncomplete(pattern, combination: child, position: position, depth: depth)
                }
            }
            creditUniques(alone, combination: child, position: position, depth: depth)
        } else {
            found = sortPartition(keys, by: position, into: kept, runs: runs, combination: child, depth: depth)
        }
        let deeper = depth > 1 && position + 1 < shape.fieldCount
        for index in 0..<found {
            let run = runs[index]
            record(child, size: Int(run.count))
            if deeper {
                visit(
                    kept.part(Int(run.start), Int(run.count)), combination: child, base: position + 1,
                    from: position + 1, depth: depth - 1, level: level + 1)
            }
        }
    }

    /// Partitions the records of a bucket of all records, which agree on the upper bits of their codes, and counts on.
    ///
    /// - Parameters:
    ///   - low: How many lower bits of the codes differ within the bucket.
    ///   - payloads: The packed codes of all later positions, or rows where those do not fit.
    func splitBucket(
        _ codes: Cells<UInt32>, _ payloads: Cells<UInt64>, by position: Int, low: Int, packer: KeyPacker
    ) {
        let count = codes.count
        let depth = shape.maximumSize
        let child = child(of: 0, base: 0, position: position, depth: depth)
        let mask = (UInt32(1) << UInt32(low)) &- 1
        let kept = groups.cells(count, level: 0)
        let runs = runs.cells(count / 2 + 1, level: 0)
        var excluded = -1
        if let code = shape.excludedCodes[position], codes[0] & ~mask == code & ~mask {
            excluded = Int(code & mask)
        }
        let excluding = !shape.excludingPositions.isEmpty
        let packed = position + 1 >= shape.packedStart
        var alone = 0
        let found = partition(count, into: kept, runs: runs, excluded: excluded) {
            Int(truncatingIfNeeded: codes[$0] & mask)
        } payload: {
            payloads[$0]
        } single: { index in
            var pattern: UInt64 = 0
            if excluding {
                let payload = payloads[index]
                pattern =
                    packed
                    ? missingPattern(payload, after: position)
                    : packer.missingPattern(row: Int(payload), after: position)
            }
            if pattern == 0 {
                alone &+= 1
            } else {
                creditIncomplete(pattern, combination: child, position: position, depth: depth)
            }
        }
        creditUniques(alone, combination: child, position: position, depth: depth)
        let deeper = depth > 1 && position + 1 < shape.fieldCount
        for index in 0..<found {
            let run = runs[index]
            record(child, size: Int(run.count))
            if deeper {
                descend(
                    kept.part(Int(run.start), Int(run.count)), packer: packer, combination: child,
                    from: position + 1, depth: depth - 1, level: 1)
            }
        }
    }

    /// Counts codes in the table, then moves the records that are not alone, class by class in order of first appearance.
    ///
    /// - Parameters:
    ///   - excluded: The code of records to drop, or -1.
    ///   - code: The code of a record, below `1 << tableBits`.
    ///   - payload: What is kept of a record.
    ///   - single: Called for each record alone in its class.
    /// - Returns: The number of runs.
    @inline(__always)
    private func partition(
        _ count: Int, into kept: Cells<UInt64>, runs: Cells<PartitionRun>, excluded: Int,
        code: (Int) -> Int, payload: (Int) -> UInt64, single: (Int) -> Void
    ) -> Int {
        let table = table
        for index in 0..<count { table[code(index)] &+= 1 }
        if excluded >= 0 { table[excluded] = 0 }
        // A code's cell holds its count until it is met again; then the marked place of its next record.
        let placed: UInt32 = 1 << 31
        var found = 0
        var next: UInt32 = 0
        for index in 0..<count {
            let code = code(index)
            let cell = table[code]
            if cell == 1 {
                single(index)
                table[code] = 0
            } else if cell & placed != 0 {
                kept[Int(cell ^ placed)] = payload(index)
                table[code] = cell &+ 1
            } else if cell != 0 {
                runs[found] = PartitionRun(start: next, count: cell, code: UInt32(truncatingIfNeeded: code))
                found &+= 1
                kept[Int(next)] = payload(index)
                table[code] = placed | (next &+ 1)
                next &+= cell
            }
        }
        for index in 0..<found { table[Int(runs[index].code)] = 0 }
        return found
    }

    /// The same for codes too wide for the table: by sorting.
    private func sortPartition(
        _ keys: Cells<UInt64>, by position: Int, into kept: Cells<UInt64>, runs: Cells<PartitionRun>,
        combination: UInt32, depth: Int
    ) -> Int {
        let count = keys.count
        let shift = UInt64(shape.shifts[position])
        let bits = shift + UInt64(shape.widths[position])
        let own = bits == 64 ? UInt64.max : (UInt64(1) << bits) &- 1
        let rest = (UInt64(1) << shift) &- 1
        for index in 0..<count { kept[index] = keys[index] & own }
        kept.sort()
        var found = 0
        var next = 0
        var start = 0
        while start < count {
            let code = kept[start] >> shift
            var end = start + 1
            while end < count && kept[end] >> shift == code { end += 1 }
            if UInt32(truncatingIfNeeded: code) == shape.excludedCodes[position] {
                start = end
                continue
            }
            if end - start == 1 {
                let pattern = missingPattern(kept[start], after: position)
                if pattern == 0 {
                    creditUniques(1, combination: combination, position: position, depth: depth)
                } else {
                    creditIncomplete(pattern, combination: combination, position: position, depth: depth)
                }
            } else {
                runs[found] = PartitionRun(
                    start: UInt32(next), count: UInt32(end - start), code: UInt32(truncatingIfNeeded: code))
                found += 1
                for index in start..<end {
                    kept[next] = kept[index] & rest
                    next += 1
                }
            }
            start = end
        }
        return found
    }
}
