internal import COpenBLAS

/// A symmetric positive definite matrix as the product of its lower Cholesky factor and that factor transposed.
package struct CholeskyFactor<Element: MatrixElement>: Sendable, Hashable {
    /// The lower factor, with zeros above the diagonal.
    package let lower: DenseMatrix<Element>

    /// Factorises a matrix, of which the lower triangle is read.
    ///
    /// - Throws: `notPositiveDefinite(leadingMinor:)` or `notFinite`.
    /// - Complexity: O(rows^3 / 3) time; one copy of the matrix.
    package init(of matrix: DenseMatrix<Element>) throws(LinearAlgebraError) {
        lower = try matrix.cholesky()
    }

    /// The X with `matrix * X = right`.
    ///
    /// - Parameter right: Must have as many rows as the matrix.
    /// - Complexity: O(rows^2 x right.columns) time.
    package func solve(_ right: DenseMatrix<Element>) -> DenseMatrix<Element> {
        precondition(right.rows == lower.rows, "\(right.rows) right-hand rows for a matrix of \(lower.rows)")
        var solution = right
        if right.rows == 0 || right.columns == 0 { return solution }
        let info = ProductBuffers.whileHeld {
            Element.routines.potrs(
                LAPACK_ROW_MAJOR, DenseMatrix<Element>.lower, Int32(lower.rows), Int32(right.columns), lower.elements,
                lower.stride, &solution.elements, right.stride)
        }
        precondition(info == 0, "potrs refuses its argument \(-info)")
        return solution
    }

    /// The x with `matrix * x = right`.
    ///
    /// - Parameter right: Must have as many elements as the matrix has rows.
    /// - Complexity: O(rows^2) time.
    package func solve(_ right: [Element]) -> [Element] {
        solve(DenseMatrix(rows: right.count, columns: 1, elements: right)).elements
    }
}
