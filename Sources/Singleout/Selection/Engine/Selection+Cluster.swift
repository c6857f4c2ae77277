import Counting
import Microdata
import SparkCounting

extension Selection {
    /// What counts the classes, where a cluster does; `nil` when this machine counts, from columns that it has read.
    ///
    /// - Throws: `PlanError` for semantics of missing values that a cluster does not count.
    private func cluster() throws -> SparkCounter? {
        guard case .spark(let source, let settings) = engine else { return nil }
        if case .wildcard = missing { throw PlanError.needsLocalEngine("--missing wildcard") }
        return try SparkCounter(source, settings: settings, missing: missing, missingValues: missingValues)
    }

    /// The class sizes of the quasi-identifiers, and the number of records, from a cluster; `nil` when this machine counts.
    ///
    /// - Throws: `PlanError`, `SparkError`, `CountingError`.
    func classSizesOnCluster(
        _ progress: AnalysisProgress.Handler?
    ) throws -> (records: Int, histogram: SizeHistogram)? {
        guard let cluster = try cluster() else { return nil }
        let fields = quasiIdentifiers
        let answer = try Waiting.wait { try await cluster.histogram(of: fields) { progress?(.cluster($0)) } }
        progress?(.read(ReadingFacts(source: data, bytes: nil, records: answer.records)))
        return answer
    }

    /// The class sizes of every combination of the quasi-identifiers, wherever they are counted.
    ///
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError`, `SparkError`, `CountingError`.
    func lattice(_ progress: AnalysisProgress.Handler?) throws -> CombinationLattice {
        guard let cluster = try cluster() else {
            return try lattice(of: readData(progress)) { progress?(.counting(share: $0)) }
        }
        let (fields, size) = (quasiIdentifiers, maximumSize)
        let lattice = try Waiting.wait {
            try await cluster.lattice(of: fields, maximumSize: size) { progress?(.cluster($0)) }
        }
        progress?(.read(ReadingFacts(source: data, bytes: nil, records: lattice.records)))
        return lattice
    }

    /// The class sizes of every combination of columns that were read already.
    ///
    /// - Throws: `CountingError`.
    func lattice(
        of columns: [Column], progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> CombinationLattice {
        try CombinationLattice(
            counting: columns, maximumSize: maximumSize, missing: missing, threads: threads,
            memory: memory?.bytes(beside: columns), progress: progress)
    }
}
