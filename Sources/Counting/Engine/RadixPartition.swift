internal import Microdata

/// A block of consecutive records, whose keys and codes a source of records writes.
struct RadixBlock {
    /// Records that are read at once.
    static let most = 2048

    let records: Range<Int>
    let keys: Cells<UInt64>
    let codes: Cells<UInt32>
}

/// Records with a key of 64 bits and a number of 32 bits, such as its row, each in a bucket.
///
/// A partition reads every block twice: to count the records of each bucket, and to move them there.
protocol RadixSource: Sendable {
    /// Writes what the other functions need to know of a block.
    ///
    /// - Parameter isCounting: Whether only buckets will be asked for.
    func read(_ block: RadixBlock, isCounting: Bool)

    /// The bucket of a record of a block.
    func bucket(_ index: Int, of block: RadixBlock) -> Int

    /// The number of a record of a block.
    func number(_ index: Int, of block: RadixBlock) -> UInt32
}

/// The records of a source in buckets, moved there by several threads; within a bucket they keep their order.
final class RadixPartition<Source: RadixSource>: @unchecked Sendable {
    private let source: Source
    private let records: Int
    private let buckets: Int
    private let workers: Workers
    private let withNumbers: Bool
    /// For each thread and bucket the number of records, then the place of the next one.
    private let places: Cells<Int>
    private let placesMemory: DisjointBuffer<Int>
    private var keysMemory = DisjointBuffer<UInt64>(places: 0)
    private var numbersMemory = DisjointBuffer<UInt32>(places: 0)

    /// The keys of the buckets that were filled last.
    private(set) var keys: Cells<UInt64>
    /// Their numbers.
    private(set) var numbers: Cells<UInt32>
    /// Where each of these buckets starts, and the end of the last.
    private(set) var starts: [Int] = []

    /// Counts the records of each bucket.
    init(_ source: Source, records: Int, buckets: Int, workers: Workers, withNumbers: Bool) {
        (self.source, self.records, self.buckets) = (source, records, buckets)
        (self.workers, self.withNumbers) = (workers, withNumbers)
        placesMemory = DisjointBuffer(repeating: 0, count: buckets * workers.count)
        (places, keys, numbers) = (Cells(placesMemory), Cells(keysMemory), Cells(numbersMemory))
        workers.run(workers.count) { _, thread in count(thread) }
    }

    /// The number of records in each bucket, before any is filled.
    func sizes() -> [Int] {
        (0..<buckets).map { bucket in (0..<workers.count).reduce(0) { $0 + places[$1 * buckets + bucket] } }
    }

    /// Moves all records to their buckets.
    func fill() { fill(0..<buckets) }

    /// Moves the records of some buckets, to memory that buckets filled before may have had; each bucket once.
    func fill(_ some: Range<Int>) {
        var next = 0
        starts = []
        for bucket in some {
            starts.append(next)
            for thread in 0..<workers.count {
                let count = places[thread * buckets + bucket]
                places[thread * buckets + bucket] = next
                next += count
            }
        }
        starts.append(next)
        reserve(next)
        workers.run(workers.count) { _, thread in move(thread, to: some) }
    }

    /// Makes room for a number of records; smaller memory is freed first.
    private func reserve(_ count: Int) {
        if count <= keys.count { return }
        keysMemory = DisjointBuffer(places: 0)
        keysMemory = DisjointBuffer(places: count)
        keys = Cells(keysMemory)
        if !withNumbers { return }
        numbersMemory = DisjointBuffer(places: 0)
        numbersMemory = DisjointBuffer(places: count)
        numbers = Cells(numbersMemory)
    }

    private func count(_ thread: Int) {
        let places = places(of: thread)
        forEachBlock(of: thread) { block in
            source.read(block, isCounting: true)
            for index in 0..<block.records.count { places[source.bucket(index, of: block)] &+= 1 }
        }
    }

    private func move(_ thread: Int, to some: Range<Int>) {
        let places = places(of: thread)
        let (keys, numbers, withNumbers) = (keys, numbers, withNumbers)
        let all = some.count == buckets
        forEachBlock(of: thread) { block in
            source.read(block, isCounting: false)
            for index in 0..<block.records.count {
                let bucket = source.bucket(index, of: block)
                if !all && !some.contains(bucket) { continue }
                let at = places[bucket]
                places[bucket] = at &+ 1
                keys[at] = block.keys[index]
                if withNumbers { numbers[at] = source.number(index, of: block) }
            }
        }
    }

    private func places(of thread: Int) -> Cells<Int> { places[thread * buckets..<(thread + 1) * buckets] }

    @inline(__always)
    private func forEachBlock(of thread: Int, _ body: (RadixBlock) -> Void) {
        let range = workers.share(of: records, worker: thread)
        Cells<UInt64>.temporary(RadixBlock.most) { keys in
            Cells<UInt32>.temporary(RadixBlock.most) { codes in
                var start = range.lowerBound
                while start < range.upperBound {
                    let end = min(start + RadixBlock.most, range.upperBound)
                    body(RadixBlock(records: start..<end, keys: keys, codes: codes))
                    start = end
                }
            }
        }
    }
}
