import Counting
import Microdata
import SparkCounting

extension CombinationPlan {
    /// Measures every combination of the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, none of which holds a value of a record.
    /// - Complexity: See `CombinationLattice`, and `SparkCounter` where a cluster counts.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        if let cluster = try selection.cluster() {
            return findings(try lattice(on: cluster, progress: progress), subject: selection.subject())
        }
        return try run(on: selection.readData(progress), subject: selection.subject()) {
            progress?(.counting(share: $0))
        }
    }

    /// Measures every combination of columns that were read already.
    func run(
        on columns: [Column], subject: Subject, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> CombinationFindings {
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: selection.maximumSize, missing: selection.missing,
            threads: selection.threads, memory: selection.memory?.bytes(beside: columns), progress: progress)
        return findings(lattice, subject: subject)
    }

    private func findings(_ lattice: CombinationLattice, subject: Subject) -> CombinationFindings {
        CombinationFindings(subject: subject, lattice: lattice, identifying: selection.identifying, top: top)
    }

    private func lattice(
        on cluster: SparkCounter, progress: AnalysisProgress.Handler?
    ) throws -> CombinationLattice {
        let (fields, size) = (selection.quasiIdentifiers, selection.maximumSize)
        let lattice = try Waiting.wait {
            try await cluster.lattice(of: fields, maximumSize: size) { progress?(.cluster($0)) }
        }
        progress?(.read(ReadingFacts(source: selection.data, bytes: nil, records: lattice.records)))
        return lattice
    }
}
