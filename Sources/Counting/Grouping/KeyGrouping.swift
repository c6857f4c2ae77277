internal import Microdata

/// Groups the records of a table by keys of 64 bits: by a dense table when few keys are possible, else by hashed buckets
/// that fit into the cache.
package struct KeyGrouping {
    private let columns: GroupingColumns
    private let workers: Workers
    private var threads: Int { workers.count }

    private static let bucketBits = 11

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
        let partition = partition(withRows: false)
        let tallies = DisjointBuffer<SizeTally?>(threads)
        forEachBucket(partition) { thread, range, memory in
            var tally = tallies[thread] ?? SizeTally()
            Self.count(partition.keys[range], memory) { tally.add($0) }
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
        let partition = partition(withRows: true)
        // First the first record of each record's class, then the number of that record among first records.
        let buffer = DisjointBuffer<UInt32>(places: records)
        let numbers = Cells(buffer)
        forEachBucket(partition) { _, range, memory in
            Self.firstRows(partition.keys[range], partition.numbers[range], memory, into: numbers)
        }
        var sizes: [UInt32] = []
        for record in 0..<records {
            let first = Int(numbers[record])
            if first == record {
                numbers[record] = UInt32(sizes.count)
                sizes.append(1)
            } else {
                let number = numbers[first]
                numbers[record] = number
                sizes[Int(number)] += 1
            }
        }
        return (buffer.elements, sizes)
    }

    private func denseHistogram(_ domain: Int) -> SizeHistogram {
        // Neighbouring records count in different copies of a small table, so that equal keys do not wait for each other.
        let copies = domain <= 1 << 12 ? 4 : 1
        let size = domain * copies
        return Cells<UInt32>.temporary(threads * size) { tables in
            workers.run(threads) { _, thread in
                count(
                    workers.share(of: columns.records, worker: thread), in: tables[thread * size..<(thread + 1) * size],
                    copies: copies, domain: domain)
            }
            var tally = SizeTally()
            for key in 0..<domain {
                var records = 0
                for copy in 0..<copies * threads { records += Int(tables[key + copy * domain]) }
                if records > 0 { tally.add(records) }
            }
            return SizeTally.histogram([tally])
        }
    }

    /// Counts records in the copies of a table of all possible keys.
    private func count(_ range: Range<Int>, in table: Cells<UInt32>, copies: Int, domain: Int) {
        table.fill(0)
        Cells<UInt32>.temporary(RadixBlock.most) { keys in
            var start = range.lowerBound
            while start < range.upperBound {
                let records = start..<min(start + RadixBlock.most, range.upperBound)
                columns.place(records, into: keys)
                for index in 0..<records.count {
                    table[Int(keys[index]) &+ (index & (copies &- 1)) &* domain] &+= 1
                }
                start = records.upperBound
            }
        }
    }

    /// Calls the body with the number of records of each different key of a bucket.
    @inline(__always)
    private static func count(_ keys: Cells<UInt64>, _ memory: OpenTable.Memory, _ body: (Int) -> Void) {
        let table = memory.table(for: keys.count)
        for index in 0..<keys.count {
            let key = keys[index]
            let (slot, records) = table.find(key)
            table.put(key, records &+ 1, in: slot)
        }
        for slot in 0..<table.count where table[slot] != 0 { body(Int(table[slot])) }
    }

    /// Writes, for the row of each record of a bucket, the row of the first record with its key.
    private static func firstRows(
        _ keys: Cells<UInt64>, _ rows: Cells<UInt32>, _ memory: OpenTable.Memory, into firstRows: Cells<UInt32>
    ) {
        let table = memory.table(for: keys.count)
        for index in 0..<keys.count {
            let row = rows[index]
            let (slot, next) = table.find(keys[index])
            if next == 0 {
                table.put(keys[index], row &+ 1, in: slot)
                firstRows[Int(row)] = row
            } else {
                firstRows[Int(row)] = next &- 1
            }
        }
    }

    /// Moves all keys to buckets by hash.
    private func partition(withRows: Bool) -> RadixPartition<HashedRecords> {
        let partition = RadixPartition(
            HashedRecords(columns: columns, bits: Self.bucketBits), records: columns.records,
            buckets: 1 << Self.bucketBits, workers: workers, withNumbers: withRows)
        partition.fill()
        return partition
    }

    private func forEachBucket(
        _ partition: RadixPartition<HashedRecords>,
        _ body: @Sendable (_ thread: Int, _ range: Range<Int>, _ memory: OpenTable.Memory) -> Void
    ) {
        let memories = (0..<threads).map { _ in OpenTable.Memory() }
        workers.run(partition.starts.count - 1) { thread, bucket in
            let range = partition.starts[bucket]..<partition.starts[bucket + 1]
            if !range.isEmpty { body(thread, range, memories[thread]) }
        }
    }
}

/// Records by the hash of all their codes, with their rows.
private struct HashedRecords: RadixSource {
    let columns: GroupingColumns
    let bits: Int

    func read(_ block: RadixBlock, isCounting: Bool) { columns.pack(block.records, into: block.keys) }

    @inline(__always)
    func bucket(_ index: Int, of block: RadixBlock) -> Int {
        Int(truncatingIfNeeded: OpenTable.hash(block.keys[index]) &>> UInt64(64 - bits))
    }

    @inline(__always)
    func number(_ index: Int, of block: RadixBlock) -> UInt32 {
        UInt32(truncatingIfNeeded: block.records.lowerBound &+ index)
    }
}
