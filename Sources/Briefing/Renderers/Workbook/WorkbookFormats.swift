/// How the cells of a workbook look.
final class WorkbookFormats {
    let heading: Workbook.Format
    let subheading: Workbook.Format
    let plain: Workbook.Format
    let words: Workbook.Format
    let header: Workbook.Format
    let numericHeader: Workbook.Format
    let furtherHeader: Workbook.Format
    let link: Workbook.Format
    let text: Workbook.Format
    /// Words in a column after the first, set off from numbers before them.
    let furtherText: Workbook.Format
    let integer: Workbook.Format
    let share: Workbook.Format
    let symbol: Workbook.Format
    private let book: Workbook
    private var reals: [Int: Workbook.Format] = [:]

    init(_ book: Workbook) {
        self.book = book
        heading = book.format(size: 15, isBold: true)
        subheading = book.format(size: 13, isBold: true)
        plain = book.format()
        words = book.format(isWrapped: true)
        header = book.format(isBold: true, isWrapped: true)
        numericHeader = book.format(isBold: true, isWrapped: true, isRight: true)
        furtherHeader = book.format(isBold: true, isWrapped: true, isIndented: true)
        link = book.format(isLink: true)
        text = book.format(isWrapped: true)
        furtherText = book.format(isWrapped: true, isIndented: true)
        integer = book.format(number: "#,##0")
        share = book.format(number: "0.0%")
        symbol = book.format(isRight: true)
    }

    /// The format of numbers with a number of decimals.
    func real(decimals: Int) -> Workbook.Format {
        if let known = reals[decimals] { return known }
        let number = decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
        let format = book.format(number: number)
        reals[decimals] = format
        return format
    }
}
