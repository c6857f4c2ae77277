extension Chart {
    /// Shares in rows and columns.
    package struct HeatMap: Sendable, Hashable {
        /// What the columns are.
        package let columnTitle: String
        /// The rows, from top to bottom.
        package let rows: [String]
        /// The columns, from left to right.
        package let columns: [String]
        /// The number of each row and column; `nil` leaves a place empty.
        package let cells: [[CellReference?]]

        /// Numbers in rows from top to bottom and columns from left to right.
        ///
        /// - Parameters:
        ///   - columnTitle: What the columns are.
        ///   - rows: From top to bottom.
        ///   - columns: From left to right.
        ///   - cells: A row for each of `rows`, with an element for each of `columns`.
        package init(columnTitle: String, rows: [String], columns: [String], cells: [[CellReference?]]) {
            precondition(
                cells.count == rows.count && cells.allSatisfy { $0.count == columns.count },
                "a heat map needs a place for every row and column")
            self.columnTitle = columnTitle
            self.rows = rows
            self.columns = columns
            self.cells = cells
        }
    }
}
