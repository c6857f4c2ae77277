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
    let workers: Workers
    private let inParallel: Bool
    /// Bytes for keys and groups, beside the columns; any number when `nil`.
    let memory: Int?
    let progress: (@Sendable (Double) -> Void)?

    /// Tables smaller than this are counted by one thread as one group.
    static let parallelRecords = 1 << 15

    init(
        _ columns: [Column], shape: LatticeShape, threads: Int, vectors: Int32? = nil, parallelRecords: Int? = nil,
        memory: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) {
        self.shape = shape
        self.memory = memory
        packer = KeyPacker(shape, columns)
        records = columns[0].count
        self.progress = progress
        inParallel = records >= parallelRecords ?? Self.parallelRecords
        workers = Workers(inParallel ? threads : 1)
        counters = (0..<workers.count).map { _ in LatticeCounter(shape, vectors: vectors) }
    }

    /// Counts everything and returns the histogram of each combination, in the order of their numbers, without the empty one.
    ///
    /// - Throws: `CountingError.tooLittleMemory` where the records of one value are too many for the memory that is given.
    func histograms() throws(CountingError) -> [SizeHistogram] {
        if inParallel { try countTogether() } else { countAlone() }
        for counter in counters { counter.countWords() }
        return collect()
    }

    private func countAlone() {
        guard records > 0 else { return }
        if records == 1 { return countOne() }
        Cells<UInt64>.temporary(records) { rows in
            for row in 0..<records { rows[row] = UInt64(row) }
            counters[0].visitWide(
                rows, packer: packer, combination: 0, base: 0, from: 0, depth: shape.maximumSize, level: 0)
        }
    }

    /// A single record is alone everywhere.
    private func countOne() {
        let counter = counters[0]
        for position in 0..<shape.fieldCount {
            let pattern = packer.missingPattern(row: 0, after: position - 1)
            if (pattern >> UInt64(position)) & 1 == 1 { continue }
            let child = counter.child(of: 0, base: 0, position: position, depth: shape.maximumSize)
            counter.creditIncomplete(pattern, combination: child, position: position, depth: shape.maximumSize)
        }
    }

    private func countTogether() throws(CountingError) {
        let rootEnd = max(shape.weakStart, shape.packedStart)
        for position in 0..<rootEnd { try partitionAll(by: position, steps: rootEnd + 1) }
        if rootEnd < shape.fieldCount { try countWeak(from: rootEnd) }
        progress?(1)
    }

    /// Records of one thread's share of a pass over the table.
    func range(of thread: Int) -> Range<Int> {
        workers.share(of: records, worker: thread)
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
                open += Int(counter.spans[combination])
                alone[combination] += Int(counter.histogram[stride + combination])
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
                for counter in counters { classes += Int(counter.histogram[size * stride + combination]) }
                if classes > 0 { bySize[combination].append((size, classes)) }
            }
        }
        var large: [UInt64: Int] = [:]
        for counter in counters {
            counter.largeSizes.forEach { combination, size, classes in
                large[(UInt64(combination) << 32) | UInt64(size), default: 0] += classes
            }
        }
        for (key, classes) in large { bySize[Int(key >> 32)].append((Int(key & 0xffff_ffff), classes)) }
        return bySize[1...].map { SizeHistogram(classesBySize: $0) }
    }
}
