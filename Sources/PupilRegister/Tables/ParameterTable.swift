import CRegisterTables

/// A parameter table that is compiled in: rows of a CSV file, read by the names of their columns.
///
/// The file format: lines that begin with `#` say what the table is and where it comes from; then a header; then rows
/// with as many cells as the header. A comma separates cells; there is no quoting, and cells hold no comma. Spaces around
/// a cell are not part of it.
///
/// The tables are part of the program: one that is malformed is a programming error, and traps with a message that names
/// the table, the line and the column.
package struct ParameterTable: Sendable {
    /// The name of the table: its file name without `.csv`.
    let name: String
    /// What the comment lines say, without their `#`.
    let notes: [String]
    /// The names of the columns, in their order.
    let columns: [String]
    private let rows: [(line: Int, cells: [String])]

    /// The built-in table of a name.
    package init(_ name: String) {
        let table = unsafe registerTable(name)
        guard let bytes = unsafe table.bytes else { fatalError("no built-in table '\(name)'") }
        let text = unsafe UnsafeRawBufferPointer(start: bytes, count: table.length)
        unsafe self.init(name, text: String(decoding: text, as: UTF8.self))
    }

    /// The table that a text holds.
    init(_ name: String, text: String) {
        self.name = name
        var notes: [String] = []
        var header: [String]?
        var rows: [(line: Int, cells: [String])] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.first == "#" {
                notes.append(String(line.dropFirst().trimmed))
            } else if !line.trimmed.isEmpty {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmed) }
                guard let header else {
                    header = cells
                    continue
                }
                guard cells.count == header.count else {
                    fatalError(
                        "table '\(name)', line \(index + 1): \(cells.count) cells where the header has \(header.count)")
                }
                rows.append((index + 1, cells))
            }
        }
        guard let header, !rows.isEmpty else { fatalError("table '\(name)' has no rows") }
        guard Set(header).count == header.count else { fatalError("table '\(name)' has two columns of one name") }
        self.notes = notes
        columns = header
        self.rows = rows
    }

    /// The number of rows.
    var count: Int { rows.count }

    /// A column as text.
    package func strings(_ column: String) -> [String] {
        let index = index(of: column)
        return rows.map { $0.cells[index] }
    }

    /// A column of numbers.
    ///
    /// - Parameters:
    ///   - column: Its name.
    ///   - range: What the numbers must lie in.
    func numbers(_ column: String, in range: ClosedRange<Double> = -.infinity ... .infinity) -> [Double] {
        values(column, "a number in \(range)") { cell in Double(cell).flatMap { range.contains($0) ? $0 : nil } }
    }

    /// A column of shares: numbers from 0 to 1.
    package func shares(_ column: String) -> [Double] { numbers(column, in: 0...1) }

    /// A column of whole numbers.
    ///
    /// - Parameters:
    ///   - column: Its name.
    ///   - range: What the numbers must lie in.
    package func integers(_ column: String, in range: ClosedRange<Int> = .min ... .max) -> [Int] {
        values(column, "a whole number in \(range)") { cell in Int(cell).flatMap { range.contains($0) ? $0 : nil } }
    }

    /// A column whose cells are the raw values of a type.
    package func cases<Value: RawRepresentable>(_ column: String, as type: Value.Type = Value.self) -> [Value]
    where Value.RawValue == String {
        values(column, "one of the values of \(type)") { Value(rawValue: $0) }
    }

    /// A column, each cell read by a function; a cell that it gives `nil` for traps.
    ///
    /// - Parameters:
    ///   - column: Its name.
    ///   - expected: What a cell must be, for the message.
    ///   - read: The value of a cell.
    package func values<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) -> [Value] {
        let index = index(of: column)
        return rows.map { row in
            guard let value = read(row.cells[index]) else {
                fatalError(
                    "table '\(name)', line \(row.line), column '\(column)': '\(row.cells[index])' is not \(expected)")
            }
            return value
        }
    }

    private func index(of column: String) -> Int {
        guard let index = columns.firstIndex(of: column) else {
            fatalError("table '\(name)' has no column '\(column)'; it has \(columns.joined(separator: ", "))")
        }
        return index
    }
}

extension Substring {
    /// The text without the spaces and carriage returns around it.
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
