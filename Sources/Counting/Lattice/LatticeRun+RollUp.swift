internal import Microdata

extension LatticeRun {
    /// A key with its weight, its places in a table, and the copies of both while tables grow and are merged.
    private static let bytesOfDistinct = 96

    /// Counts the combinations of the fields from a position on, alone.
    func countWeak(from start: Int) throws(CountingError) {
        var from = start
        while from < shape.fieldCount {
            if shape.maximumSize >= shape.fieldCount - from, rollUpAll(from: from) { return }
            try partitionAll(by: from, steps: shape.fieldCount)
            from += 1
        }
    }

    /// The different keys of one thread's share of the records, from a position on, in its roll-up buffers.
    ///
    /// - Returns: Their number; `nil` when too few records are equal, or there is too little memory.
    private func collapsed(_ range: Range<Int>, from: Int, by thread: Int) -> Int? {
        let block = 1 << 13
        let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: block)
        defer { unsafe keys.deallocate() }
        var most = Int(Double(range.count) * LatticeCounter.collapsedShare)
        if let memory { most = min(most, memory / (counters.count * Self.bytesOfDistinct)) }
        var collapsing = counters[thread].collapsing(range.count, most: most)
        var start = range.lowerBound
        while start < range.upperBound {
            let records = start..<min(start + block, range.upperBound)
            unsafe packer.pack(from: from, records: records, into: keys)
            if unsafe !counters[thread].collapse(keys, records.count, mask: .max, &collapsing) { return nil }
            start = records.upperBound
        }
        return collapsing.distinct
    }

    /// Rolls the whole table up, when enough of its records are equal in the fields from a position on.
    private func rollUpAll(from: Int) -> Bool {
        let threads = counters.count
        let found = DisjointBuffer<Int?>(threads)
        workers.run(threads) { _, thread in found[thread] = collapsed(range(of: thread), from: from, by: thread) }
        let distinct = found.results()
        if distinct.count < threads { return false }
        let total = distinct.reduce(0, +)
        let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: total)
        let weights = UnsafeMutablePointer<UInt32>.allocate(capacity: total)
        var next = 0
        for thread in 0..<threads {
            let count = distinct[thread]
            unsafe (keys + next).initialize(from: counters[thread].rolledKeys.reserve(count, level: 0), count: count)
            unsafe (weights + next).initialize(
                from: counters[thread].rolledWeights.reserve(count, level: 0), count: count)
            next += count
        }
        let bits = shape.bits(from: from)
        let root = unsafe counters[0].regroup(keys, weights, total, below: bits, dropped: 0, above: 0, level: 0)
        unsafe keys.deallocate()
        unsafe weights.deallocate()
        let fields = shape.fieldCount - from
        let all = (UInt64(1) << UInt64(fields)) &- 1
        let context = LatticeCounter.RollUp(combination: 0, base: 0, from: from, depth: shape.maximumSize)
        unsafe counters[0].merge(root.0, root.1, root.2, present: all, next: fields, level: 0, context: context)
        if fields == 1 { return true }
        let sharedKeys = unsafe DisjointBuffer(filling: UnsafeMutableBufferPointer(start: root.0, count: root.2))
        let sharedWeights = unsafe DisjointBuffer(filling: UnsafeMutableBufferPointer(start: root.1, count: root.2))
        workers.run(fields) { thread, field in
            let (childKeys, childWeights, count) = unsafe counters[thread].drop(
                field, from: sharedKeys.base, sharedWeights.base, sharedKeys.count, present: all, level: 1,
                context: context)
            unsafe counters[thread].merge(
                childKeys, childWeights, count, present: all & ~(UInt64(1) << UInt64(field)), next: field + 1,
                level: 1, context: context)
        }
        return true
    }
}
