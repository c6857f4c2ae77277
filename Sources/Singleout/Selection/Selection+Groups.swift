import Counting
import Disclosure
import Microdata

extension Selection {
    /// The risks of classes by group, the individual risk among them where there are weights.
    func groupFigures(_ classes: EquivalenceClasses, _ risks: IndividualRisks?, _ table: Table) throws -> GroupedFigures
    {
        let outcomes =
            risks.map { ClusterOutcomes(classSizes: classes.sizes, threshold: threshold, risks: $0) }
            ?? ClusterOutcomes(classSizes: classes.sizes, threshold: threshold)
        return GroupedFigures(
            outcomes: GroupedFigures.classOutcomes + (risks == nil ? [] : [.outcomeIndividualRisk]),
            comparisons: try groupMeans(outcomes, clusterOf: classes.classOf, table))
    }

    /// The means of outcomes in the groups of each field; clusters left out are in no group.
    func groupMeans(_ outcomes: ClusterOutcomes, clusterOf: [UInt32], _ table: Table) throws -> [GroupMeans] {
        try groups.fields.map { field in
            GroupMeans(
                outcomes, clusterOf: clusterOf, groups: try recordGroups(field, clusterOf: clusterOf, table),
                threads: threads)
        }
    }

    /// The records by the values of a field.
    func recordGroups(_ field: String, clusterOf: [UInt32], _ table: Table) throws -> RecordGroups {
        try RecordGroups(table.column(named: field), minimum: groups.minimum, classOf: clusterOf)
    }
}
