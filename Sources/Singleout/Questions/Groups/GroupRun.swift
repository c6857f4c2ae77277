import Disclosure
import LinearAlgebra
import Microdata

extension AnalysisPlan {
    /// Compares the risk of groups of records.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `GroupError` or `CountingError`, none of which holds a value of
    ///   a record.
    /// - Complexity: See `GroupMeans` and `AdjustedRisks`.
    public func groupRisks(progress: AnalysisProgress.Handler? = nil) throws -> GroupFindings {
        try requireGroups()
        return try groupRisks(in: readTable(beside: groups.allFields, progress))
    }

    /// Refuses what cannot be compared whatever the data hold, before they are read.
    func requireGroups() throws(PlanError) {
        if case .wildcard = missing { throw .wildcardWithGroups }
        if groups.fields.isEmpty { throw .noGroups }
    }

    /// Compares the risk of groups of records that were read already.
    func groupRisks(in table: Table) throws -> GroupFindings {
        let columns = try quasiIdentifiers.map { try table.column(named: $0) }
        let classes = try EquivalenceClasses(of: columns, missing: missing, threads: threads)
        let histogram = classes.histogram
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: threshold)
        let means = try groupMeans(outcomes, clusterOf: classes.classOf, table)
        var adjusted: Result<AdjustedRisks, GroupError>?
        if let others = groups.adjusted, histogram.records > 0 {
            try MatrixLibrary.requireCorrect()
            let fields =
                try means.map(\.groups) + others.map { try recordGroups($0, clusterOf: classes.classOf, table) }
            adjusted = Result { () throws(GroupError) in
                try AdjustedRisks(
                    outcomes, classOf: classes.classOf, groups: fields, outcome: groups.outcome, threads: threads)
            }
        }
        return GroupFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: missing == .exclude ? table.records - histogram.records : nil, threshold: threshold,
            groups: GroupedFigures(outcomes: GroupedFigures.classOutcomes, comparisons: means),
            concentration: RiskConcentration(histogram), adjusted: adjusted)
    }

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

    private func recordGroups(_ field: String, clusterOf: [UInt32], _ table: Table) throws -> RecordGroups {
        try RecordGroups(table.column(named: field), minimum: groups.minimum, classOf: clusterOf)
    }
}
