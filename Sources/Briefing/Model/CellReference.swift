/// The place of a number in the findings: every sentence, chart and table takes it from there.
package struct CellReference: Sendable, Hashable {
    /// The name of the table.
    package let table: String
    /// The row, from 0.
    package let row: Int
    /// The key of the column.
    package let column: String

    /// A reference to the cell of a published table.
    package init(_ table: String, row: Int, _ column: String) {
        self.table = table
        self.row = row
        self.column = column
    }

    /// A reference to the cell of a figure's column.
    package init(_ table: String, row: Int, _ figure: Figure) { self.init(table, row: row, figure.key) }

    /// The reference as text, such as `combinations/12/uniqueness`.
    package var path: String { "\(table)/\(row)/\(column)" }
}
