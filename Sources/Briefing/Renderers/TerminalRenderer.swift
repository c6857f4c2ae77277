/// Renders a document as plain text: wrapped paragraphs, aligned tables, thousands separators.
public struct TerminalRenderer: Sendable {
    /// Characters after which running text is wrapped, at least 20; tables are as wide as they need.
    public var width = 100

    /// A renderer with the usual width.
    public init() {}

    /// Writes the document.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ document: Document, into stream: inout ByteStream) throws {
        let title = document.title.printable
        try stream.write(title + "\n" + String(repeating: "=", count: title.count) + "\n")
        for section in document.sections {
            if let heading = section.heading?.printable {
                try stream.write("\n" + heading + "\n" + String(repeating: "-", count: heading.count) + "\n")
            }
            for (index, block) in section.blocks.enumerated() {
                if index > 0 || section.heading == nil { try stream.write("\n") }
                switch block {
                case .paragraph(let text): try stream.write(wrapped(text, after: "", next: ""))
                case .note(let text): try stream.write(wrapped(text, after: "Note: ", next: "      "))
                case .table(let table): try render(table, into: &stream)
                }
            }
        }
    }

    private func render(_ table: Tabulation, into stream: inout ByteStream) throws {
        if let caption = table.caption { try stream.write(wrapped(caption, after: "", next: "")) }
        var widths = table.columns.map(\.title.count)
        for index in 0..<table.count {
            for (column, cell) in table[index].enumerated() {
                widths[column] = max(widths[column], cell.shown.count)
            }
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (column, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += column == 0 ? "  " : "   "
                line += table.columns[column].isNumeric ? space + cell : cell + space
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            try stream.write(line(table.columns.map(\.title)))
            try stream.write(line(widths.map { String(repeating: "-", count: $0) }))
        }
        for index in 0..<table.count { try stream.write(line(table[index].map(\.shown))) }
        for reason in table.reasons() { try stream.write(wrapped(reason, after: "  n/a: ", next: "       ")) }
    }

    /// Breaks text at spaces; the first line starts with `first`, the others with `next`.
    private func wrapped(_ text: String, after first: String, next: String) -> String {
        var result = ""
        var line = first
        var isEmpty = true
        for word in text.printable.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                result += line + "\n"
                line = next
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        return result + line + "\n"
    }
}
