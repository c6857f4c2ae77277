import Counting
import Disclosure
import GroupComparison
import LinearAlgebra
import Microdata

extension GroupComparisonPlan {
    /// Compares the risk of groups of records.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `GroupError` or `CountingError`, and none of them holds a value
    ///   of a record.
    /// - Complexity: See `GroupMeans` and `AdjustedRisks`.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> GroupFindings {
        try run(on: selection.readTable(beside: selection.groups.allFields, progress), subject: selection.subject())
    }

    /// Compares the risk of groups of records that were read already.
    func run(on table: Table, subject: Subject) throws -> GroupFindings {
        let columns = try selection.quasiIdentifiers.map { try table.column(named: $0) }
        let classes = try EquivalenceClasses(of: columns, missing: selection.missing, threads: selection.threads)
        let histogram = classes.histogram
        let outcomes = ClusterOutcomes(classSizes: classes.sizes, threshold: selection.threshold)
        let means = try selection.groupMeans(outcomes, clusterOf: classes.classOf, table)
        var adjusted: Result<AdjustedRisks, GroupError>?
        if let others = selection.groups.adjusted, histogram.records > 0 {
            try MatrixLibrary.requireCorrect()
            let fields =
                try means.map(\.groups)
                + others.map { try selection.recordGroups($0, clusterOf: classes.classOf, table) }
            adjusted = Result { () throws(GroupError) in
                try AdjustedRisks(
                    outcomes, classOf: classes.classOf, groups: fields, outcome: selection.groups.outcome,
                    threads: selection.threads)
            }
        }
        return GroupFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: selection.missing == .exclude ? table.records - histogram.records : nil,
            threshold: selection.threshold,
            groups: GroupedFigures(outcomes: GroupedFigures.classOutcomes, comparisons: means),
            concentration: RiskConcentration(histogram), adjusted: adjusted)
    }
}
