internal import Microdata

/// Groups the records of a table by keys of 64 bits: by a dense table when few keys are possible, else by hashed buckets
/// that fit into the cache.
package struct KeyGrouping {
    private let columns: GroupingColumns
    private let workers: Workers
    private var threads: Int { workers.count }

    private static let bucketBits = 11
    private static let block = 2048

    package init(_ columns: GroupingColumns, threads: Int) {
        self.columns = columns
        workers = Workers(columns.records < 1 << 15 ? 1 : threads)
    }

    /// The class sizes.
    ///
    /// - Complexity: O(records) time; 8 bytes per record, or 4 bytes per possible key and thread where that is less.
    package func histogram() -> SizeHistogram {
        if let domain = columns.domain(atMost: max(1 << 12, min(columns.records / 2, 1 << 22))) {
            return denseHistogram(domain)
        }
        let buckets = scatter(withRows: false)
        let tallies = DisjointBuffer<SizeTally?>(threads)
        forEachBucket(buckets) { thread, range, scratch in
            var tally = tallies[thread] ?? SizeTally()
            unsafe scratch.count(buckets.keys + range.lowerBound, range.count) { tally.add($0) }
            tallies[thread] = tally
        }
        return SizeTally.histogram(tallies.results())
    }

    /// The class of each record, numbered by first appearance, and the class sizes.
    ///
    /// - Complexity: O(records) time; 24 bytes per record.
    package func classes() -> (numbers: [UInt32], sizes: [UInt32]) {
        let records = columns.records
        if records == 0 { return ([], []) }
        let buckets = scatter(withRows: true)
        // First the first record of each record's class, then the number of that record among first records.
        let firsts = DisjointBuffer<UInt32>(places: records)
        forEachBucket(buckets) { _, range, scratch in
            unsafe scratch.firstRows(
                buckets.keys + range.lowerBound, buckets.rows + range.lowerBound, range.count, into: firsts.base)
        }
        var sizes: [UInt32] = []
        let numbers = unsafe [UInt32](unsafeUninitializedCapacity: records) { numbers, count in
            for record in 0..<records {
                let first = Int(firsts[record])
                if first == record {
                    unsafe numbers[record] = UInt32(sizes.count)
                    sizes.append(1)
                } else {
                    let number = unsafe numbers[first]
                    unsafe numbers[record] = number
                    sizes[Int(number)] += 1
                }
            }
            count = records
        }
        return (numbers, sizes)
    }

    private func denseHistogram(_ domain: Int) -> SizeHistogram {
        // Neighbouring records count in different copies of a small table, so that equal keys do not wait for each other.
        let copies = domain <= 1 << 12 ? 4 : 1
        let tables = DisjointBuffer<[UInt32]?>(threads)
        workers.run(threads) { _, thread in
            var table = [UInt32](repeating: 0, count: domain * copies)
            let range = workers.share(of: columns.records, worker: thread)
            let keys = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
            defer { unsafe keys.deallocate() }
            unsafe table.withUnsafeMutableBufferPointer { table in
                var start = range.lowerBound
                while start < range.upperBound {
                    let records = start..<min(start + Self.block, range.upperBound)
                    unsafe columns.place(records, into: keys)
                    for index in 0..<records.count {
                        unsafe table[Int(keys[index]) &+ (index & (copies &- 1)) &* domain] &+= 1
                    }
                    start = records.upperBound
                }
            }
            tables[thread] = table
        }
        var tally = SizeTally()
        let all = tables.results()
        for key in 0..<domain {
            var size = 0
            for table in all {
                for copy in 0..<copies { size += Int(table[key + copy * domain]) }
            }
            if size > 0 { tally.add(size) }
        }
        return SizeTally.histogram([tally])
    }

    /// Moves all keys to buckets by hash; within a bucket records keep their order.
    private func scatter(withRows: Bool) -> KeyBuckets {
        let count = 1 << Self.bucketBits
        let buckets = KeyBuckets(buckets: count, threads: threads, withRows: withRows)
        for place in [false, true] {
            workers.run(threads) { _, thread in
                let range = workers.share(of: columns.records, worker: thread)
                let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.block)
                defer { unsafe keys.deallocate() }
                let places = unsafe buckets.places + thread * count
                let (placedKeys, placedRows) = unsafe (buckets.keys, buckets.rows)
                var start = range.lowerBound
                while start < range.upperBound {
                    let records = start..<min(start + Self.block, range.upperBound)
                    unsafe columns.pack(records, into: keys)
                    for index in 0..<records.count {
                        let key = unsafe keys[index]
                        let bucket = Int(truncatingIfNeeded: GroupingScratch.hash(key) &>> UInt64(64 - Self.bucketBits))
                        let at = unsafe places[bucket]
                        unsafe places[bucket] = at &+ 1
                        if place {
                            unsafe placedKeys[at] = key
                            if withRows { unsafe placedRows[at] = UInt32(truncatingIfNeeded: start &+ index) }
                        }
                    }
                    start = records.upperBound
                }
            }
            if !place { buckets.start() }
        }
        return buckets
    }

    private func forEachBucket(
        _ buckets: KeyBuckets,
        _ body: @Sendable (_ thread: Int, _ range: Range<Int>, _ scratch: GroupingScratch) -> Void
    ) {
        let scratches = (0..<threads).map { _ in GroupingScratch() }
        workers.run(buckets.starts.count - 1) { thread, bucket in
            let range = buckets.starts[bucket]..<buckets.starts[bucket + 1]
            if !range.isEmpty { body(thread, range, scratches[thread]) }
        }
    }
}
