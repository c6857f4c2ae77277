public import Briefing
import Linkage
import Statistics

extension LinkFindings {
    /// What the JSON output holds.
    package static let shape = Shape<LinkFindings>(
        .constant(.schema, schema),
        .value(.queries) { $0.linkage.queries.count },
        .value(.registerRecords) { $0.linkage.register },
        .value(.linkMethod) { $0.asked.settings.method.rawValue },
        .value(.search) { $0.asked.settings.search.rawValue },
        .value(.searchKeys) { $0.linkage.keys.map { $0.joined(separator: "+") } },
        .value(.searchedAll) { $0.linkage.searchedAll },
        .value(.shortlist) { $0.asked.settings.shortlist },
        .value(.comparedPairs) { $0.linkage.pairs },
        .value(.sampleSeed) { SeedNumber($0.asked.settings.seed) },
        .value(.matchThreshold) { PlainNumber($0.asked.settings.threshold) },
        .value(.isOneToOne) { $0.asked.settings.isOneToOne },
        .value(.matched) { $0.linkage.count(.matched) },
        .value(.ambiguous) { $0.linkage.count(.ambiguous) },
        .value(.unmatched) { $0.linkage.count(.unmatched) },
        .members(SyntheticMark.shape) { $0.synthetic.register ?? $0.synthetic.queries },
        .list(ifAny: .impossibleDates, RecordLinkage.ImpossibleDates.shape) {
            $0.linkage.impossibleDates.isEmpty ? nil : $0.linkage.impossibleDates
        },
        .members(scoreShape) { $0 },
        .value(ifAny: .prevalence) { $0.linkage.model?.prevalence },
        .map(.comparedFields) { $0.comparedFields },
        .list(.matchCurve, TruthScore.Point.shape) { $0.linkage.score?.curve ?? [] })

    private static let scoreShape = Shape<LinkFindings>(
        .share(.matchPrecision, because: { $0.linkage.score == nil ? noTruth : noMatches }) {
            $0.linkage.score?.precision
        },
        .share(.matchRecall, because: { _ in noTruth }) { $0.linkage.score?.recall },
        .share(.candidateRecall, because: { _ in noTruth }) { $0.linkage.score?.candidateRecall },
        .share(.searchRecall, because: { _ in noTruth }) { $0.linkage.score?.searchRecall },
        .share(.control, because: { $0.controlReason }) { $0.linkage.score?.control },
        .value(.present, or: noTruth) { $0.linkage.score?.present },
        .value(.absent, or: noTruth) { $0.linkage.score?.absent },
        .value(.baseline, or: noTruth) { $0.linkage.score?.baseline },
        .value(.residual, because: { $0.controlReason }) { $0.linkage.score?.residual })

    private var controlReason: String { linkage.score == nil ? Self.noTruth : Self.noControl }

    private var comparedFields: [(name: String, value: ComparedField)] {
        linkage.model.map { $0.fields.map { ($0.name, .weighed($0)) } }
            ?? asked.comparisons.map { ($0.field, .compared($0.comparator)) }
    }

    /// The figures, those of the curve under their thresholds.
    public var tabulation: Tabulation {
        let thresholds = (linkage.score?.curve ?? []).map { Wording.plain($0.threshold) }
        return Tabulation(flattening: json, naming: [Figure.matchCurve.key: thresholds])
    }
}

/// How a field was compared, and what agreement on it says where it was weighed.
private enum ComparedField: FigureValue {
    case compared(Comparator)
    case weighed(FieldModel)

    static var schema: Schema { .either([FieldModel.shape.schema, .text]) }

    var json: JSONValue {
        switch self {
        case .compared(let comparator): .string(comparator.rawValue)
        case .weighed(let model): FieldModel.shape.json(model)
        }
    }
}

extension FieldModel {
    /// What agreement on the field says, as answers have it.
    static let shape = Shape<FieldModel>(
        .value(.comparator) { $0.comparator.rawValue },
        .map(.agreementLevels, levelShape) { field in
            field.comparator.names.enumerated().map { ($1, (field, $0)) }
        })

    private static let levelShape = Shape<(field: FieldModel, level: Int)>(
        .value(.agreementAmongMatches) { $0.field.m[$0.level] },
        .value(.agreementByChance) { $0.field.u[$0.level] },
        .value(.agreementWeight) { $0.field.weight($0.level) })
}

extension RecordLinkage.ImpossibleDates {
    /// The dates as answers have them.
    static let shape = Shape<RecordLinkage.ImpossibleDates>(
        .value(.file) { $0.source }, .value(.field) { $0.field }, .value(.impossibleDateRecords) { $0.records })
}

extension TruthScore.Point {
    /// The point as answers have it.
    static let shape = Shape<TruthScore.Point>(
        .value(.curveThreshold) { PlainNumber($0.threshold) },
        .value(.matched) { $0.precision.all },
        .value(.matchesRight) { $0.precision.part },
        .share(.matchPrecision, because: { _ in LinkFindings.noMatches }) { $0.precision },
        .share(.matchRecall, because: { _ in LinkFindings.noTruth }) { $0.recall })
}

extension Shape.Member {
    /// A share with its interval, or a reason why there is none.
    fileprivate static func share(
        _ figure: Figure, because reason: @escaping @Sendable (Root) -> String,
        _ share: @escaping @Sendable (Root) -> TruthScore.Share?
    ) -> Self {
        .members(
            Shape<Root>(
                .value(figure, because: reason) { share($0)?.value },
                .object(.interval(of: figure), ClosedRange<Double>.shape, because: reason) {
                    share($0)?.interval?.bounds
                })
        ) { $0 }
    }
}
