@_exported public import ErrorReports

/// Why a factorisation or a solution does not exist.
package enum LinearAlgebraError: Error, Hashable, Sendable {
    /// A symmetric matrix has no Cholesky factor: its leading block of this many rows and columns is not positive.
    case notPositiveDefinite(leadingMinor: Int)
    /// Columns of a least-squares problem depend on one another; the first that does, counted from 1.
    case rankDeficient(column: Int)
    /// The eigenvalues were not found; this many of an intermediate form did not converge.
    case noConvergence(count: Int)
    /// The matrix library computes wrong numbers on this processor.
    case wrongResults(library: String, routine: String)
    /// The matrix library needs this many bytes, and this process may not have them.
    case noMemory(library: String, bytes: Int)
    /// A number of the matrix is not finite.
    case notFinite
}

extension LinearAlgebraError: Reported {
    /// What is wrong, what to do.
    package var report: ErrorReport {
        switch self {
        case .notPositiveDefinite(let minor):
            .work(
                "algebra.not-positive-definite",
                "The matrix is not positive definite: its leading \(minor) x \(minor) block is singular or negative.",
                "Leave out a variable that the others determine.")
        case .rankDeficient(let column):
            .work(
                "algebra.rank-deficient", "Column \(column) of the design depends on the columns before it.",
                "Leave it out.")
        case .noConvergence(let count):
            .work(
                "algebra.no-convergence", "The eigenvalues were not found (\(count) did not converge).",
                "Scale the matrix to numbers near 1.")
        case .wrongResults(let library, let routine):
            .work(
                "algebra.wrong-results",
                "\(library) computes wrong numbers on this processor (\(routine)), so nothing that needs it is answered.",
                "Install another version, or name a core that it computes rightly for with OPENBLAS_CORETYPE, such as Haswell."
            )
        case .noMemory(let library, let bytes):
            .work(
                "algebra.no-memory",
                "\(library) needs \(bytes >> 20) MiB of memory more than this process may have (ulimit -v).",
                "Raise the limit.")
        case .notFinite:
            .work(
                "algebra.not-finite", "The matrix holds a number that is not finite.",
                "Check what it was computed from.")
        }
    }
}
