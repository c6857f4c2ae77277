/// Keys, and a number beside each (the row it came from, or a code), in buckets: memory that threads fill at places of their own.
@safe
final class KeyBuckets: @unchecked Sendable {
    let keys: UnsafeMutablePointer<UInt64>
    let rows: UnsafeMutablePointer<UInt32>
    /// For each thread and bucket the number of keys, then the place of the next one.
    let places: UnsafeMutablePointer<Int>
    /// Where each bucket starts, and the end of the last.
    private(set) var starts: [Int] = []
    private let buckets: Int
    private let threads: Int

    init(records: Int, buckets: Int, threads: Int, withRows: Bool) {
        self.buckets = buckets
        self.threads = threads
        unsafe keys = .allocate(capacity: max(records, 1))
        unsafe rows = .allocate(capacity: withRows ? max(records, 1) : 1)
        unsafe places = .allocate(capacity: buckets * threads)
        unsafe places.initialize(repeating: 0, count: buckets * threads)
    }

    deinit {
        unsafe keys.deallocate()
        unsafe rows.deallocate()
        unsafe places.deallocate()
    }

    /// Turns counts into places: bucket by bucket, and within a bucket thread by thread.
    func start() {
        var next = 0
        starts = []
        for bucket in 0..<buckets {
            starts.append(next)
            for thread in 0..<threads {
                let count = unsafe places[thread * buckets + bucket]
                unsafe places[thread * buckets + bucket] = next
                next += count
            }
        }
        starts.append(next)
    }
}
