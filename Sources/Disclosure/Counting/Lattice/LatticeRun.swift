internal import Microdata
internal import Synchronization

/// Counts a whole lattice with several threads.
///
/// The fields before the weak ones partition all records in parallel; threads then take buckets of classes. What is left,
/// combinations of weak fields only, is rolled up from the different keys of the whole table.
struct LatticeRun {
    let shape: LatticeShape
    let packer: KeyPacker
    let records: Int
    let counters: [LatticeCounter]
    private let workers: Workers
    private let inParallel: Bool
    let progress: (@Sendable (Double) -> Void)?

    /// Tables smaller than this are counted by one thread as one group.
    static let parallelRecords = 1 << 15

    init(
        _ columns: [Column], shape: LatticeShape, threads: Int, vectors: Int32? = nil, parallelRecords: Int? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) {
        self.shape = shape
        packer = KeyPacker(shape, columns)
        records = columns[0].count
        self.progress = progress
        inParallel = records >= parallelRecords ?? Self.parallelRecords
        workers = Workers(inParallel ? threads : 1)
        counters = (0..<workers.count).map { _ in LatticeCounter(shape, vectors: vectors) }
    }

    /// Counts everything and returns the histogram of each combination, in the order of their numbers, without the empty one.
    func histograms() -> [SizeHistogram] {
        if inParallel { countTogether() } else { countAlone() }
        for counter in counters { counter.countWords() }
        return collect()
    }

    private func countAlone() {
        guard records > 0 else { return }
        if records == 1 { return countOne() }
        let rows = UnsafeMutablePointer<UInt64>.allocate(capacity: records)
        defer { unsafe rows.deallocate() }
        for row in 0..<records { unsafe rows[row] = UInt64(row) }
        unsafe counters[0].visitWide(
            rows, records, packer: packer, combination: 0, base: 0, from: 0, depth: shape.maximumSize, level: 0)
    }

    /// A single record is alone everywhere.
    private func countOne() {
        let counter = counters[0]
        for position in 0..<shape.fieldCount {
            let pattern = packer.missingPattern(row: 0, after: position - 1)
            if pattern >> UInt64(position) & 1 == 1 { continue }
            let child = counter.child(of: 0, base: 0, position: position, depth: shape.maximumSize)
            counter.creditIncomplete(pattern, combination: child, position: position, depth: shape.maximumSize)
        }
    }

    private func countTogether() {
        let rootEnd = max(shape.weakStart, shape.packedStart)
        for position in 0..<rootEnd { partitionAll(by: position, steps: rootEnd + 1) }
        if rootEnd < shape.fieldCount { countWeak(from: rootEnd) }
        progress?(1)
    }

    /// Records of one thread's share of a pass over the table.
    private func range(of thread: Int) -> Range<Int> {
        workers.share(of: records, worker: thread)
    }

    /// Partitions all records by the field at a position and counts its class subtrees.
    private func partitionAll(by position: Int, steps: Int) {
        let width = Int(shape.widths[position])
        let low = max(0, width - 11)
        let buckets = 1 << (width - low)
        let threads = counters.count
        let shared = KeyBuckets(records: records, buckets: buckets, threads: threads, withRows: true)
        workers.run(threads) { _, thread in
            scatter(range(of: thread), by: position, low: low, buckets: buckets, thread: thread, shared, place: false)
        }
        shared.start()
        workers.run(threads) { _, thread in
            scatter(range(of: thread), by: position, low: low, buckets: buckets, thread: thread, shared, place: true)
        }
        let bounds = shared.starts
        let sizes = (0..<buckets).map { bounds[$0 + 1] - bounds[$0] }
        let order = (0..<buckets).sorted { sizes[$0] > sizes[$1] }
        let doneRecords = Atomic(0)
        workers.run(buckets) { thread, index in
            let bucket = order[index]
            let count = sizes[bucket]
            if count == 0 { return }
            unsafe counters[thread].splitBucket(
                shared.rows + bounds[bucket], shared.keys + bounds[bucket], count, by: position, low: low,
                packer: packer)
            let done = doneRecords.add(count, ordering: .relaxed).newValue
            let share = Double(done) / Double(records)
            progress?((Double(position) + share) / Double(steps))
        }
    }

    /// Counts the records of each bucket, or puts their codes and packed later codes (or rows) there.
    private func scatter(
        _ range: Range<Int>, by position: Int, low: Int, buckets: Int, thread: Int, _ shared: KeyBuckets,
        place: Bool
    ) {
        let block = 2048
        let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: block)
        let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: block)
        defer {
            unsafe codes.deallocate()
            unsafe keys.deallocate()
        }
        let places = unsafe shared.places + thread * buckets
        let packed = position + 1 >= shape.packedStart
        var start = range.lowerBound
        while start < range.upperBound {
            let records = start..<min(start + block, range.upperBound)
            unsafe packer.codes(at: position, records: records, into: codes)
            if place {
                if packed {
                    unsafe packer.pack(from: position + 1, records: records, into: keys)
                } else {
                    for index in 0..<records.count { unsafe keys[index] = UInt64(start + index) }
                }
                for index in 0..<records.count {
                    let code = unsafe codes[index]
                    let bucket = Int(code &>> UInt32(low))
                    let at = unsafe places[bucket]
                    unsafe places[bucket] = at &+ 1
                    unsafe shared.rows[at] = code
                    unsafe shared.keys[at] = keys[index]
                }
            } else {
                for index in 0..<records.count { unsafe places[Int(codes[index] &>> UInt32(low))] &+= 1 }
            }
            start = records.upperBound
        }
    }

    /// Counts the combinations of the fields from a position on, alone.
    private func countWeak(from start: Int) {
        var from = start
        while from < shape.fieldCount {
            if shape.maximumSize >= shape.fieldCount - from, rollUpAll(from: from) { return }
            partitionAll(by: from, steps: shape.fieldCount)
            from += 1
        }
    }

    /// Rolls the whole table up, when enough of its records are equal in the fields from a position on.
    private func rollUpAll(from: Int) -> Bool {
        let threads = counters.count
        let found = Slots<Int>(threads)
        workers.run(threads) { _, thread in
            let range = range(of: thread)
            let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: max(range.count, 1))
            defer { unsafe keys.deallocate() }
            unsafe packer.pack(from: from, records: range, into: keys)
            let most = Int(Double(range.count) * LatticeCounter.collapsedShare)
            if let distinct = unsafe counters[thread].collapse(keys, range.count, mask: .max, most: most) {
                found[thread] = distinct
            }
        }
        let distinct = found.values
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
        let shared = unsafe RolledTable(keys: root.0, weights: root.1, count: root.2)
        workers.run(fields) { thread, field in
            let (childKeys, childWeights, count) = unsafe counters[thread].drop(
                field, from: shared.keys, shared.weights, shared.count, present: all, level: 1, context: context)
            unsafe counters[thread].merge(
                childKeys, childWeights, count, present: all & ~(UInt64(1) << UInt64(field)), next: field + 1,
                level: 1, context: context)
        }
        return true
    }

    /// Adds up what the threads counted.
    private func collect() -> [SizeHistogram] {
        let sizes = counters[0].denseSizes
        let stride = shape.combinations
        var bySize = [[(size: Int, classes: Int)]](repeating: [], count: stride)
        var alone = [Int](repeating: 0, count: stride)
        var open = 0
        for combination in 1..<stride {
            for counter in counters {
                open += unsafe Int(counter.spans[combination])
                alone[combination] += unsafe Int(counter.histogram[stride + combination])
            }
            alone[combination] += open
        }
        for (uniques, records) in counters.flatMap(\.incomplete) {
            uniques.forEachCombination(of: shape) { alone[$0] += records }
        }
        for combination in 1..<stride where alone[combination] > 0 {
            bySize[combination].append((1, alone[combination]))
        }
        for size in 2...sizes {
            for combination in 1..<stride {
                var classes = 0
                for counter in counters { classes += unsafe Int(counter.histogram[size * stride + combination]) }
                if classes > 0 { bySize[combination].append((size, classes)) }
            }
        }
        var large: [UInt64: Int] = [:]
        for counter in counters {
            counter.largeSizes.forEach { combination, size, classes in
                large[UInt64(combination) << 32 | UInt64(size), default: 0] += classes
            }
        }
        for (key, classes) in large { bySize[Int(key >> 32)].append((Int(key & 0xffff_ffff), classes)) }
        return bySize[1...].map { SizeHistogram(classesBySize: $0) }
    }
}

/// Weighted keys that threads read.
@safe
private struct RolledTable: @unchecked Sendable {
    let keys: UnsafeMutablePointer<UInt64>
    let weights: UnsafeMutablePointer<UInt32>
    let count: Int
}
