import Counting
import Microdata
import SparkCounting

extension Selection {
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
}
