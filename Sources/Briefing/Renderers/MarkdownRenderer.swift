/// Renders a document as Markdown with pipe tables.
public struct MarkdownRenderer: Sendable {
    /// A Markdown renderer.
    public init() {}

    /// Writes the document.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ document: Document, into stream: inout ByteStream) throws {
        try stream.write("# " + Self.escaped(document.title) + "\n")
        for section in document.sections {
            if let heading = section.heading { try stream.write("\n## " + Self.escaped(heading) + "\n") }
            for block in section.blocks {
                try stream.write("\n")
                switch block {
                case .paragraph(let text): try stream.write(Self.block(text) + "\n")
                case .note(let text): try stream.write("> **Note:** " + Self.escaped(text) + "\n")
                case .table(let table): try render(table, into: &stream)
                case .list(let points):
                    for point in points { try stream.write("- " + Self.block(point) + "\n") }
                case .picture(let picture):
                    try stream.write("**" + Self.escaped(picture.title) + "**\n\n")
                    try stream.write("![" + Self.escaped(picture.description) + "](" + picture.path + ")\n")
                }
            }
        }
    }

    private func render(_ table: Tabulation, into stream: inout ByteStream) throws {
        if let caption = table.caption { try stream.write(Self.block(caption) + "\n\n") }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        try stream.write(line(table.columns.map { Self.escaped($0.title) }))
        try stream.write(line(table.columns.map { $0.isNumeric ? "---:" : ":---" }))
        for index in 0..<table.count { try stream.write(line(table[index].map { Self.escaped($0.shown) })) }
        let reasons = table.reasons()
        if !reasons.isEmpty { try stream.write("\n") }
        for reason in reasons { try stream.write("n/a: " + Self.escaped(reason) + "\n") }
    }

    /// The text with every character that Markdown would act on made plain.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.printable.unicodeScalars {
            if #"\`*_[]<>|#&~$"#.unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// The text of a block, whose beginning could make it a list, a rule, a heading or code.
    static func block(_ text: String) -> String {
        let escaped = escaped(text).unicodeScalars.drop { $0.properties.isWhitespace }
        guard let first = escaped.first else { return "" }
        if "+-=".unicodeScalars.contains(first) { return "\\" + String(escaped) }
        let digits = escaped.prefix { ("0"..."9").contains($0) }
        let rest = escaped.dropFirst(digits.count)
        let isNumbered =
            !digits.isEmpty && (rest.first == "." || rest.first == ")")
            && rest.dropFirst().first?.properties.isWhitespace ?? true
        return isNumbered ? String(digits) + "\\" + String(rest) : String(escaped)
    }
}
