internal import CXLSXWriter

/// How the cells of a workbook look; the formats live as long as the workbook.
@safe
final class WorkbookFormats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let subheading: UnsafeMutablePointer<lxw_format>?
    let plain: UnsafeMutablePointer<lxw_format>?
    let words: UnsafeMutablePointer<lxw_format>?
    let header: UnsafeMutablePointer<lxw_format>?
    let numericHeader: UnsafeMutablePointer<lxw_format>?
    let furtherHeader: UnsafeMutablePointer<lxw_format>?
    let link: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    /// Words in a column after the first, set off from numbers before them.
    let furtherText: UnsafeMutablePointer<lxw_format>?
    let integer: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?
    let symbol: UnsafeMutablePointer<lxw_format>?
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var reals: [Int: UnsafeMutablePointer<lxw_format>]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        unsafe self.book = unsafe book
        unsafe reals = [:]
        unsafe heading = Self.format(book, size: 15, isBold: true)
        unsafe subheading = Self.format(book, size: 13, isBold: true)
        unsafe plain = Self.format(book)
        unsafe words = Self.format(book, isWrapped: true)
        unsafe header = Self.format(book, isBold: true, isWrapped: true)
        unsafe numericHeader = Self.format(book, isBold: true, isWrapped: true)
        unsafe format_set_align(numericHeader, UInt8(LXW_ALIGN_RIGHT.rawValue))
        unsafe furtherHeader = Self.format(book, isBold: true, isWrapped: true)
        unsafe format_set_indent(furtherHeader, 1)
        unsafe link = Self.format(book)
        unsafe format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        unsafe format_set_font_color(link, 0x0B5394)
        unsafe text = Self.format(book, isWrapped: true)
        unsafe furtherText = Self.format(book, isWrapped: true)
        unsafe format_set_indent(furtherText, 1)
        unsafe integer = Self.format(book, number: "#,##0")
        unsafe share = Self.format(book, number: "0.0%")
        unsafe symbol = Self.format(book)
        unsafe format_set_align(symbol, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }

    /// The format of numbers with a number of decimals.
    func real(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
        if let known = unsafe reals[decimals] { return unsafe known }
        let number = decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
        let format = unsafe Self.format(book, number: number)
        unsafe reals[decimals] = unsafe format
        return unsafe format
    }

    private static func format(
        _ book: UnsafeMutablePointer<lxw_workbook>, size: Double = 11, isBold: Bool = false, isWrapped: Bool = false,
        number: String? = nil
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = unsafe workbook_add_format(book)
        unsafe format_set_font_name(format, "Arial")
        unsafe format_set_font_size(format, size)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if isBold { unsafe format_set_bold(format) }
        if isWrapped { unsafe format_set_text_wrap(format) }
        if let number { unsafe format_set_num_format(format, number) }
        return unsafe format
    }
}
