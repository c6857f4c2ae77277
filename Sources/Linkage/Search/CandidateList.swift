/// The candidates of every query, one query after another.
struct CandidateList: Sendable {
    /// Where the candidates of each query start, and where the last end.
    private(set) var starts: [Int]
    /// The records, ascending within a query where they come from one search.
    private(set) var records: [UInt32]

    /// Sorts pairs of a query (upper half) and a record (lower half) by query.
    init(pairs: [[UInt64]], queries: Int) {
        var starts = [Int](repeating: 0, count: queries + 1)
        for block in pairs {
            for pair in block { starts[Int(pair >> 32) + 1] += 1 }
        }
        for query in 0..<queries { starts[query + 1] += starts[query] }
        var next = starts
        var records = [UInt32](repeating: 0, count: starts[queries])
        for block in pairs {
            for pair in block {
                let query = Int(pair >> 32)
                records[next[query]] = UInt32(truncatingIfNeeded: pair)
                next[query] += 1
            }
        }
        self.starts = starts
        self.records = records
    }

    /// The places of a query's candidates in `records`.
    @inline(__always)
    func places(of query: Int) -> Range<Int> { starts[query]..<starts[query + 1] }
}
