package import Briefing
import Disclosure

extension MeasureFindings {
    static let rateNotReached = "even the lowest risk of any record reaches the rate"

    /// What the JSON output holds.
    package static let shape = Shape<MeasureFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.figures.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .members(CombinationFigures.shape) { $0.figures },
        .numbers(.sizeHistogram, by: .size, of: .classes, because: { _ in Subject.overlappingClasses }) {
            $0.histogram?.entries.map { (String($0.size), $0.classes) }
        },
        .object(.attackers, AttackerRisks.shape, because: { _ in Subject.noRecords }) { $0.attackers },
        .object(.riskDistribution, distributionShape, because: { _ in Subject.noRecords }) { $0.distributionPart },
        .members(ifAny: sensitiveShape) { $0.sensitive.isEmpty ? nil : $0 },
        .map(ifAny: .sensitiveGivenOthers, SensitiveFigures.shape) { $0.parts($0.sensitiveGivenOthers) },
        .object(ifAny: .individual, IndividualFigures.shape) { $0.individual },
        .object(ifAny: .households, HouseholdRisks.shape) { $0.households },
        .list(ifAny: .groups, GroupedFigures.shape) { $0.groups?.parts },
        .members(ifAny: presenceShape) { $0.population == nil ? nil : $0 },
        .members(ifAny: kMapShape) { $0.population != nil || $0.populationSize != nil ? $0 : nil },
        .object(ifAny: .populationData, PopulationFigures.shape) { $0.population },
        .object(ifAny: .population, sizeShape) { $0.populationSize == nil ? nil : $0 })

    private static let presenceShape = Shape<MeasureFindings>(
        .object(.deltaPresence, DeltaPresence.shape, because: { _ in Subject.noRecords }) { $0.deltaPresence })

    private static let kMapShape = Shape<MeasureFindings>(
        .object(.kMap, KMapFigures.shape, because: { $0.kMapReason }) { $0.kMap })

    private static let sizeShape = Shape<MeasureFindings>(
        .value(.populationSize) { $0.populationSize ?? 0 },
        .value(.samplingFraction) { Double($0.figures.records) / Double($0.populationSize ?? 0) })

    /// Why the answer has no k-map.
    var kMapReason: String { histogram == nil ? Subject.overlappingClasses : Subject.noRecords }

    private static let sensitiveShape = Shape<MeasureFindings>(
        .map(.sensitive, SensitiveFigures.shape) { $0.parts($0.sensitive) },
        .value(.pSensitivity, or: Subject.noRecords) { $0.pSensitivity })

    private func parts(_ sensitive: [SensitiveFigures]) -> [(name: String, part: SensitiveFigures.Part)] {
        sensitive.map { ($0.levels.field, ($0, subject.missing == .exclude)) }
    }

    private var distributionPart: (method: String, distribution: RiskDistribution)? {
        distribution.map { (individual?.method ?? "inverseSize", $0) }
    }

    private static let distributionShape = Shape<(method: String, distribution: RiskDistribution)>(
        .value(.risk) { $0.method },
        .numbers(.bands, by: .bandEnd, of: .records) {
            zip(RiskDistribution.bounds, $0.distribution.bandRecords).map { ($0, $1) }
        },
        .numbers(.quantiles, by: .quantileShare, of: .quantileRisk) {
            zip(RiskDistribution.quantileShares, $0.distribution.quantiles).map { ($0, $1) }
        })
}

extension DeltaPresence {
    /// The bounds as answers have them.
    static let shape = Shape<DeltaPresence>(.value(.presenceMin) { $0.lowest }, .value(.presenceMax) { $0.highest })
}

extension IndividualFigures {
    /// The figures as answers have them.
    static let shape = Shape<IndividualFigures>(
        .value(.method) { $0.method },
        .value(.expectedReidentifications) { $0.expectedReidentifications },
        .value(.rate, or: Subject.noRecords) { $0.rate },
        .value(.highestRisk, or: Subject.noRecords) { $0.highestRisk },
        .members(ifAny: thresholdShape) { $0.maxRate == nil ? nil : $0 })

    private static let thresholdShape = Shape<IndividualFigures>(
        .value(.maxRate) { PlainNumber($0.maxRate ?? 0) },
        .object(
            .individualThreshold, RiskThreshold.shape,
            because: { $0.rate == nil ? Subject.noRecords : MeasureFindings.rateNotReached }
        ) { $0.threshold })
}

extension RiskThreshold {
    fileprivate static let shape = Shape<RiskThreshold>(
        .value(.thresholdRisk) { $0.risk }, .value(.unsafeRecords) { $0.unsafeRecords },
        .value(.rateAfter) { $0.rateAfter })
}

extension HouseholdRisks {
    /// The figures as answers have them.
    static let shape = Shape<HouseholdRisks>(
        .value(.householdCount) { $0.count },
        .value(.recordsWithout) { $0.recordsWithout },
        .value(.expectedReidentifications) { $0.expectedReidentifications },
        .value(.rate, or: Subject.noRecords) { $0.rate },
        .value(.highestRisk, or: Subject.noRecords) { $0.highestRisk },
        .value(ifAny: .householdThreshold) { $0.threshold.map(PlainNumber.init) },
        .value(ifAny: .unsafeHouseholds) { $0.unsafe },
        .value(ifAny: .membersAbove) { $0.membersAbove },
        .objects(.householdSizes, by: .householdMembers, sizeShape) { $0.sizes.map { ($0.members, $0) } })

    private static let sizeShape = Shape<SizeClass>(
        .value(.householdsOfSize) { $0.households },
        .value(ifAny: .unsafeHouseholds) { $0.unsafe },
        .value(ifAny: .memberThreshold) { $0.memberThreshold },
        .value(ifAny: .membersAbove) { $0.membersAbove })
}

extension KMapFigures {
    /// The figures as answers have them.
    static let shape = Shape<KMapFigures>(
        .value(.method) { if case .exact = $0 { "exact" } else { "estimated" } },
        .value(ifAny: .significance) { if case .estimated(let rule, _, _) = $0 { rule.significance } else { nil } },
        .value(.kMapK) {
            switch $0 {
            case .exact(let k), .estimated(_, let k, _): k
            }
        },
        .value(ifAny: .kZeroTruncated) { if case .estimated(_, _, let k) = $0 { k } else { nil } })
}

extension PopulationFigures {
    /// The figures as answers have them.
    static let shape = Shape<PopulationFigures>(
        .value(.source) { $0.source }, .value(.populationRecords) { $0.records },
        .value(.populationK, or: Subject.noRecords) { $0.k })
}
