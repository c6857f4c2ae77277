import Briefing
import GroupComparison

extension GroupedFigures {
    /// The comparison of a field with the outcomes that are compared.
    typealias Part = (outcomes: [Figure], comparison: GroupMeans)

    /// The comparisons, one for each field.
    var parts: [Part] { comparisons.map { (outcomes, $0) } }

    /// The comparison of a field as answers have it.
    static let shape = Shape<Part>(
        .value(.field) { $0.comparison.groups.field },
        .value(.minimumGroup) { $0.comparison.groups.minimum },
        .value(.comparedRecords) { $0.comparison.records },
        .object(.whole, allShape) { $0 },
        .list(.groupList, groupShape) { part in
            part.comparison.groups.groups.indices.map { (part.outcomes, part.comparison, $0) }
        })

    private static let groupShape = Shape<(outcomes: [Figure], comparison: GroupMeans, place: Int)>(
        .members(RecordGroups.Group.shape) { $0.comparison.groups.groups[$0.place] },
        .value(.groupRecords) { $0.comparison.groups.groups[$0.place].records },
        .value(.shareOfRecords) {
            Double($0.comparison.groups.groups[$0.place].records) / Double($0.comparison.records)
        },
        .value(.shareOfRisk, or: nothing) { $0.comparison.shareOfWhole(group: $0.place, outcome: 0) },
        .some(of: allOutcomes, meanShape) { Array(zip($0.outcomes, $0.comparison.means[$0.place])) })

    private static let allShape = Shape<Part>(
        .some(of: allOutcomes, wholeShape) { Array(zip($0.outcomes, $0.comparison.whole)) })

    private static let wholeShape = Shape<GroupMean>(
        .value(.outcomeValue) { $0.value },
        .object(.interval, ClosedRange<Double>.shape, because: { _ in oneCluster }) { $0.interval })

    private static let meanShape = Shape<GroupMean>(
        .members(wholeShape) { $0 },
        .value(.ratio, or: nothing) { $0.ratio },
        .object(
            .ratioInterval, ClosedRange<Double>.shape, because: { $0.ratio == nil ? nothing : oneCluster }
        ) { $0.ratioInterval })
}

extension RecordGroups.Group {
    /// What a group is, as answers have it.
    static let shape = Shape<RecordGroups.Group>(
        .value(.group, because: { $0.merged == 0 ? "records without a value" : "small groups are merged" }) {
            $0.merged == 0 ? $0.value : nil
        },
        .value(ifAny: .mergedCount) { $0.merged == 0 ? nil : $0.merged })
}
