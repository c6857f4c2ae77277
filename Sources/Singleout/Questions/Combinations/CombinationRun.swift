import Counting
import Microdata

extension CombinationPlan {
    /// Measures every combination of the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `MicrodataError`, `ReleaseError`, `SparkError` or `CountingError`, and none of them holds a value of a record.
    /// - Complexity: See `CombinationLattice`, and `SparkCounter` where a cluster counts.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        let lattice = try selection.lattice(progress)
        return findings(lattice, subject: selection.subject())
    }

    /// Measures every combination of columns that were read already.
    func run(
        on columns: [Column], subject: Subject, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> CombinationFindings {
        findings(try selection.lattice(of: columns, progress: progress), subject: subject)
    }

    private func findings(_ lattice: CombinationLattice, subject: Subject) -> CombinationFindings {
        CombinationFindings(subject: subject, lattice: lattice, identifying: selection.identifying, top: top)
    }
}
