public import Briefing
package import GroupComparison

/// What `groups` finds: which groups of records carry the risk.
public struct GroupFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.groups/1"

    let subject: Subject
    /// The figures of the combination.
    public let figures: CombinationFigures
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// The risk above which a record is at risk.
    public let threshold: Double
    let groups: GroupedFigures
    /// How unequally the risk is spread; `nil` without records.
    package let concentration: RiskConcentration?
    /// The adjusted comparison, or why there is none; `nil` when it was not asked for, or without records.
    package let adjusted: Result<AdjustedRisks, GroupError>?

    /// For each field the means by group: mean risk, at risk, unique.
    package var comparisons: [GroupMeans] { groups.comparisons }

    /// What the JSON output holds.
    package static let shape = Shape<GroupFindings>(
        .constant(.schema, schema),
        .value(.records) { $0.figures.records },
        .value(ifAny: .excluded) { $0.excluded },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .members(Subject.shape) { $0.subject },
        .value(.riskThreshold) { PlainNumber($0.threshold) },
        .value(.meanRisk, or: Subject.noRecords) { $0.figures.meanRisk },
        .value(.uniqueness, or: Subject.noRecords) { $0.figures.uniqueness },
        .object(.concentration, RiskConcentration.shape, because: { _ in Subject.noRecords }) { $0.concentration },
        .list(.groups, GroupedFigures.shape) { $0.groups.parts },
        .members(ifAny: adjustedShape) { $0.adjusted })

    private static let adjustedShape = Shape<Result<AdjustedRisks, GroupError>>(
        .object(
            .adjusted, AdjustedRisks.shape,
            because: { if case .failure(let error) = $0 { error.description } else { "" } }
        ) {
            try? $0.get()
        })

    /// The CSV output: a row for each field and group.
    public var rows: Tabulation? { groups.tabulation }
}

extension RiskConcentration {
    /// The concentration as answers have it.
    static let shape = Shape<RiskConcentration>(
        .value(.halfOfRisk) { $0.records(carrying: 0.5) }, .value(.gini) { $0.gini },
        .longList(.curve, pointShape) { concentration in
            (concentration.curve.count, { concentration.curve[$0] })
        })

    private static let pointShape = Shape<Point>(
        .value(.curveRecords) { $0.records }, .value(.curveRisk) { $0.risk })
}
