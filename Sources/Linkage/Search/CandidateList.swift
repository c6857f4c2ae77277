/// The candidates of every query, one query after another.
struct CandidateList: Sendable {
    /// Where the candidates of each query start, and where the last end.
    let starts: [Int]
    /// The records, ascending within a query where they come from one search.
    let records: [UInt32]

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

    /// The candidates of each query as they are.
    init(_ lists: [[UInt32]]) {
        var starts = [0]
        for list in lists { starts.append(starts[starts.count - 1] + list.count) }
        self.starts = starts
        records = Array(lists.joined())
    }

    /// The candidates of some queries among so many; no others have any.
    init(of asked: [Int], _ found: [[UInt32]], queries: Int) {
        var lists = [[UInt32]](repeating: [], count: queries)
        for (query, list) in zip(asked, found) { lists[query] = list }
        self.init(lists)
    }

    /// The candidates of some queries, each with further ones added that it does not have yet; no others have any.
    func extended(_ queries: [Int], by further: [[UInt32]]) -> CandidateList {
        let lists = zip(queries, further).map { query, found in
            let own = Array(records[places(of: query)])
            let known = own.sorted().span
            return own + found.filter { !Self.holds(known, $0) }
        }
        return CandidateList(of: queries, lists, queries: starts.count - 1)
    }

    private static func holds(_ sorted: Span<UInt32>, _ record: UInt32) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < record { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == record
    }

    /// The places of a query's candidates in `records`.
    @inline(__always)
    func places(of query: Int) -> Range<Int> { starts[query]..<starts[query + 1] }
}
