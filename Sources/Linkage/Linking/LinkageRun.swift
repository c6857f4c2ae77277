internal import Foundation
internal import Microdata

/// The steps of a linkage: search, compare, fit, weigh, and search again where that may help.
///
/// With little memory the queries are taken some at a time, twice over where a model is fitted to all pairs.
struct LinkageRun {
    let fields: [LinkedField]
    let records: Int
    let settings: LinkageSettings
    let truth: Truth?
    let workers: Workers
    let progress: (@Sendable (Double) -> Void)?
    /// The keys of the search; none when it has none.
    let rules: [KeyRule]
    private let asked: Int
    /// Queries that a thread decides at a time.
    private static let share = 64
    /// Records that weigh this many bits less than a clear match change its probability by less than a millionth.
    private static let margin = 20.0
    /// A pair as it is found, its place in the list of its query, and its pattern of agreement.
    private static let bytesOfPair = 20.0
    /// The most parts in which the queries are taken; each is a pass over the register, or two.
    private static let partLimit = 256

    /// What came out.
    struct Outcome {
        /// The queries, each with the candidates that are asked for.
        var queries: [LinkedQuery] = []
        /// How far the search came to each one's person.
        var reach: [SearchReach] = []
        var model: LinkageModel?
        var fit: ExpectationMaximisation.Fit?
        /// Queries for which all records were searched.
        var searchedAll = 0

        /// Adds the next queries.
        mutating func add(_ decided: [(LinkedQuery, SearchReach)]) {
            queries += decided.map(\.0)
            reach += decided.map(\.1)
        }
    }

    init(
        _ fields: [LinkedField], records: Int, settings: LinkageSettings, truth: Truth?, workers: Workers,
        progress: (@Sendable (Double) -> Void)?
    ) {
        (self.fields, self.records, self.settings, self.workers) = (fields, records, settings, workers)
        (self.truth, self.progress) = (truth, progress)
        asked = fields[0].valueOf.count
        rules =
            settings.search == .matrix
            ? [] : KeyRule.chosen(for: fields, records: records, limit: Self.limit(asked, records))
    }

    /// The most candidates that a key may leave a query: one record in a thousand, and not too many in all.
    private static func limit(_ queries: Int, _ records: Int) -> Double {
        min(max(Double(records) / 1000, 50), max(5e7 / Double(max(queries, 1)), 20))
    }

    /// How many records a search of all of them leaves a query.
    private var kept: Int { settings.shortlist * MatrixSearch.reserve }

    /// What becomes of every query.
    func linked(_ deterministic: DeterministicMatch?) throws(LinkageError) -> Outcome {
        let given = try settings.weights?.model(fields)
        let sizes = try partSizes()
        let parts = self.parts(of: Array(0..<asked), size: sizes.first)
        // The steps look at the letters of names themselves, beyond whether these are equal.
        let scoring = PairScoring(fields, hasExactNames: deterministic != nil, workers: workers)
        let finder = PairFinder(
            scoring: scoring, rules: rules, matrix: settings.search == .matrix ? matrix() : nil, kept: kept,
            records: records, workers: workers)
        let held = parts.count == 1 ? try finder.pairs(of: parts[0]) : nil
        var outcome = Outcome()
        if settings.search == .matrix { outcome.searchedAll = asked }
        if let deterministic {
            for part in parts {
                outcome.add(decided(part, try finder.pairs(of: part, held: held), deterministic.matched))
            }
            return outcome
        }
        outcome.fit = given == nil ? try fit(finder, parts, held) : nil
        guard let model = given ?? outcome.fit?.model else { preconditionFailure("a model is given or fitted") }
        outcome.model = model
        let ranking = CandidateRanking(scoring, model: model, settings: settings, records: records)
        progress?(0.7)
        for part in parts { outcome.add(decided(part, try finder.pairs(of: part, held: held), ranking.ranked)) }
        progress?(0.8)
        if settings.search == .auto { try searchAgain(&outcome, finder, ranking, sizes.again, held) }
        return outcome
    }

    /// Some queries at a time; at least one part, which may be empty.
    private func parts(of queries: [Int], size: Int) -> [[Int]] {
        if queries.count <= size { return [queries] }
        return stride(from: 0, to: queries.count, by: size).map {
            Array(queries[$0..<min(queries.count, $0 + size)])
        }
    }

    /// How many queries can be taken at once, and how many when all records are searched again, with the memory that is given.
    ///
    /// - Throws: `LinkageError.tooLittleMemory` when there would be too many parts.
    private func partSizes() throws(LinkageError) -> (first: Int, again: Int) {
        guard let memory = settings.memory else { return (asked, asked) }
        let searched = Double(min(kept, records))
        let byKeys = rules.reduce(0) { $0 + KeyRule.expected($1.fields, among: fields, records: records) }
        let pairs = settings.search == .matrix ? searched : byKeys
        let answer = Int(min(Double(settings.top), pairs.rounded(.up))) * MemoryLayout<LinkedQuery.Candidate>.stride
        let fixed = asked * answer + fields.reduce(0) { $0 + $1.byteCount }
        // What the first search found is held while a part is searched again.
        let shares = settings.search == .auto ? 2.0 : 1.0
        func bytes(_ pairs: Double) -> Double { shares * pairs * Self.bytesOfPair }
        func size(_ pairs: Double) -> Double {
            min(Double(max(memory - fixed, 0)) / max(bytes(pairs), 1), Double(asked))
        }
        let (first, again) = (size(pairs), size(pairs + searched))
        let least = (asked + Self.partLimit - 1) / Self.partLimit
        if first < Double(least) || settings.search == .auto && asked > 0 && again < 1 {
            let part = max(Double(least) * bytes(pairs), settings.search == .auto ? bytes(pairs + searched) : 0)
            throw .tooLittleMemory(
                pairs: Int(min(pairs * Double(asked), 1e15)),
                needed: fixed + Int(min(part, 1e18)), limit: memory)
        }
        return (Int(first), max(Int(again), 1))
    }

    private func matrix() -> MatrixSearch {
        MatrixSearch(fields, records: records, dimensions: settings.dimensions, workers: workers)
    }

    /// What becomes of some queries, each with the candidates that are asked for.
    private func decided(
        _ queries: [Int], _ pairs: PairFinder.Pairs, _ decide: @Sendable (Int, PairFinder.Pairs) -> LinkedQuery
    ) -> [(LinkedQuery, SearchReach)] {
        let chunks = (queries.count + Self.share - 1) / Self.share
        let found = DisjointBuffer<[(LinkedQuery, SearchReach)]?>(chunks)
        workers.run(chunks) { _, chunk in
            found[chunk] = queries[chunk * Self.share..<min(queries.count, (chunk + 1) * Self.share)].map { query in
                let linked = decide(query, pairs)
                return (linked.keeping(settings.top), reach(query, linked, pairs.list))
            }
        }
        return Array(found.results().joined())
    }

    private func reach(_ query: Int, _ linked: LinkedQuery, _ list: CandidateList) -> SearchReach {
        guard let truth, truth.isPresent(query) else { return .none }
        if linked.candidates.prefix(settings.shortlist).contains(where: { truth.isRight(query, $0.record) }) {
            return .shortlisted
        }
        return list.places(of: query).contains { truth.isRight(query, Int(list.records[$0])) } ? .candidate : .none
    }

    /// Fits the model to all pairs.
    private func fit(
        _ finder: PairFinder, _ parts: [[Int]], _ held: PairFinder.Pairs?
    ) throws(LinkageError) -> ExpectationMaximisation.Fit {
        var table = PatternTable()
        for (done, part) in parts.enumerated() {
            table.add(try finder.pairs(of: part, held: held).patterns)
            progress?(0.2 + 0.4 * Double(done + 1) / Double(parts.count))
        }
        let all = Double(asked) * Double(records)
        let u = finder.scoring.unrelated(
            queries: asked, records: records, seed: settings.seed, samples: settings.samples)
        return ExpectationMaximisation().fit(
            AgreementPatterns(table), fields: fields.map { ($0.name, $0.comparator) }, u: u, pairs: all,
            prevalence: min(0.5, 0.5 * Double(min(asked, records)) / all))
    }

    /// Searches all records for the queries without a clear match of which a record without a common key could be one.
    private func searchAgain(
        _ outcome: inout Outcome, _ finder: PairFinder, _ ranking: CandidateRanking, _ size: Int,
        _ held: PairFinder.Pairs?
    ) throws(LinkageError) {
        let bound = UnseenBound(fields, rules: rules)
        let threshold = min(settings.threshold, 1 - 1e-12)
        let least = Foundation.log2(threshold / (1 - threshold) * ranking.none)
        let open = outcome.queries.indices.filter { query in
            outcome.queries[query].decision != .matched
                && bound.most(query, weights: ranking.weights(of: query), prior: ranking.model.priorWeight) >= least
        }
        if open.isEmpty { return }
        let direct = DirectSearch(scoring: finder.scoring, ranking: ranking, records: records)
        let matrix = open.count > DirectSearch.limit ? matrix() : nil
        for part in parts(of: open, size: size) {
            let found =
                matrix?.candidates(of: part, keeping: kept, workers: workers, progress: nil)
                ?? direct.candidates(of: part, atLeast: least - Self.margin, workers: workers)
            let own = if let held { held.list } else { try finder.candidates(of: part) }
            let pairs = finder.compared(own.extended(part, by: found))
            for (query, (linked, reach)) in zip(part, decided(part, pairs, ranking.ranked)) {
                outcome.queries[query] = linked
                outcome.reach[query] = reach
            }
        }
        outcome.searchedAll = open.count
    }
}
