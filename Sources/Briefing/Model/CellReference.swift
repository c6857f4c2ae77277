/// The place of a number in the findings: every sentence, chart and table takes it from there.
public struct CellReference: Sendable, Hashable {
    /// The name of the table.
    public let table: String
    /// The row, from 0.
    public let row: Int
    /// The key of the column.
    public let column: String

    /// A reference to the cell of a published table.
    public init(_ table: String, row: Int, _ column: String) {
        self.table = table
        self.row = row
        self.column = column
    }

    /// A reference to the cell of a figure's column.
    public init(_ table: String, row: Int, _ figure: Figure) { self.init(table, row: row, figure.key) }

    /// The reference as text, such as `combinations/12/uniqueness`.
    public var path: String { "\(table)/\(row)/\(column)" }
}
