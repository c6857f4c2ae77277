internal import Microdata
internal import Synchronization

extension LatticeRun {
    /// A key and its code in a bucket.
    private static let bytesOfPlaces = 12
    /// The groups and runs of a bucket, and of the classes within it on all levels, for each of its records.
    private static let bytesOfGroups = 28

    /// Partitions all records by the field at a position and counts its class subtrees.
    ///
    /// - Throws: `CountingError.tooLittleMemory`.
    func partitionAll(by position: Int, steps: Int) throws(CountingError) {
        let width = Int(shape.widths[position])
        let low = max(0, width - 11)
        let buckets = 1 << (width - low)
        let threads = counters.count
        let shared = KeyBuckets(buckets: buckets, threads: threads, withRows: true)
        workers.run(threads) { _, thread in
            scatter(range(of: thread), by: position, low: low, buckets: buckets, thread: thread, shared, placed: nil)
        }
        let sizes = shared.sizes()
        let doneRecords = Atomic(0)
        for some in try slices(of: sizes) {
            shared.start(some)
            workers.run(threads) { _, thread in
                scatter(
                    range(of: thread), by: position, low: low, buckets: buckets, thread: thread, shared, placed: some)
            }
            let starts = shared.starts
            let order = some.sorted { sizes[$0] > sizes[$1] }
            workers.run(order.count) { thread, index in
                let count = sizes[order[index]]
                if count == 0 { return }
                let start = starts[order[index] - some.lowerBound]
                unsafe counters[thread].splitBucket(
                    shared.rows + start, shared.keys + start, count, by: position, low: low, packer: packer)
                let done = doneRecords.add(count, ordering: .relaxed).newValue
                let share = Double(done) / Double(records)
                progress?((Double(position) + share) / Double(steps))
            }
        }
    }

    /// Buckets that are partitioned together, as many as there is memory for; all where that is not limited.
    ///
    /// - Throws: `CountingError.tooLittleMemory` when a bucket alone needs more.
    private func slices(of sizes: [Int]) throws(CountingError) -> [Range<Int>] {
        guard let memory else { return [0..<sizes.count] }
        let largest = sizes.sorted(by: >)
        let working = Self.bytesOfGroups * largest.prefix(counters.count).reduce(0, +)
        let capacity = (memory - working) / Self.bytesOfPlaces
        if capacity < largest[0] {
            throw .tooLittleMemory(missing: working + largest[0] * Self.bytesOfPlaces - memory)
        }
        var slices: [Range<Int>] = []
        var (start, held) = (0, 0)
        for (bucket, size) in sizes.enumerated() {
            if held + size > capacity {
                slices.append(start..<bucket)
                (start, held) = (bucket, 0)
            }
            held += size
        }
        return slices + [start..<sizes.count]
    }

    /// Counts the records of each bucket, or puts their codes and packed later codes (or rows) in some of them.
    private func scatter(
        _ range: Range<Int>, by position: Int, low: Int, buckets: Int, thread: Int, _ shared: KeyBuckets,
        placed: Range<Int>?
    ) {
        let block = 2048
        let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: block)
        let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: block)
        defer {
            unsafe codes.deallocate()
            unsafe keys.deallocate()
        }
        let places = unsafe shared.places + thread * buckets
        let (placedKeys, placedRows) = unsafe (shared.keys, shared.rows)
        let packed = position + 1 >= shape.packedStart
        var start = range.lowerBound
        while start < range.upperBound {
            let records = start..<min(start + block, range.upperBound)
            unsafe packer.codes(at: position, records: records, into: codes)
            if let placed {
                if packed {
                    unsafe packer.pack(from: position + 1, records: records, into: keys)
                } else {
                    for index in 0..<records.count { unsafe keys[index] = UInt64(start + index) }
                }
                for index in 0..<records.count {
                    let code = unsafe codes[index]
                    let bucket = Int(code &>> UInt32(low))
                    if !placed.contains(bucket) { continue }
                    let at = unsafe places[bucket]
                    unsafe places[bucket] = at &+ 1
                    unsafe placedRows[at] = code
                    unsafe placedKeys[at] = keys[index]
                }
            } else {
                for index in 0..<records.count { unsafe places[Int(codes[index] &>> UInt32(low))] &+= 1 }
            }
            start = records.upperBound
        }
    }
}
