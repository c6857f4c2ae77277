internal import Microdata

/// Finds the candidates of some queries, and compares them.
struct PairFinder: Sendable {
    /// Candidates and their patterns of agreement.
    struct Pairs: Sendable {
        let list: CandidateList
        let patterns: [UInt32]
    }

    let scoring: PairScoring
    /// The keys of the search; none where all records are searched.
    let rules: [KeyRule]
    /// The search of all records; `nil` for one by keys.
    let matrix: MatrixSearch?
    /// How many records that search leaves a query.
    let kept: Int
    let records: Int
    let workers: Workers

    private var asked: Int { scoring.fields[0].valueOf.count }

    /// The candidates of some queries, in the order of the register.
    func candidates(of queries: [Int]) throws(LinkageError) -> CandidateList {
        guard let matrix else {
            return try KeySearch(scoring.fields, rules: rules, queries: queries)
                .candidates(records: records, workers: workers)
        }
        let found = matrix.candidates(of: queries, keeping: kept, workers: workers, progress: nil)
        return CandidateList(of: queries, found, queries: asked)
    }

    /// The same, compared; those that are held already, when any are.
    func pairs(of queries: [Int], held: Pairs? = nil) throws(LinkageError) -> Pairs {
        if let held { return held }
        return compared(try candidates(of: queries))
    }

    /// Candidates, compared.
    func compared(_ list: CandidateList) -> Pairs {
        Pairs(list: list, patterns: scoring.patterns(list, workers: workers))
    }
}
