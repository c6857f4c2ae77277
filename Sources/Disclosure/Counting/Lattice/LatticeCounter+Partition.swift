/// A class of two or more records within a partitioned group.
struct PartitionRun: BitwiseCopyable {
    var start: UInt32
    var count: UInt32
    var code: UInt32
}

extension LatticeCounter {
    /// Partitions a group by the field at a position, counts the classes, and visits those of two or more records.
    func split(
        _ keys: UnsafePointer<UInt64>, _ count: Int, by position: Int, combination: UInt32, base: Int, depth: Int,
        level: Int
    ) {
        let child = child(of: combination, base: base, position: position, depth: depth)
        let kept = unsafe groups.reserve(count, level: level)
        let runs = unsafe runs.reserve(count / 2 + 1, level: level)
        var alone = 0
        let found =
            unsafe Int(shape.widths[position]) <= tableBits
            ? partition(keys, count, by: position, into: kept, runs: runs, alone: &alone)
            : sortPartition(keys, count, by: position, into: kept, runs: runs, alone: &alone)
        creditUniques(alone, combination: child, position: position, depth: depth)
        let deeper = depth > 1 && position + 1 < shape.fieldCount
        for index in 0..<found {
            let run = unsafe runs[index]
            record(child, size: Int(run.count))
            if deeper {
                unsafe visit(
                    kept + Int(run.start), Int(run.count), combination: child, base: position + 1, from: position + 1,
                    depth: depth - 1, level: level + 1)
            }
        }
    }

    /// Counts the codes in a table, then moves the records that are not alone, class by class, without the code.
    private func partition(
        _ keys: UnsafePointer<UInt64>, _ count: Int, by position: Int, into kept: UnsafeMutablePointer<UInt64>,
        runs: UnsafeMutablePointer<PartitionRun>, alone: inout Int
    ) -> Int {
        let shift = UInt64(shape.shifts[position])
        let mask = (UInt64(1) << UInt64(shape.widths[position])) &- 1
        let rest = (UInt64(1) << shift) &- 1
        let table = unsafe table
        for index in 0..<count {
            unsafe table[Int(truncatingIfNeeded: keys[index] &>> shift & mask)] &+= 1
        }
        // A code's cell holds its count until it is met again; then the marked place of its next record.
        let placed: UInt32 = 1 << 31
        var found = 0
        var next: UInt32 = 0
        var single = 0
        for index in 0..<count {
            let key = unsafe keys[index]
            let code = Int(truncatingIfNeeded: key &>> shift & mask)
            let cell = unsafe table[code]
            if cell == 1 {
                single &+= 1
                unsafe table[code] = 0
            } else if cell & placed != 0 {
                unsafe kept[Int(cell ^ placed)] = key & rest
                unsafe table[code] = cell &+ 1
            } else {
                unsafe runs[found] = PartitionRun(start: next, count: cell, code: UInt32(truncatingIfNeeded: code))
                found &+= 1
                unsafe kept[Int(next)] = key & rest
                unsafe table[code] = placed | (next &+ 1)
                next &+= cell
            }
        }
        for index in 0..<found { unsafe table[Int(runs[index].code)] = 0 }
        alone = single
        return found
    }

    /// Partitions the records of a bucket of all records, which agree on the upper bits of their codes, and counts on.
    ///
    /// - Parameters:
    ///   - low: How many lower bits of the codes differ within the bucket.
    ///   - payloads: The packed codes of all later positions, or rows where those do not fit.
    func splitBucket(
        _ codes: UnsafePointer<UInt32>, _ payloads: UnsafePointer<UInt64>, _ count: Int, by position: Int, low: Int,
        packer: KeyPacker
    ) {
        let depth = shape.maximumSize
        let child = child(of: 0, base: 0, position: position, depth: depth)
        let mask = (UInt32(1) << UInt32(low)) &- 1
        let kept = unsafe groups.reserve(count, level: 0)
        let runs = unsafe runs.reserve(count / 2 + 1, level: 0)
        let table = unsafe table
        for index in 0..<count { unsafe table[Int(codes[index] & mask)] &+= 1 }
        let placed: UInt32 = 1 << 31
        var found = 0
        var next: UInt32 = 0
        var alone = 0
        for index in 0..<count {
            let code = unsafe Int(codes[index] & mask)
            let cell = unsafe table[code]
            if cell == 1 {
                alone &+= 1
                unsafe table[code] = 0
            } else if cell & placed != 0 {
                unsafe kept[Int(cell ^ placed)] = payloads[index]
                unsafe table[code] = cell &+ 1
            } else {
                unsafe runs[found] = PartitionRun(start: next, count: cell, code: UInt32(truncatingIfNeeded: code))
                found &+= 1
                unsafe kept[Int(next)] = payloads[index]
                unsafe table[code] = placed | (next &+ 1)
                next &+= cell
            }
        }
        creditUniques(alone, combination: child, position: position, depth: depth)
        for index in 0..<found { unsafe table[Int(runs[index].code)] = 0 }
        let deeper = depth > 1 && position + 1 < shape.fieldCount
        for index in 0..<found {
            let run = unsafe runs[index]
            record(child, size: Int(run.count))
            if deeper {
                unsafe descend(
                    kept + Int(run.start), Int(run.count), packer: packer, combination: child, from: position + 1,
                    depth: depth - 1, level: 1)
            }
        }
    }

    /// The same for codes too wide for a table: by sorting.
    private func sortPartition(
        _ keys: UnsafePointer<UInt64>, _ count: Int, by position: Int, into kept: UnsafeMutablePointer<UInt64>,
        runs: UnsafeMutablePointer<PartitionRun>, alone: inout Int
    ) -> Int {
        let shift = UInt64(shape.shifts[position])
        let bits = shift + UInt64(shape.widths[position])
        let own = bits == 64 ? UInt64.max : (UInt64(1) << bits) &- 1
        let rest = (UInt64(1) << shift) &- 1
        for index in 0..<count { unsafe kept[index] = keys[index] & own }
        var sorted = unsafe UnsafeMutableBufferPointer(start: kept, count: count)
        unsafe sorted.sort()
        var found = 0
        var next = 0
        var start = 0
        while start < count {
            let code = unsafe kept[start] &>> shift
            var end = start + 1
            while unsafe end < count && kept[end] &>> shift == code { end += 1 }
            if end - start == 1 {
                alone += 1
            } else {
                unsafe runs[found] = PartitionRun(
                    start: UInt32(next), count: UInt32(end - start), code: UInt32(truncatingIfNeeded: code))
                found += 1
                for index in start..<end {
                    unsafe kept[next] = kept[index] & rest
                    next += 1
                }
            }
            start = end
        }
        return found
    }
}
