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
        let partition = RadixPartition(
            LatticeRecords(packer: packer, position: position, low: low), records: records, buckets: buckets,
            workers: workers, withNumbers: true)
        let sizes = partition.sizes()
        let doneRecords = Atomic(0)
        for some in try slices(of: sizes) {
            partition.fill(some)
            let starts = partition.starts
            let order = some.sorted { sizes[$0] > sizes[$1] }
            workers.run(order.count) { thread, index in
                let count = sizes[order[index]]
                if count == 0 { return }
                let start = starts[order[index] - some.lowerBound]
                counters[thread].splitBucket(
                    partition.numbers.part(start, count), partition.keys.part(start, count), by: position, low: low,
                    packer: packer)
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
}

/// Records by the upper bits of the code of a field, with the packed codes of later fields (or the row) and that code.
private struct LatticeRecords: RadixSource {
    let packer: KeyPacker
    let position: Int
    /// How many lower bits of the codes differ within a bucket.
    let low: Int

    func read(_ block: RadixBlock, isCounting: Bool) {
        packer.codes(at: position, records: block.records, into: block.codes)
        if isCounting { return }
        if position + 1 >= packer.shape.packedStart {
            packer.pack(from: position + 1, records: block.records, into: block.keys)
        } else {
            let start = block.records.lowerBound
            for index in 0..<block.records.count { block.keys[index] = UInt64(start + index) }
        }
    }

    @inline(__always)
    func bucket(_ index: Int, of block: RadixBlock) -> Int { Int(block.codes[index] &>> UInt32(low)) }

    @inline(__always)
    func number(_ index: Int, of block: RadixBlock) -> UInt32 { block.codes[index] }
}
