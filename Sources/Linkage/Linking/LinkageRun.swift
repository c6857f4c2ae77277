internal import Foundation
internal import Microdata

/// The steps of a linkage: search, compare, fit, weigh, and search again where that may help.
struct LinkageRun {
    let fields: [LinkedField]
    let records: Int
    let settings: LinkageSettings
    let workers: Workers
    let progress: (@Sendable (Double) -> Void)?
    /// The keys of the search; none when it has none.
    let rules: [KeyRule]
    private let asked: Int
    /// Records that weigh this many bits less than a clear match change its probability by less than a millionth.
    private static let margin = 20.0
    /// A pair as it is found, its place in the list of its query, and its pattern of agreement.
    private static let bytesOfPair = 20.0

    /// What came out.
    struct Outcome {
        var queries: [LinkedQuery]
        var list: CandidateList
        var model: LinkageModel?
        var fit: ExpectationMaximisation.Fit?
        /// Queries for which all records were searched.
        var searchedAll: Int
    }

    init(
        _ fields: [LinkedField], records: Int, settings: LinkageSettings, workers: Workers,
        progress: (@Sendable (Double) -> Void)?
    ) {
        (self.fields, self.records, self.settings, self.workers) = (fields, records, settings, workers)
        self.progress = progress
        asked = fields[0].valueOf.count
        rules =
            settings.search == .matrix
            ? [] : KeyRule.chosen(for: fields, records: records, limit: Self.limit(asked, records))
    }

    /// The most candidates that a key may leave a query: one record in a thousand, and not too many in all.
    private static func limit(_ queries: Int, _ records: Int) -> Double {
        min(max(Double(records) / 1000, 50), max(5e7 / Double(max(queries, 1)), 20))
    }

    /// What becomes of every query.
    func linked(_ deterministic: DeterministicMatch?) throws(LinkageError) -> Outcome {
        let given = try settings.weights?.model(fields)
        let list: CandidateList
        try requireMemory()
        if settings.search == .matrix {
            list = CandidateList(all(Array(0..<asked)))
        } else {
            list = try KeySearch(fields, rules: rules, queries: asked).candidates(records: records, workers: workers)
        }
        let searchedAll = settings.search == .matrix ? asked : 0
        progress?(0.5)
        // The steps look at the letters of names themselves, beyond whether these are equal.
        let scoring = PairScoring(fields, hasExactNames: deterministic != nil, workers: workers)
        let patterns = scoring.patterns(list, workers: workers)
        progress?(0.7)
        if let deterministic {
            return Outcome(
                queries: deterministic.matched(list, patterns: patterns, workers: workers), list: list,
                searchedAll: searchedAll)
        }
        let fit = given == nil ? fit(scoring, patterns) : nil
        guard let model = given ?? fit?.model else { preconditionFailure("a model is given or fitted") }
        let ranking = CandidateRanking(scoring, model: model, settings: settings, records: records)
        var outcome = Outcome(
            queries: ranking.ranked(list, patterns: patterns, workers: workers), list: list, model: model, fit: fit,
            searchedAll: searchedAll)
        progress?(0.8)
        if settings.search == .auto { searchAgain(&outcome, scoring, ranking) }
        return outcome
    }

    /// Refuses queries whose candidates take too much memory, before they are looked for.
    private func requireMemory() throws(LinkageError) {
        guard let memory = settings.memory else { return }
        let each = rules.reduce(0) { $0 + KeyRule.expected($1.fields, among: fields, records: records) }
        let kept = Double(min(settings.shortlist * MatrixSearch.reserve, records))
        let pairs = Double(asked) * (settings.search == .matrix ? kept : each + (settings.search == .auto ? kept : 0))
        let needed = pairs * Self.bytesOfPair
        if needed > Double(memory) {
            throw .tooLittleMemory(pairs: Int(min(pairs, 1e15)), needed: Int(min(needed, 1e18)), limit: memory)
        }
    }

    private func fit(_ scoring: PairScoring, _ patterns: [UInt32]) -> ExpectationMaximisation.Fit {
        let all = Double(asked) * Double(records)
        let u = scoring.unrelated(
            queries: asked, records: records, seed: settings.seed, samples: settings.samples)
        return ExpectationMaximisation().fit(
            AgreementPatterns(counting: patterns), fields: fields.map { ($0.name, $0.comparator) }, u: u, pairs: all,
            prevalence: min(0.5, 0.5 * Double(min(asked, records)) / all))
    }

    /// Searches all records for the queries without a clear match of which a record without a common key could be one.
    private func searchAgain(_ outcome: inout Outcome, _ scoring: PairScoring, _ ranking: CandidateRanking) {
        let bound = UnseenBound(fields, rules: rules)
        let threshold = min(settings.threshold, 1 - 1e-12)
        let least = Foundation.log2(threshold / (1 - threshold) * ranking.none)
        let open = outcome.queries.indices.filter { query in
            outcome.queries[query].decision != .matched
                && bound.most(query, weights: ranking.weights(of: query), prior: ranking.model.priorWeight) >= least
        }
        if open.isEmpty { return }
        let found =
            open.count <= DirectSearch.limit
            ? DirectSearch(scoring: scoring, ranking: ranking, records: records)
                .candidates(of: open, atLeast: least - Self.margin, workers: workers)
            : all(open)
        let extended = outcome.list.extended(open, by: found)
        let ranked = ranking.ranked(
            extended, patterns: scoring.patterns(extended, workers: workers), workers: workers)
        for query in open { outcome.queries[query] = ranked[query] }
        outcome.list = outcome.list.replacing(open, from: extended)
        outcome.searchedAll = open.count
    }

    private func all(_ queries: [Int]) -> [[UInt32]] {
        MatrixSearch(fields, records: records, dimensions: settings.dimensions, workers: workers).candidates(
            of: queries, keeping: settings.shortlist * MatrixSearch.reserve, workers: workers, progress: nil)
    }
}
