/// One sheet that is written from top to bottom.
final class WorkbookSheet {
    /// What a line of words looks like.
    enum Look {
        case heading
        case subheading
        /// Wrapped in the first column.
        case words
        /// On one line, over the columns next to it.
        case plain
    }

    /// The content of a cell of a table.
    enum Entry {
        case cell(Cell)
        /// The name of another sheet.
        case link(String)
    }

    private let sheet: Workbook.Sheet
    private let formats: WorkbookFormats
    private var row: UInt32 = 0
    private var widths: [Int] = []
    /// Points that a line of type takes.
    private static let lineHeight = 15.0

    init(_ book: Workbook, _ name: String, _ formats: WorkbookFormats) {
        sheet = book.sheet(named: name)
        self.formats = formats
    }

    /// The widths of the columns, in characters.
    func setWidths(_ widths: [Int]) {
        self.widths = widths
        for (column, width) in widths.enumerated() { sheet.setWidth(ofColumn: column, to: width) }
    }

    /// Adds a line.
    func add(_ text: String, _ look: Look) {
        let format =
            switch look {
            case .heading: formats.heading
            case .subheading: formats.subheading
            case .words: formats.words
            case .plain: formats.plain
            }
        sheet.write(text.printable, row, 0, format)
        switch look {
        case .heading: setHeight(of: row, lines: 1.5)
        case .subheading: setHeight(of: row, lines: 1.8)
        case .words: setHeight(of: row, lines: Double(lines(of: text, in: 0)))
        case .plain: break
        }
        row += 1
    }

    /// Adds a table under a header row.
    func addTable(
        name: String, headers: [String], areNumeric: [Bool]? = nil, rows: Int,
        entry: (_ row: Int, _ column: Int) -> Entry
    ) {
        let first = row
        let last = first + UInt32(max(rows, 1))
        let heads = headers.enumerated().map { column, text in
            let look =
                areNumeric?[column] == true
                ? formats.numericHeader : column == 0 ? formats.header : formats.furtherHeader
            return (text.printable, look)
        }
        sheet.addTable(named: name, heads, rows: first...last)
        setHeight(of: first, lines: Double(headers.indices.map { lines(of: headers[$0], in: $0) }.max() ?? 1))
        for number in 0..<rows {
            var tallest = 1
            for column in headers.indices {
                let entry = entry(number, column)
                write(entry, first + 1 + UInt32(number), UInt16(column))
                if case .cell(.text(let text)) = entry { tallest = max(tallest, lines(of: text, in: column)) }
            }
            if tallest > 1 { setHeight(of: first + 1 + UInt32(number), lines: Double(tallest)) }
        }
        row = last + 1
    }

    /// The lines that a text takes in a column, with some room to spare.
    private func lines(of text: String, in column: Int) -> Int {
        text.lines(ofWidth: max(4, column < widths.count ? widths[column] : 10)).count
    }

    private func setHeight(of row: UInt32, lines: Double) {
        sheet.setHeight(ofRow: row, to: lines * Self.lineHeight)
    }

    private func write(_ entry: Entry, _ row: UInt32, _ column: UInt16) {
        switch entry {
        case .link(let name):
            sheet.write(link: "'\(name)'!A1", row, column, formats.link)
            sheet.write(name, row, column, formats.link)
        case .cell(let cell):
            switch cell {
            case .text(let text):
                sheet.write(text.printable, row, column, column == 0 ? formats.text : formats.furtherText)
            case .integer(let value): sheet.write(Double(value), row, column, formats.integer)
            case .share(let value): sheet.write(value, row, column, formats.share)
            case .real(let value, let decimals):
                sheet.write(value, row, column, formats.real(decimals: decimals))
            case .missing, .symbol:
                let text = if case .missing = cell { Symbol.unavailable.shorthand } else { cell.shown }
                sheet.write(text, row, column, formats.symbol)
            }
        }
    }
}
