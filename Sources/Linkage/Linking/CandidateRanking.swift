internal import Foundation
internal import Microdata

/// Weighs the candidates of every query and keeps the best.
struct CandidateRanking: Sendable {
    private static let share = 64

    let fields: [LinkedField]
    let model: LinkageModel
    let settings: LinkageSettings
    /// For each field, level and missing value the weight.
    private let levelWeights: [[Double]]
    /// For each field with frequencies and each query value the weight of exact agreement.
    private let exactWeights: [[Double]]

    init(_ fields: [LinkedField], model: LinkageModel, settings: LinkageSettings) {
        self.fields = fields
        self.model = model
        self.settings = settings
        levelWeights = model.fields.map { field in
            (0..<8).map { $0 < field.m.count ? field.weight($0) : 0 }
        }
        exactWeights = zip(fields, model.fields).map { own, field in
            guard own.comparator.isFrequencyAdjusted, own.present > 0 else { return [] }
            let least = 1 / Double(own.present)
            return own.counts.map { field.weight(ofExactShare: Double($0) * least, least: least) }
        }
    }

    /// What becomes of every query.
    func ranked(_ list: CandidateList, patterns: [UInt32], workers: Workers) -> [LinkedQuery] {
        let queries = list.starts.count - 1
        let chunks = (queries + Self.share - 1) / Self.share
        let found = Slots<[LinkedQuery]>(chunks)
        workers.run(chunks) { _, chunk in
            found[chunk] = (chunk * Self.share..<min(queries, (chunk + 1) * Self.share)).map {
                ranked($0, list, patterns)
            }
        }
        return Array(found.values.joined())
    }

    /// The weight of a pattern for one query, in bits.
    func weight(_ query: Int, _ pattern: UInt32) -> Double {
        var weight = model.priorWeight
        for field in fields.indices {
            let level = AgreementPatterns.level(pattern, field)
            weight +=
                level == 0 && !exactWeights[field].isEmpty
                ? exactWeights[field][Int(fields[field].valueOf[query])] : levelWeights[field][level]
        }
        return weight
    }

    private func ranked(_ query: Int, _ list: CandidateList, _ patterns: [UInt32]) -> LinkedQuery {
        var best: [(weight: Double, record: UInt32)] = []
        var odds = 0.0
        for place in list.places(of: query) {
            let weight = weight(query, patterns[place])
            odds += exp2(min(weight, 1000))
            if best.count == settings.top, let last = best.last, weight <= last.weight { continue }
            let record = list.records[place]
            let at = best.firstIndex { weight > $0.weight || weight == $0.weight && record < $0.record } ?? best.count
            best.insert((weight, record), at: at)
            if best.count > settings.top { best.removeLast() }
        }
        let candidates = best.map { weight, record in
            LinkedQuery.Candidate(
                record: Int(record), weight: weight, probability: LinkageModel.probability(weight: weight),
                share: exp2(min(weight, 1000)) / (1 + odds), step: nil)
        }
        let decision: LinkedQuery.Decision
        if let first = candidates.first?.share, first >= settings.threshold {
            decision = .matched
        } else {
            decision = !candidates.isEmpty && odds / (1 + odds) >= settings.threshold ? .ambiguous : .unmatched
        }
        return LinkedQuery(
            candidates: candidates, candidateCount: list.places(of: query).count, decision: decision)
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
