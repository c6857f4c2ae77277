internal import COpenBLAS

extension DenseMatrix {
    /// `self * other`.
    ///
    /// - Parameter other: Must have as many rows as this matrix has columns.
    /// - Complexity: O(rows x columns x other.columns) time.
    package func multiplied(by other: DenseMatrix) -> DenseMatrix {
        var result = DenseMatrix(rows: rows, columns: other.columns)
        result.addProduct(self, other)
        return result
    }

    /// `self * other^T`.
    ///
    /// - Parameter other: Must have as many columns as this matrix.
    /// - Complexity: O(rows x columns x other.rows) time.
    package func multiplied(byTransposed other: DenseMatrix) -> DenseMatrix {
        var result = DenseMatrix(rows: rows, columns: other.rows)
        result.addProduct(self, other, transposingRight: true)
        return result
    }

    /// `self^T * other`.
    ///
    /// - Parameter other: Must have as many rows as this matrix.
    /// - Complexity: O(rows x columns x other.columns) time.
    package func transposeMultiplied(by other: DenseMatrix) -> DenseMatrix {
        var result = DenseMatrix(rows: columns, columns: other.columns)
        result.addProduct(self, other, transposingLeft: true)
        return result
    }

    /// Adds `scale * left * right` to this matrix, in place (`gemm`).
    ///
    /// - Parameters:
    ///   - left: The left factor, taken transposed when `transposingLeft`.
    ///   - right: The right factor, taken transposed when `transposingRight`.
    ///   - scale: The factor of the product.
    ///   - keep: The factor of this matrix; 0 overwrites it.
    ///   - transposingLeft: Whether the left factor is taken transposed.
    ///   - transposingRight: Whether the right factor is taken transposed.
    /// - Complexity: O(rows x columns x inner) time.
    package mutating func addProduct(
        _ left: DenseMatrix, _ right: DenseMatrix, scale: Element = 1, keeping keep: Element = 1,
        transposingLeft: Bool = false, transposingRight: Bool = false
    ) {
        let (leftRows, inner) = transposingLeft ? (left.columns, left.rows) : (left.rows, left.columns)
        let (rightRows, rightColumns) = transposingRight ? (right.columns, right.rows) : (right.rows, right.columns)
        precondition(
            rows == leftRows && columns == rightColumns && inner == rightRows,
            "a \(leftRows) x \(inner) times a \(rightRows) x \(rightColumns) matrix added to a \(rows) x \(columns) one"
        )
        ThreadPolicy.prepare()
        if rows == 0 || columns == 0 { return }
        let (rows, columns, stride) = (Int32(rows), Int32(columns), stride)
        ProductBuffers.whileHeld {
            Element.routines.gemm(
                CblasRowMajor, transposingLeft ? CblasTrans : CblasNoTrans,
                transposingRight ? CblasTrans : CblasNoTrans, rows, columns, Int32(inner), scale, left.elements,
                left.stride, right.elements, right.stride, keep, &elements, stride)
        }
    }

    /// Adds `scale * block^T * block` to this symmetric matrix, in place (`syrk`).
    ///
    /// - Parameters:
    ///   - block: Must have as many columns as this matrix has rows and columns.
    ///   - scale: The factor of the product.
    /// - Complexity: O(block.rows x columns^2) time, half that of a general product.
    package mutating func addGram(of block: DenseMatrix, scale: Element = 1) {
        precondition(
            rows == columns && columns == block.columns,
            "the Gram matrix of \(block.columns) columns added to a \(rows) x \(columns) matrix")
        ThreadPolicy.prepare()
        if columns == 0 { return }
        let (order, stride) = (Int32(columns), stride)
        ProductBuffers.whileHeld {
            Element.routines.syrk(
                CblasRowMajor, CblasLower, CblasTrans, order, Int32(block.rows), scale, block.elements, block.stride,
                1, &elements, stride)
        }
        for row in 0..<rows {
            for column in 0..<row { self[column, row] = self[row, column] }
        }
    }

    /// `self^T * self`.
    ///
    /// - Complexity: O(rows x columns^2) time.
    package func gram() -> DenseMatrix {
        var result = DenseMatrix(rows: columns, columns: columns)
        result.addGram(of: self)
        return result
    }

    /// Replaces this matrix B by `B * L^T`, where L is the lower triangle of `factor` (`trmm`).
    ///
    /// With the Cholesky factor of a covariance, rows of independent standard normals become rows with that covariance.
    ///
    /// - Parameter factor: A square matrix with as many rows as this one has columns; its upper triangle is not read.
    /// - Complexity: O(rows x columns^2 / 2) time; no memory.
    package mutating func multiplyRight(byTransposedLowerTriangle factor: DenseMatrix) {
        multiplyRight(factor, CblasTrans)
    }

    /// Replaces this matrix B by `B * L`, where L is the lower triangle of `factor` (`trmm`).
    ///
    /// - Parameter factor: A square matrix with as many rows as this one has columns; its upper triangle is not read.
    /// - Complexity: O(rows x columns^2 / 2) time; no memory.
    package mutating func multiplyRight(byLowerTriangle factor: DenseMatrix) {
        multiplyRight(factor, CblasNoTrans)
    }

    private mutating func multiplyRight(_ factor: DenseMatrix, _ transposition: CBLAS_TRANSPOSE) {
        precondition(
            factor.rows == columns && factor.columns == columns,
            "a triangle of \(factor.rows) x \(factor.columns) for a matrix of \(columns) columns")
        ThreadPolicy.prepare()
        if rows == 0 || columns == 0 { return }
        let (rows, columns, stride) = (Int32(rows), Int32(columns), stride)
        ProductBuffers.whileHeld {
            Element.routines.trmm(
                CblasRowMajor, CblasRight, CblasLower, transposition, CblasNonUnit, rows, columns, 1, factor.elements,
                factor.stride, &elements, stride)
        }
    }

    /// The distance between rows, as BLAS wants it: at least 1.
    var stride: Int32 { Int32(max(columns, 1)) }
}
