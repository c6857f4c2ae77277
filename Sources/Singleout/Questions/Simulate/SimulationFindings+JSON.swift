public import Briefing
import Linkage

extension SimulationFindings {
    private typealias Counts = (findings: SimulationFindings, runs: [RequestCounts], requests: Int?)

    /// What the JSON output holds.
    package static let shape = Shape<SimulationFindings>(
        .constant(.schema, schema),
        .value(.registerFolder) { $0.asked.register },
        .members(SyntheticMark.shape) { $0.synthetic },
        .value(.registerPupils) { $0.simulation.pupils },
        .value(.heldOut) { $0.simulation.heldOut },
        .value(.registerFamilies) { $0.simulation.families },
        .members(RequestSettings.shape) { $0.simulation.settings },
        .object(.published, publishedShape, because: { _ in "no published number of requests was simulated" }) {
            findings in findings.asked.volume.flatMap { volume in volume.returned.map { (volume, $0) } }
        },
        .object(.total, countShape) { ($0, $0.totals, nil) },
        .list(.months, monthShape) { findings in
            (0..<findings.simulation.settings.months).map { (findings, $0) }
        },
        .list(.requestGroups, groupShape) { findings in findings.simulation.groups.map { (findings, $0) } })

    private static let publishedShape = Shape<(volume: RequestVolume, returned: Int)>(
        .value(.publishedRequests) { $0.volume.requests },
        .value(.publishedMonths) { $0.volume.months },
        .value(.returned) { $0.returned },
        .value(.returnedShare) { Double($0.returned) / Double($0.volume.requests) })

    private static let monthShape = Shape<(findings: SimulationFindings, month: Int)>(
        .value(.month) { $0.month + 1 },
        .object(.monthOwn, countShape) { ($0.findings, $0.findings.counts(in: $0.month), nil) },
        .object(.monthCumulative, countShape) { ($0.findings, $0.findings.cumulative(through: $0.month), nil) })

    private static let groupShape = Shape<(findings: SimulationFindings, group: RequestSimulation.Group)>(
        .value(.groupedBy) { $0.group.grouping },
        .value(.requestGroup) { $0.group.name },
        .object(.requestCounts, countShape) {
            ($0.findings, $0.group.runs, $0.findings.simulation.settings.requests)
        })

    private static let countShape = Shape<Counts>(
        counts.map { figure, _, count in
            .object(figure, RunSummary.shape) { $0.findings.summary($0.runs, count, ofRequests: $0.requests) }
        } + [
            ratio(.matchRate, \.matched, of: \.requests, "no child was asked about"),
            ratio(.requestPrecision, \.right, of: \.matched, "no match is clear"),
            ratio(.requestRecall, \.right, of: \.present, "no pupil of the register was asked about"),
            ratio(.reachPerMatch, \.reached, of: \.matched, "no match is clear"),
        ])

    private static func ratio(
        _ figure: Figure, _ part: any KeyPath<RequestCounts, Int> & Sendable,
        of all: any KeyPath<RequestCounts, Int> & Sendable, _ reason: String
    ) -> Shape<Counts>.Member {
        .object(figure, RunSummary.shape, because: { _ in reason }) { $0.findings.ratio($0.runs, part, of: all) }
    }

    /// The CSV output: a row per month, group or the whole, and count.
    public var rows: Tabulation? {
        var rows: [[Cell]] = []
        func add(_ part: String, _ runs: [RequestCounts], ofRequests requests: Int? = nil) {
            // The children reached are a sum of other counts.
            for (figure, _, count) in Self.counts where figure != .childrenReached {
                let summary = self.summary(runs, count, ofRequests: requests)
                rows.append(
                    [.text(part), .text(figure.key), .real(summary.mean, decimals: 3)] + Self.bounds(summary, 3))
            }
        }
        add("total", totals)
        for month in 0..<simulation.settings.months {
            add("month \(month + 1)", counts(in: month))
            add("months 1 to \(month + 1)", cumulative(through: month))
        }
        for group in simulation.groups {
            add("\(group.grouping) \(group.name)", group.runs, ofRequests: simulation.settings.requests)
        }
        return Tabulation(
            columns: [
                Figure.requestPart.words(), Figure.requestCount.words(), Figure.runMean.column("Mean of the runs"),
                Figure.runLower.column(), Figure.runUpper.column("to"),
            ], rows: rows)
    }

    /// The ends of an interval as cells.
    static func bounds(_ summary: RunSummary, _ decimals: Int) -> [Cell] {
        guard let interval = summary.interval else {
            return [.missing(reason: oneRun), .missing(reason: oneRun)]
        }
        return [.real(interval.lowerBound, decimals: decimals), .real(interval.upperBound, decimals: decimals)]
    }
}

extension RequestSettings {
    /// The settings as answers have them.
    static let shape = Shape<RequestSettings>(
        .value(.monthCount) { $0.months },
        .value(.requests) { $0.requests },
        .value(.runs) { $0.runs },
        .value(.sampleSeed) { SeedNumber($0.seed) },
        .value(.coverage) { $0.coverage },
        .value(.knowledge) { $0.knowledge.rawValue },
        .value(.knownFields) { $0.knowledge.fields },
        .value(.linkMethod) { $0.method.rawValue },
        .value(.matchThreshold) { $0.threshold },
        .object(.errors, RequestErrors.shape) { $0.errors })
}

extension RequestErrors {
    /// The errors as answers have them.
    static let shape = Shape<RequestErrors>(
        .value(.typingErrors) { $0.typing },
        .value(.transliterations) { $0.transliteration },
        .value(.exchangedNames) { $0.exchanged },
        .value(.wrongBirthDates) { $0.birthDate },
        .value(.wrongSex) { $0.sex },
        .value(.noPostcode) { $0.noPostcode },
        .value(.addressAge) { $0.addressAge })
}

extension RunSummary {
    /// The number as answers have it.
    static let shape = Shape<RunSummary>(
        .value(.runMean) { $0.mean },
        .value(.runLower, or: SimulationFindings.oneRun) { $0.interval?.lowerBound },
        .value(.runUpper, or: SimulationFindings.oneRun) { $0.interval?.upperBound })
}
