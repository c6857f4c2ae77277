internal import CKernels
internal import LinearAlgebra

/// The version of the package.
public enum Version {
    /// By semantic versioning.
    public static let current = "0.1.0"

    /// The version, and what the package computes with on this machine: a line each.
    public static var details: String {
        let level = ["scalar", "AVX2", "AVX-512"][Int(singleout_agreement_vectors())]
        return "\(current)\nVectors: \(level)\nMatrices: \(MatrixLibrary.description)"
    }
}
