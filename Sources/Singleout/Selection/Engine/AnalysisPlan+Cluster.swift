import Disclosure
import Microdata
import SparkCounting

extension AnalysisPlan {
    /// What counts on a cluster; `nil` when this machine counts.
    ///
    /// - Throws: `PlanError` for semantics of missing values that a cluster does not count.
    func cluster() throws -> SparkCounter? {
        guard case .spark(let source, let settings) = engine else { return nil }
        if case .wildcard = missing { throw PlanError.needsLocalEngine("--missing wildcard") }
        return try SparkCounter(source, settings: settings, missing: missing, missingValues: missingValues)
    }

    /// The class sizes of the quasi-identifiers, and the number of records, from a cluster.
    ///
    /// - Throws: `SparkError`, `CountingError`.
    func classSizes(
        on cluster: SparkCounter, _ progress: AnalysisProgress.Handler?
    ) throws -> (records: Int, histogram: SizeHistogram) {
        let fields = quasiIdentifiers
        let answer = try Waiting.wait { try await cluster.histogram(of: fields) { progress?(.cluster($0)) } }
        progress?(.read(ReadingFacts(source: data, bytes: nil, records: answer.records)))
        return answer
    }

    /// Measures the combination of the quasi-identifiers from the class sizes that a cluster counts.
    ///
    /// - Throws: `PlanError` for what does not follow from class sizes; `SparkError`, `CountingError`.
    func measure(on cluster: SparkCounter, _ progress: AnalysisProgress.Handler?) throws -> MeasureFindings {
        try requireClassSizesOnly()
        let (records, histogram) = try classSizes(on: cluster, progress)
        let size = try populationSize(atLeast: records)
        var findings = MeasureFindings(
            subject: subject, figures: CombinationFigures(histogram),
            excluded: missing == .exclude ? records - histogram.records : nil, histogram: histogram,
            attackers: AttackerRisks(histogram, threshold: threshold), threshold: threshold, population: nil,
            populationSize: size, distribution: RiskDistribution(histogram))
        findings.kMap = KMapFigures(estimatedFrom: histogram, population: size)
        return findings
    }

    /// What is measured by the class of each record cannot be had from class sizes.
    private func requireClassSizesOnly() throws(PlanError) {
        var population = false
        if case .data = self.population { population = true }
        let options: [(String, Bool)] = [
            ("--sensitive", !sensitive.fields.isEmpty), (Setting.weight.option, individual.weight != nil),
            ("--household", individual.household != nil), ("--max-rate", individual.maxRate != nil),
            ("--by", !groups.fields.isEmpty), ("--population-data", population),
        ]
        for (option, isGiven) in options where isGiven { throw .needsLocalEngine(option) }
    }
}
