/// A table that can be read alone: what it says, about whom, in which unit, from where, and how it is to be read.
package struct PublishedTable: Sendable, Hashable {
    /// The name of its file, and its key in findings.json.
    package let name: String
    /// What the table says, as a reader would say it.
    package let title: String
    /// About whom or what, and how many of them.
    package let base: String
    /// What the numbers count.
    package let unit: String
    /// Where the data are from.
    package let source: String
    /// How the numbers were made or are to be read.
    package let notes: [String]
    /// The columns, from left to right.
    package let columns: [Tabulation.Column]
    /// All rows, each with one cell per column.
    package let rows: [[Cell]]
    /// The rows that pages show, in their order; all when `nil`. Data files and the workbook hold all.
    package let shownRows: [Int]?

    /// A table whose rows have one cell per column.
    package init(
        name: String, title: String, base: String, unit: String, source: String, notes: [String] = [],
        columns: [Tabulation.Column], rows: [[Cell]], shownRows: [Int]? = nil
    ) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of \(name) has not one cell per column")
        self.name = name
        self.title = title
        self.base = base
        self.unit = unit
        self.source = source
        self.notes = notes
        self.columns = columns
        self.rows = rows
        self.shownRows = shownRows
    }

    /// The numbers of the rows that pages show.
    package var shown: [Int] { shownRows ?? Array(rows.indices) }

    /// What pages show of it.
    var shownPart: Tabulation {
        let (shown, places) = (shown, shownColumns)
        return Tabulation(columns: places.map { columns[$0] }, count: shown.count) { row in
            places.map { rows[shown[row]][$0] }
        }
    }

    /// The positions of the columns that pages show.
    var shownColumns: [Int] { columns.indices.filter { columns[$0].isShown } }

    /// The position of the column with a key.
    func position(ofColumn key: String) -> Int {
        guard let position = columns.firstIndex(where: { $0.key == key }) else {
            preconditionFailure("\(name) has no column \(key)")
        }
        return position
    }

    /// The symbols in the table.
    func symbols(in rows: [Int]) -> [Symbol] {
        Symbol.allCases.filter { symbol in rows.contains { self.rows[$0].contains(.symbol(symbol)) } }
    }
}
