/// A dense matrix of doubles, row by row.
public struct Matrix: Sendable, Hashable {
    /// The number of rows, at least 0.
    public let rows: Int
    /// The number of columns, at least 0.
    public let columns: Int
    /// The elements; row `i` and column `j` stand at `i * columns + j`.
    public var elements: [Double]

    /// A matrix of zeros.
    public init(rows: Int, columns: Int) {
        self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
    }

    /// A matrix of elements given row by row; there must be `rows * columns` of them.
    public init(rows: Int, columns: Int, elements: [Double]) {
        precondition(
            elements.count == rows * columns, "\(elements.count) elements for a matrix of \(rows) x \(columns)")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// The element in row `row`, in `[0, rows)`, and column `column`, in `[0, columns)`.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }
}
