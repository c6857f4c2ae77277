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
        var most = Int(Double(range.count) * LatticeCounter.collapsedShare)
        if let memory { most = min(most, memory / (counters.count * Self.bytesOfDistinct)) }
        var collapsing = counters[thread].collapsing(range.count, most: most)
        return Cells<UInt64>.temporary(block) { keys in
            var start = range.lowerBound
            while start < range.upperBound {
                let records = start..<min(start + block, range.upperBound)
                packer.pack(from: from, records: records, into: keys)
                if !counters[thread].collapse(keys.part(0, records.count), mask: .max, &collapsing) { return nil }
                start = records.upperBound
            }
            return collapsing.distinct
        }
    }

    /// Rolls the whole table up, when enough of its records are equal in the fields from a position on.
    private func rollUpAll(from: Int) -> Bool {
        let threads = counters.count
        let found = DisjointBuffer<Int?>(threads)
        workers.run(threads) { _, thread in found[thread] = collapsed(range(of: thread), from: from, by: thread) }
        let distinct = found.results()
        if distinct.count < threads { return false }
        let total = distinct.reduce(0, +)
        let bits = shape.bits(from: from)
        let root = Cells<UInt64>.temporary(total) { keys in
            Cells<UInt32>.temporary(total) { weights in
                var next = 0
                for thread in 0..<threads {
                    let found = counters[thread].collapsed(distinct[thread])
                    keys.part(next, found.count).copy(found.keys)
                    weights.part(next, found.count).copy(found.weights)
                    next += found.count
                }
                return counters[0].regroup(
                    LatticeCounter.Weighted(keys: keys, weights: weights), below: bits, dropped: 0, above: 0, level: 0)
            }
        }
        let fields = shape.fieldCount - from
        let all = (UInt64(1) << UInt64(fields)) &- 1
        let context = LatticeCounter.RollUp(combination: 0, base: 0, from: from, depth: shape.maximumSize)
        counters[0].merge(root, present: all, next: fields, level: 0, context: context)
        if fields == 1 { return true }
        workers.run(fields) { thread, field in
            let child = counters[thread].drop(field, from: root, present: all, level: 1, context: context)
            counters[thread].merge(
                child, present: all & ~(UInt64(1) << UInt64(field)), next: field + 1, level: 1, context: context)
        }
        return true
    }
}
