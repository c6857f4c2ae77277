internal import Foundation
internal import Microdata

/// Weighs the candidates of every query and keeps the best.
///
/// A query is about one record at most. With `p` the prevalence, `N` the records of the register and `w` the weights of
/// the candidates, the probability of one of them beside all others is `2^w / (none + sum of all 2^w)`, where
/// `none = (1 - N p) / (1 - p)` stands for a query about nobody in the register.
struct CandidateRanking: Sendable {
    /// Candidates below this weight, in bits, add less to any probability than its last digit.
    private static let negligible = -80.0
    private static let levels = 8

    let fields: [LinkedField]
    let model: LinkageModel
    let settings: LinkageSettings
    /// How many candidates are kept of a query.
    let keep: Int
    /// What stands for nobody beside the odds of the candidates.
    let none: Double
    private let prior: Double
    private let neighbours: [NameNeighbours?]
    /// For each field eight weights: those of the levels, and 0 for a missing value.
    private let levelWeights: [Double]

    init(_ scoring: PairScoring, model: LinkageModel, settings: LinkageSettings, records: Int) {
        fields = scoring.fields
        neighbours = scoring.neighbours
        self.model = model
        prior = model.priorWeight
        self.settings = settings
        keep = max(settings.top, settings.shortlist)
        levelWeights = model.fields.flatMap { field in
            (0..<Self.levels).map { $0 < field.m.count ? field.weight($0) : 0 }
        }
        // However many matches the model expects, half a query at least is about nobody.
        let queries = Double(max(scoring.fields[0].valueOf.count, 1))
        none = max(1 - Double(records) * model.prevalence, 0.5 / queries) / (1 - model.prevalence)
    }

    /// For each field eight weights, in bits, that hold for one query: exact and near agreement of names and exact values
    /// weighs by how many records of the register agree so with this query's own value, and nothing where none does.
    func weights(of query: Int) -> [Double] {
        var weights = levelWeights
        if settings.weights.map({ !$0.isFrequencyAdjusted }) ?? false { return weights }
        for (place, field) in fields.enumerated() where field.comparator.isFrequencyAdjusted && field.present > 0 {
            let value = field.valueOf[query]
            if value == LinkedField.none { continue }
            let least = 1 / Double(field.present)
            let own = model.fields[place]
            func weight(_ records: Int, _ level: Int) -> Double {
                records == 0 ? -.infinity : own.weight(ofShare: Double(records) * least, level: level)
            }
            weights[place * Self.levels] = weight(field.counts[Int(value)], 0)
            guard let near = neighbours[place] else { continue }
            var counts = [Int](repeating: 0, count: Self.levels)
            for neighbour in near.places(of: Int(value)) {
                counts[Int(near.levels[neighbour])] += Int(field.recordsOf[Int(near.codes[neighbour])])
            }
            for level in 2..<Int(Comparator.differentName) {
                weights[place * Self.levels + level] = weight(counts[level], level)
            }
        }
        return weights
    }

    /// The weight of a pattern, in bits, by the weights of its query.
    @inline(__always)
    func weight(_ pattern: UInt32, _ weights: Span<Double>) -> Double {
        var weight = prior
        var rest = pattern
        for field in 0..<fields.count {
            weight += weights[field * Self.levels + Int(rest & 7)]
            rest >>= 3
        }
        return weight
    }

    /// What becomes of a query.
    func ranked(_ query: Int, _ pairs: PairFinder.Pairs) -> LinkedQuery {
        var best: [(weight: Double, record: UInt32)] = []
        best.reserveCapacity(keep + 1)
        var odds = 0.0
        let own = weights(of: query)
        let weights = own.span
        let (patterns, records) = (pairs.patterns.span, pairs.list.records.span)
        let places = pairs.list.places(of: query)
        for place in places {
            let weight = weight(patterns[place], weights)
            if weight > Self.negligible { odds += exp2(min(weight, 1000)) }
            if best.count == keep, let last = best.last {
                if weight < last.weight || weight == last.weight && records[place] > last.record { continue }
            }
            let record = records[place]
            let at = best.firstIndex { weight > $0.weight || weight == $0.weight && record < $0.record } ?? best.count
            best.insert((weight, record), at: at)
            if best.count > keep { best.removeLast() }
        }
        let candidates = best.map { weight, record in
            LinkedQuery.Candidate(
                record: Int(record), weight: weight, probability: LinkageModel.probability(weight: weight),
                share: exp2(min(weight, 1000)) / (none + odds), step: nil)
        }
        let decision: LinkedQuery.Decision
        if let first = candidates.first?.share, first >= settings.threshold {
            decision = .matched
        } else {
            decision = !candidates.isEmpty && odds / (none + odds) >= settings.threshold ? .ambiguous : .unmatched
        }
        return LinkedQuery(
            candidates: candidates, candidateCount: places.count, decision: decision)
    }

    /// Leaves a record to the query that matches it best; the others become ambiguous.
    static func oneToOne(_ queries: inout [LinkedQuery]) {
        let matched = queries.indices.filter { queries[$0].decision == .matched }
        func weight(_ query: Int) -> Double { queries[query].candidates[0].weight ?? 0 }
        let order = matched.sorted { (-weight($0), $0) < (-weight($1), $1) }
        var taken: Set<Int> = []
        for query in order where !taken.insert(queries[query].candidates[0].record).inserted {
            queries[query].decision = .ambiguous
        }
    }
}
