/// Renders a report as plain text: wrapped paragraphs, aligned tables, thousands separators.
public struct TerminalRenderer: Sendable {
    /// The columns that text and tables keep within, at least 40, unless a word or the numbers of a table are wider.
    public var width = 100
    /// A column of words is not made narrower than this to make a table fit.
    private static let narrowest = 16

    /// A renderer with the usual width.
    public init() {}

    /// Writes the report.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ report: Report, into stream: inout ByteStream) throws {
        let title = report.title.printable
        try stream.write(title + "\n" + String(repeating: "=", count: title.displayWidth) + "\n")
        for section in report.textSections {
            if let heading = section.heading?.printable {
                try stream.write("\n" + heading + "\n" + String(repeating: "-", count: heading.displayWidth) + "\n")
            }
            for (index, block) in section.blocks.enumerated() {
                if index > 0 || section.heading == nil { try stream.write("\n") }
                try render(block, of: report, into: &stream)
            }
        }
    }

    private func render(_ block: Block, of report: Report, into stream: inout ByteStream) throws {
        func paragraph(_ text: String) -> String { wrapped(text, after: "", next: "") }
        func item(_ text: String) -> String { wrapped(text, after: "- ", next: "  ") }
        switch block {
        case .heading(let heading): try stream.write(paragraph(heading + ":"))
        case .statement(let statement): try stream.write(paragraph(report.text(statement)))
        case .note(let text): try stream.write(wrapped(text, after: "Note: ", next: "      "))
        case .list(let statements): for statement in statements { try stream.write(item(report.text(statement))) }
        case .definitions(let terms): for term in terms { try stream.write(item(report.text(term))) }
        case .table(let table): try render(table, under: table.caption, into: &stream)
        case .published(let table):
            try render(table.shownPart, under: report.title(of: table), into: &stream)
            for remark in report.remarks(table) { try stream.write("\n" + paragraph(remark)) }
        case .chart(let chart): try stream.write(paragraph("\(report.title(of: chart)): \(report.path(of: chart))"))
        case .explorer: break
        }
    }

    private func render(_ table: Tabulation, under caption: String?, into stream: inout ByteStream) throws {
        if let caption { try stream.write(wrapped(caption, after: "", next: "")) }
        let widths = widths(of: table)
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            try stream.write(lines(of: table.columns.map(\.title.printable), under: table.columns, widths))
            try stream.write(lines(of: widths.map { String(repeating: "-", count: $0) }, under: table.columns, widths))
        }
        for index in 0..<table.count {
            try stream.write(lines(of: table[index].map(\.shown), under: table.columns, widths))
        }
        for reason in table.reasons() { try stream.write(wrapped(reason, after: "  n/a: ", next: "       ")) }
    }

    /// The columns that each column of a table takes. Where they do not fit, the widest columns of words give way.
    private func widths(of table: Tabulation) -> [Int] {
        var widths = table.columns.map(\.title.printable.displayWidth)
        for index in 0..<table.count {
            for (column, cell) in table[index].enumerated() {
                widths[column] = max(widths[column], cell.shown.displayWidth)
            }
        }
        var excess = widths.reduce(2 + 3 * (widths.count - 1) - width, +)
        while excess > 0 {
            let words = table.columns.indices.filter { !table.columns[$0].isNumeric && widths[$0] > Self.narrowest }
            guard let widest = words.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// One row, on as many lines as its tallest cell needs.
    private func lines(of cells: [String], under columns: [Tabulation.Column], _ widths: [Int]) -> String {
        let wrapped = zip(cells, widths).map { $0.displayWidth <= $1 ? [$0] : $0.lines(ofWidth: $1) }
        var result = ""
        for number in 0..<(wrapped.map(\.count).max() ?? 0) {
            var line = ""
            for (column, lines) in wrapped.enumerated() {
                let cell = number < lines.count ? lines[number] : ""
                let space = String(repeating: " ", count: max(0, widths[column] - cell.displayWidth))
                line += column == 0 ? "  " : "   "
                line += columns[column].isNumeric ? space + cell : cell + space
            }
            while line.last == " " { line.removeLast() }
            result += line + "\n"
        }
        return result
    }

    /// Breaks text at spaces; the first line starts with `first`, the others with `next`, which is as wide.
    private func wrapped(_ text: String, after first: String, next: String) -> String {
        let lines = text.printable.lines(ofWidth: width - first.count)
        return lines.enumerated().reduce(into: "") { $0 += ($1.offset == 0 ? first : next) + $1.element + "\n" }
    }
}
