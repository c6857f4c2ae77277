internal import COpenBLAS

extension DenseMatrix {
    /// The lower Cholesky factor L of a symmetric positive definite matrix: `self = L * L^T`; zeros above the diagonal.
    ///
    /// Only the lower triangle of this matrix is read.
    ///
    /// - Throws: `notPositiveDefinite(leadingMinor:)`, counted from 1; `notFinite`.
    /// - Complexity: O(rows^3 / 3) time; one copy of the matrix.
    package func cholesky() throws(LinearAlgebraError) -> DenseMatrix {
        precondition(rows == columns, "a \(rows) x \(columns) matrix has no Cholesky factor")
        try requireFinite()
        ThreadPolicy.prepare()
        var factor = self
        let order = Int32(rows)
        let info =
            rows == 0
            ? 0
            : ProductBuffers.whileHeld {
                Element.routines.potrf(LAPACK_ROW_MAJOR, Self.lower, order, &factor.elements, stride)
            }
        precondition(info >= 0, "potrf refuses its argument \(-info)")
        if info > 0 { throw .notPositiveDefinite(leadingMinor: Int(info)) }
        // The routine leaves what stood above the diagonal.
        for row in 0..<rows {
            for column in row + 1..<max(columns, row + 1) { factor[row, column] = 0 }
        }
        return factor
    }

    /// The eigenvalues, ascending, and eigenvectors of a symmetric matrix, of which the lower triangle is read.
    ///
    /// - Throws: `noConvergence` or `notFinite`.
    /// - Complexity: O(rows^3) time; three copies of the matrix.
    package func symmetricEigen() throws(LinearAlgebraError) -> SymmetricEigen<Element> {
        precondition(rows == columns, "a \(rows) x \(columns) matrix is not symmetric")
        try requireFinite()
        ThreadPolicy.prepare()
        var vectors = self
        var values = [Element](repeating: 0, count: rows)
        let order = Int32(rows)
        let info =
            rows == 0
            ? 0
            : ProductBuffers.whileHeld {
                Element.routines.syevd(
                    LAPACK_ROW_MAJOR, Self.withVectors, Self.lower, order, &vectors.elements, stride, &values)
            }
        precondition(info >= 0, "syevd refuses its argument \(-info)")
        if info > 0 { throw .noConvergence(count: Int(info)) }
        return SymmetricEigen(values: values, vectors: vectors)
    }

    /// The X that makes `self * X` nearest to `right` in the sense of least squares, by a QR factorisation.
    ///
    /// - Parameter right: Must have as many rows as this matrix, which must have at least as many rows as columns.
    /// - Throws: `rankDeficient(column:)` when a column depends on those before it to the last digits; `notFinite`.
    /// - Complexity: O(rows x columns^2) time; a copy of both matrices.
    package func leastSquares(_ right: DenseMatrix) throws(LinearAlgebraError) -> DenseMatrix {
        precondition(
            rows >= columns && right.rows == rows,
            "least squares of \(right.rows) right-hand rows by a \(rows) x \(columns) matrix")
        try requireFinite()
        try right.requireFinite()
        ThreadPolicy.prepare()
        if columns == 0 || right.columns == 0 { return DenseMatrix(rows: columns, columns: right.columns) }
        var factor = self
        var solution = right
        let info = ProductBuffers.whileHeld {
            Element.routines.gels(
                LAPACK_ROW_MAJOR, Self.asIs, Int32(rows), Int32(columns), Int32(right.columns), &factor.elements,
                stride, &solution.elements, right.stride)
        }
        precondition(info >= 0, "gels refuses its argument \(-info)")
        if info > 0 { throw .rankDeficient(column: Int(info)) }
        // The diagonal of R: an entry that is rounding error beside the largest is a dependent column.
        let diagonal = (0..<columns).map { factor[$0, $0].magnitude }
        let least = (diagonal.max() ?? 0) * Element(rows) * Element.ulpOfOne
        if let column = diagonal.firstIndex(where: { $0 <= least }) { throw .rankDeficient(column: column + 1) }
        return DenseMatrix(
            rows: columns, columns: right.columns, elements: Array(solution.elements.prefix(columns * right.columns)))
    }

    func requireFinite() throws(LinearAlgebraError) {
        if !elements.allSatisfy(\.isFinite) { throw .notFinite }
    }

    static var lower: CChar { CChar(UInt8(ascii: "L")) }
    private static var withVectors: CChar { CChar(UInt8(ascii: "V")) }
    private static var asIs: CChar { CChar(UInt8(ascii: "N")) }
}
