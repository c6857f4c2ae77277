/// A dense matrix of floating-point numbers, row by row.
@frozen
package struct DenseMatrix<Element: MatrixElement>: Sendable, Hashable {
    /// The number of rows, at least 0.
    package let rows: Int
    /// The number of columns, at least 0.
    package let columns: Int
    /// The elements; row `i` and column `j` stand at `i * columns + j`. Their number must not be changed.
    package var elements: [Element]

    /// A matrix of zeros.
    @inlinable
    package init(rows: Int, columns: Int) {
        self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
    }

    /// A matrix of elements given row by row; there must be `rows * columns` of them.
    @inlinable
    package init(rows: Int, columns: Int, elements: [Element]) {
        precondition(
            elements.count == rows * columns, "\(elements.count) elements for a matrix of \(rows) x \(columns)")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// The identity of a size, at least 0.
    @inlinable
    package init(identity size: Int) {
        self.init(rows: size, columns: size)
        for index in 0..<size { self[index, index] = 1 }
    }

    /// The element in row `row`, in `[0, rows)`, and column `column`, in `[0, columns)`.
    @inlinable
    package subscript(row: Int, column: Int) -> Element {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    /// The matrix with rows and columns exchanged.
    ///
    /// - Complexity: O(rows x columns) time and memory.
    package func transposed() -> DenseMatrix {
        var result = DenseMatrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }
}

/// A matrix of doubles, the usual kind.
package typealias Matrix = DenseMatrix<Double>

/// A matrix of floats, for products where half the memory and twice the speed matter more than digits.
package typealias FloatMatrix = DenseMatrix<Float>
