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
        /// On one line, over the columns beside it.
        case plain
    }

    /// What stands in a cell of a table.
    enum Entry {
        case cell(Cell)
        /// The name of another sheet.
        case link(String)
    }

    private let sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let formats: WorkbookFormats
    private var row: UInt32 = 0

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ name: String, _ formats: WorkbookFormats) {
        unsafe sheet = workbook_add_worksheet(book, name)
        self.formats = formats
        unsafe worksheet_set_landscape(sheet)
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
    }

    /// The widths of the columns, in characters.
    func setWidths(_ widths: [Int]) {
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
        row += 1
    }

    /// Adds a table under a header row.
    func addTable(name: String, headers: [String], rows: Int, entry: (_ row: Int, _ column: Int) -> Entry) {
        let first = row
        let last = first + UInt32(max(rows, 1))
        unsafe Self.withTexts(headers) { texts in
            _ = unsafe singleout_add_table(
                sheet, first, last, UInt16(headers.count), name, texts, formats.header)
        }
        for number in 0..<rows {
            for column in headers.indices { write(entry(number, column), first + 1 + UInt32(number), UInt16(column)) }
        }
        row = last + 1
    }

    private func write(_ entry: Entry, _ row: UInt32, _ column: UInt16) {
        switch entry {
        case .link(let name):
            unsafe worksheet_write_url(sheet, row, column, "internal:'\(name)'!A1", formats.link)
            unsafe worksheet_write_string(sheet, row, column, name, formats.link)
        case .cell(let cell):
            switch cell {
            case .text(let text): unsafe worksheet_write_string(sheet, row, column, text.printable, formats.text)
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
