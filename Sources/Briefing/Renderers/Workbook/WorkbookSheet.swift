internal import CXLSXWriter

/// One sheet that is written from top to bottom.
@safe
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

    private let sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let formats: WorkbookFormats
    private var row: UInt32 = 0
    private var widths: [Int] = []
    /// Points that a line of type takes.
    private static let lineHeight = 15.0

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ name: String, _ formats: WorkbookFormats) {
        unsafe sheet = workbook_add_worksheet(book, name)
        self.formats = formats
        unsafe worksheet_set_landscape(sheet)
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
    }

    /// The widths of the columns, in characters.
    func setWidths(_ widths: [Int]) {
        self.widths = widths
        for (column, width) in widths.enumerated() {
            unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
        }
    }

    /// Adds a line.
    func add(_ text: String, _ look: Look) {
        let format =
            switch look {
            case .heading: unsafe formats.heading
            case .subheading: unsafe formats.subheading
            case .words: unsafe formats.words
            case .plain: unsafe formats.plain
            }
        unsafe worksheet_write_string(sheet, row, 0, text.printable, format)
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
        unsafe Self.withTexts(headers) { texts in
            let looks = unsafe headers.indices.map { column in
                unsafe areNumeric?[column] == true
                    ? formats.numericHeader : column == 0 ? formats.header : formats.furtherHeader
            }
            _ = unsafe singleout_add_table(sheet, first, last, UInt16(headers.count), name, texts, looks)
        }
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
        unsafe worksheet_set_row(sheet, row, lines * Self.lineHeight, nil)
    }

    private func write(_ entry: Entry, _ row: UInt32, _ column: UInt16) {
        switch entry {
        case .link(let name):
            unsafe worksheet_write_url(sheet, row, column, "internal:'\(name)'!A1", formats.link)
            unsafe worksheet_write_string(sheet, row, column, name, formats.link)
        case .cell(let cell):
            switch cell {
            case .text(let text):
                let format = unsafe column == 0 ? formats.text : formats.furtherText
                unsafe worksheet_write_string(sheet, row, column, text.printable, format)
            case .integer(let value): unsafe worksheet_write_number(sheet, row, column, Double(value), formats.integer)
            case .share(let value): unsafe worksheet_write_number(sheet, row, column, value, formats.share)
            case .real(let value, let decimals):
                unsafe worksheet_write_number(sheet, row, column, value, formats.real(decimals: decimals))
            case .missing, .symbol:
                let text = if case .missing = cell { Symbol.unavailable.shorthand } else { cell.shown }
                unsafe worksheet_write_string(sheet, row, column, text, formats.symbol)
            }
        }
    }

    /// The texts as C strings that live while the body runs.
    private static func withTexts(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Void) {
        var offsets: [Int] = []
        var bytes: [CChar] = []
        for text in texts {
            offsets.append(bytes.count)
            bytes += Array(text.printable.utf8CString)
        }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            let pointers = unsafe offsets.map { offset in unsafe buffer.baseAddress.map { unsafe $0 + offset } }
            unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
        }
    }
}
