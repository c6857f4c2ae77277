/// The eigenvalues and eigenvectors of a symmetric matrix: `matrix * vectors = vectors * diagonal(values)`.
public struct SymmetricEigen<Element: MatrixElement>: Sendable, Hashable {
    /// The eigenvalues, ascending.
    public let values: [Element]
    /// The eigenvectors, one per column, of length 1 and at right angles to one another.
    public let vectors: DenseMatrix<Element>
}
