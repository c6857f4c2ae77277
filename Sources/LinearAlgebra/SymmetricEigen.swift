/// The eigenvalues and eigenvectors of a symmetric matrix: `matrix * vectors = vectors * diagonal(values)`.
package struct SymmetricEigen<Element: MatrixElement>: Sendable, Hashable {
    /// The eigenvalues, ascending.
    package let values: [Element]
    /// The eigenvectors, one per column, of length 1 and at right angles to one another.
    package let vectors: DenseMatrix<Element>
}
