public import Briefing
import Disclosure

extension HistoriesFindings {
    /// What the JSON output holds.
    package static let shape = Shape<HistoriesFindings>(
        .constant(.schema, schema),
        .list(.eventFiles, fileShape) { Array(zip($0.asked.files, $0.rowsOfFiles)) },
        .value(.identifier) { $0.asked.identifier },
        .value(.eventFields) { $0.asked.events },
        .value(.matching) { $0.asked.matching.rawValue },
        .value(.eventPrecision, or: noPrecision) { $0.asked.precision?.rawValue },
        .value(.orderedBy, or: noOrder) { $0.orderedBy },
        .members(Subject.shape) { $0.subject },
        .value(.rowsWithoutPupil) { $0.withoutPupil },
        .value(.rowsWithoutEvent) { $0.withoutEvent },
        .value(.historyPupils) { $0.found.pupils },
        .value(.pupilEvents) { $0.found.events },
        .value(.differentEvents) { $0.found.differentEvents },
        .value(.longestHistory) { $0.found.longest },
        .members(Figures.shape) { Figures($0.found) },
        .list(.eventDetails, KnownEvents.shape) { $0.found.known },
        .value(ifAny: .sampleSeed) { findings in
            findings.found.known.contains { $0.method == .sampled } ? SeedNumber(findings.asked.seed) : nil
        },
        .list(.growth, Step.shape, because: { _ in noYears }) { $0.growth.isEmpty ? nil : $0.growth })

    private static let fileShape = Shape<(file: String, rows: Int)>(
        .value(.file) { $0.file }, .value(.fileRows) { $0.rows })

    /// The CSV output: a row for each year or file with all before it, and number of known events; `all` for the whole history.
    public var rows: Tabulation? {
        let steps =
            growth.isEmpty
            ? [(through: "all", found: Figures(found))]
            : growth.compactMap { step in step.found.map { (through: step.through, found: $0) } }
        let rows = steps.flatMap { step in
            step.found.known.map { row(step.through, step.found, $0) } + [wholeRow(step.through, step.found)]
        }
        return Tabulation(
            columns: [
                Figure.through.words(), Figure.knownEvents.words("Known events"), Figure.eventMethod.words(),
                Figure.pupilsLookedUp.column(), Figure.randomShare.column(), Figure.lower.column(),
                Figure.upper.column(), Figure.bestUniques.column(), Figure.bestShare.column(),
                Figure.historyMeanRisk.column(), Figure.historyHighestRisk.column(),
            ], rows: rows)
    }

    private func row(_ through: String, _ found: Figures, _ known: KnownEvents) -> [Cell] {
        [
            .text(through), .text(String(known.events)), .text(known.method.rawValue), .integer(known.pupils),
            .share(known.share), .share(orMissing: known.interval?.lowerBound, Self.isExact),
            .share(orMissing: known.interval?.upperBound, Self.isExact),
            .integer(orMissing: known.best?.uniques, Self.sampledOnly),
            .share(orMissing: known.best.map { Self.share($0.uniques, of: known.pupils) }, Self.sampledOnly),
            .share(orMissing: known.best?.meanRisk, Self.sampledOnly),
            .share(orMissing: known.best?.highestRisk, Self.sampledOnly),
        ]
    }

    private func wholeRow(_ through: String, _ found: Figures) -> [Cell] {
        let share = Self.share(found.whole, of: found.pupils)
        let reason = "the whole history is one set"
        return [
            .text(through), .text("all"), .text(KnownEvents.Method.exact.rawValue), .integer(found.pupils),
            .share(share), .missing(reason: Self.isExact), .missing(reason: Self.isExact), .integer(found.whole),
            .share(share), .missing(reason: reason), .missing(reason: reason),
        ]
    }
}

extension HistoriesFindings.Figures {
    /// The figures of a time as answers have them.
    static let shape = Shape<HistoriesFindings.Figures>(
        .members(whole) { $0 },
        .numbers(.knownEvents, by: .eventCount, of: .randomShare) { $0.shares },
        .members(best) { $0 })

    fileprivate static let whole = Shape<HistoriesFindings.Figures>(.object(.wholeHistory, wholeShape) { $0 })

    private static let wholeShape = Shape<HistoriesFindings.Figures>(
        .value(.historyUniques) { $0.whole },
        .value(.historyShare) { HistoriesFindings.share($0.whole, of: $0.pupils) })

    fileprivate static let best = Shape<HistoriesFindings.Figures>(
        .numbers(.bestKnownEvents, by: .eventCount, of: .historyShare, lack: { _ in HistoriesFindings.sampledOnly }) {
            $0.known.map { (String($0.events), $0.bestShare) }
        })

    fileprivate var shares: [(key: String, value: Double?)] { known.map { (String($0.events), $0.share) } }
}

extension HistoriesFindings.Step {
    /// The time as answers have it.
    static let shape = Shape<HistoriesFindings.Step>(
        .value(.through) { $0.through },
        .value(.historyPupils) { $0.found?.pupils ?? 0 },
        .value(ifAny: .pupilEvents) { $0.found?.events },
        .members(ifAny: HistoriesFindings.Figures.whole) { $0.found },
        .numbers(.knownEvents, by: .eventCount, of: .randomShare, because: { _ in HistoriesFindings.noPupils }) {
            $0.found?.shares
        },
        .members(ifAny: HistoriesFindings.Figures.best) { $0.found })
}

extension KnownEvents {
    /// What a number of known events reveals, as answers have it.
    static let shape = Shape<KnownEvents>(
        .value(.eventCount) { $0.events },
        .value(.eventMethod) { $0.method.rawValue },
        .value(.pupilsLookedUp) { $0.pupils },
        .value(.randomShare) { $0.share },
        .object(.interval, ClosedRange<Double>.shape, because: { _ in HistoriesFindings.isExact }) { $0.interval },
        .object(.bestEvents, bestShape, because: { _ in HistoriesFindings.sampledOnly }) { known in
            known.best.map { (known, $0) }
        })

    private static let bestShape = Shape<(known: KnownEvents, best: Best)>(
        .value(.historyUniques) { $0.best.uniques },
        .value(.historyShare) { HistoriesFindings.share($0.best.uniques, of: $0.known.pupils) },
        .value(.historyMeanRisk) { $0.best.meanRisk },
        .value(.historyHighestRisk) { $0.best.highestRisk })

    /// The share of pupils with a set that no other pupil has; `nil` where only random sets were looked up.
    fileprivate var bestShare: Double? { best.map { HistoriesFindings.share($0.uniques, of: pupils) } }
}
