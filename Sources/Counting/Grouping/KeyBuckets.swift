/// Keys, and a number beside each (the row it came from, or a code), in buckets: memory that threads fill at places of their own.
///
/// Threads first count the keys of each bucket in `places`; after `start` they put them there.
@safe
final class KeyBuckets: @unchecked Sendable {
    private(set) var keys: UnsafeMutablePointer<UInt64>
    private(set) var rows: UnsafeMutablePointer<UInt32>
    /// For each thread and bucket the number of keys, then the place of the next one.
    let places: UnsafeMutablePointer<Int>
    /// Where each bucket starts, and the end of the last, of those that were started last.
    private(set) var starts: [Int] = []
    private let buckets: Int
    private let threads: Int
    private let withRows: Bool
    private var capacity = 1

    init(buckets: Int, threads: Int, withRows: Bool) {
        (self.buckets, self.threads, self.withRows) = (buckets, threads, withRows)
        unsafe keys = .allocate(capacity: 1)
        unsafe rows = .allocate(capacity: 1)
        unsafe places = .allocate(capacity: buckets * threads)
        unsafe places.initialize(repeating: 0, count: buckets * threads)
    }

    deinit {
        unsafe keys.deallocate()
        unsafe rows.deallocate()
        unsafe places.deallocate()
    }

    /// The keys that were counted in each bucket, before any is started.
    func sizes() -> [Int] {
        (0..<buckets).map { bucket in
            (0..<threads).reduce(0) { unsafe $0 + places[$1 * buckets + bucket] }
        }
    }

    /// Turns the counts of all buckets into places: bucket by bucket, and within a bucket thread by thread.
    func start() { start(0..<buckets) }

    /// Turns the counts of some buckets into places, in memory that buckets started before may have had.
    func start(_ some: Range<Int>) {
        var next = 0
        starts = []
        for bucket in some {
            starts.append(next)
            for thread in 0..<threads {
                let count = unsafe places[thread * buckets + bucket]
                unsafe places[thread * buckets + bucket] = next
                next += count
            }
        }
        starts.append(next)
        if next <= capacity { return }
        unsafe keys.deallocate()
        unsafe keys = .allocate(capacity: next)
        if withRows {
            unsafe rows.deallocate()
            unsafe rows = .allocate(capacity: next)
        }
        capacity = next
    }
}
