internal import Briefing
import Counting
import GroupComparison
import LinearAlgebra
import Microdata
import PopulationModels

extension EstimatePlan {
    /// Estimates how many persons of the population are unique, from the data as a sample of it.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `EstimationError`, `MicrodataError`, `ReleaseError` or `CountingError`; none holds a
    ///   value of a record.
    /// - Complexity: See the estimators; about 30 bytes per record for the classes and 4 bytes per different record and field.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> EstimateFindings {
        try MatrixLibrary.requireCorrect()
        let models = try settings.models(fields: selection.quasiIdentifiers, threads: selection.threads)
        let table = try selection.readTable(beside: selection.groups.fields, progress)
        let columns = try selection.quasiIdentifiers.map { try table.column(named: $0) }
        let classes = try EquivalenceClasses(of: columns, missing: selection.missing, threads: selection.threads)
        let cells = SampleCells(columns, classes: classes)
        let kept = cells.counts.reduce(0) { $0 + Int($1) }
        let sample = try PopulationSample(
            cells: cells,
            populationSize: populationSize
                ?? PopulationSample.populationSize(records: kept, fraction: selection.samplingFraction ?? 1))
        let share = settings.isBackTested ? 0.5 : 1
        let estimates = try ModelEstimates(sample, models) { progress?(.counting(share: $0 * share)) }
        var backTest: Result<BackTest, NoAnswer>?
        if settings.isBackTested {
            backTest = try BackTest.run(sample, models, seed: settings.seed) {
                progress?(.counting(share: 0.5 + $0 * 0.5))
            }
        }
        var findings = EstimateFindings(
            subject: selection.subject(), models: estimates, settings: settings,
            excluded: selection.missing == .exclude ? columns[0].count - kept : nil, backTest: backTest,
            classOf: classes.classOf)
        if !selection.groups.fields.isEmpty, kept > 0 {
            findings.groups = try groupFigures(estimates, classOf: classes.classOf, table)
        }
        return findings
    }

    /// The probabilities of records by group, by the models that look at the fields; no outcome when none has an answer.
    private func groupFigures(
        _ models: ModelEstimates, classOf: [UInt32], _ table: Table
    ) throws -> GroupedFigures {
        let risks = RecordRisk.Model.allCases.compactMap { model in models.recordRisks(model).map { (model, $0) } }
        let outcomes = risks.flatMap { model, _ -> [Figure] in
            model == .logLinear ? [.logLinearMatch, .logLinearUnique] : [.latentClassMatch, .latentClassUnique]
        }
        guard let cells = risks.first?.1.count else { return GroupedFigures(outcomes: [], comparisons: []) }
        let values = (0..<cells).flatMap { cell in risks.flatMap { [$0.1[cell].match, $0.1[cell].unique] } }
        let clusters = ClusterOutcomes(
            kindOf: (0..<UInt32(cells)).map { $0 }, count: outcomes.count, values: values.map { min(max($0, 0), 1) })
        return GroupedFigures(
            outcomes: outcomes, comparisons: try selection.groupMeans(clusters, clusterOf: classOf, table))
    }
}
