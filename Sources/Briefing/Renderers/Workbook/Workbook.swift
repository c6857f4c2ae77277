internal import CXLSXWriter
internal import Foundation

/// A workbook as libxlsxwriter makes it: the one place where the library's structures are held.
@safe
final class Workbook {
    /// How a cell of the workbook looks.
    @safe
    struct Format {
        fileprivate let format: UnsafeMutablePointer<lxw_format>?
        fileprivate let book: Workbook
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    /// The library keeps the pointer.
    private let folder: UnsafeMutablePointer<CChar>?
    private var isOpen = true

    /// Begins one; `nil` where memory is short.
    init?(at path: String, partsIn folder: String) {
        let name = unsafe strdup(folder)
        guard let book = unsafe singleout_workbook(path, name) else {
            unsafe free(name)
            return nil
        }
        unsafe (self.book, self.folder) = unsafe (book, name)
    }

    deinit {
        if isOpen { unsafe lxw_workbook_free(book) }
        unsafe free(folder)
    }

    /// States what the document is.
    func setProperties(title: String, subject: String, comments: String, created: Int) {
        requireOpen()
        _ = unsafe singleout_set_properties(book, title, subject, comments, Int64(created))
    }

    /// Adds a look of cells.
    func format(
        size: Double = 11, isBold: Bool = false, isWrapped: Bool = false, isRight: Bool = false,
        isIndented: Bool = false, isLink: Bool = false, number: String? = nil
    ) -> Format {
        requireOpen()
        let format = unsafe workbook_add_format(book)
        unsafe format_set_font_name(format, "Arial")
        unsafe format_set_font_size(format, size)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if isBold { unsafe format_set_bold(format) }
        if isWrapped { unsafe format_set_text_wrap(format) }
        if let number { unsafe format_set_num_format(format, number) }
        if isRight { unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        if isIndented { unsafe format_set_indent(format, 1) }
        if isLink {
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            unsafe format_set_font_color(format, 0x0B5394)
        }
        return unsafe Format(format: format, book: self)
    }

    /// Adds a sheet, which prints on one page's width.
    func sheet(named name: String) -> Sheet { Sheet(self, name) }

    /// Puts the parts together; nothing can be added after.
    func close() throws(WorkbookError) {
        requireOpen()
        isOpen = false
        let error = unsafe workbook_close(book)
        let reason = errno
        switch error {
        case LXW_NO_ERROR: return
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE:
            throw WorkbookError(reason: CLibraries.reason(of: reason).lowercased())
        default:
            let text = unsafe String(cString: lxw_strerror(error)).lowercased()
            throw WorkbookError(reason: text.replacing(".", with: ""))
        }
    }

    /// Does something while the library's words are kept from standard error, which the process has once; `nil` where memory is
    /// too short for that.
    static func quietly<Result>(_ body: () -> Result) -> Result? {
        guard let former = unsafe singleout_hush() else { return nil }
        defer { unsafe singleout_unhush(former) }
        return body()
    }

    private func requireOpen() { precondition(isOpen, "the workbook is closed") }

    /// One sheet of a workbook; rows and columns count from 0.
    @safe
    final class Sheet {
        private let sheet: UnsafeMutablePointer<lxw_worksheet>?
        private let book: Workbook

        fileprivate init(_ book: Workbook, _ name: String) {
            book.requireOpen()
            self.book = book
            unsafe sheet = workbook_add_worksheet(book.book, name)
            unsafe worksheet_set_landscape(sheet)
            unsafe worksheet_set_paper(sheet, 9)
            unsafe worksheet_fit_to_pages(sheet, 1, 0)
        }

        /// Sets the width of a column, in characters.
        func setWidth(ofColumn column: Int, to width: Int) {
            book.requireOpen()
            unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
        }

        /// Sets the height of a row, in points.
        func setHeight(ofRow row: UInt32, to height: Double) {
            book.requireOpen()
            unsafe worksheet_set_row(sheet, row, height, nil)
        }

        func write(_ text: String, _ row: UInt32, _ column: UInt16, _ format: Format) {
            require(format)
            unsafe worksheet_write_string(sheet, row, column, text, format.format)
        }

        func write(_ number: Double, _ row: UInt32, _ column: UInt16, _ format: Format) {
            require(format)
            unsafe worksheet_write_number(sheet, row, column, number, format.format)
        }

        /// Writes a place in the workbook that a click leads to.
        func write(link place: String, _ row: UInt32, _ column: UInt16, _ format: Format) {
            require(format)
            unsafe worksheet_write_url(sheet, row, column, "internal:" + place, format.format)
        }

        /// Marks rows up as a table with headers in the first of them, each with a look.
        func addTable(named name: String, _ headers: [(text: String, look: Format)], rows: ClosedRange<UInt32>) {
            for header in headers { require(header.look) }
            let looks = unsafe headers.map { unsafe $0.look.format }
            unsafe Self.withTexts(headers.map(\.text)) { texts in
                _ = unsafe singleout_add_table(
                    sheet, rows.lowerBound, rows.upperBound, UInt16(headers.count), name, texts, looks)
            }
        }

        private func require(_ format: Format) {
            precondition(format.book === book, "a format of another workbook")
            book.requireOpen()
        }

        /// The texts as C strings that live while the body runs.
        private static func withTexts(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Void) {
            var offsets: [Int] = []
            var bytes: [CChar] = []
            for text in texts {
                offsets.append(bytes.count)
                bytes += Array(text.utf8CString)
            }
            unsafe bytes.withUnsafeBufferPointer { buffer in
                let pointers = unsafe offsets.map { offset in unsafe buffer.baseAddress.map { unsafe $0 + offset } }
                unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
            }
        }
    }
}
