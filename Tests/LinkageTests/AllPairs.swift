import Microdata

@testable import Linkage

/// The slow twin of every search: each query beside each record.
struct AllPairs {
    let scoring: PairScoring
    let ranking: CandidateRanking
    private let list: CandidateList
    private let patterns: [UInt32]

    init(_ file: DamagedFile, _ comparators: [Comparator], model: LinkageModel) {
        let (asked, records) = (file.queries[0].count, file.register[0].count)
        let fields = zip(zip(file.queries, file.register), comparators).map { LinkedField($0.0, $0.1, $1) }
        scoring = PairScoring(fields, workers: Workers(1))
        ranking = CandidateRanking(scoring, model: model, settings: LinkageSettings(), records: records)
        list = CandidateList((0..<asked).map { _ in (0..<UInt32(records)).map { $0 } })
        patterns = scoring.patterns(list, workers: Workers(1))
    }

    /// The weight of every record beside a query.
    func weights(_ query: Int) -> [Double] {
        let own = ranking.weights(of: query)
        return list.places(of: query).map { ranking.weight(patterns[$0], own.span) }
    }
}
