/// Renders a report as Markdown with pipe tables.
public struct MarkdownRenderer: Sendable {
    /// A Markdown renderer.
    public init() {}

    /// Writes the report.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ report: Report, into stream: inout ByteStream) throws {
        try stream.write("# " + Self.escaped(report.title) + "\n")
        for section in report.textSections {
            if let heading = section.heading { try stream.write("\n## " + Self.escaped(heading) + "\n") }
            for block in section.blocks { try render(block, of: report, into: &stream) }
        }
    }

    private func render(_ block: Block, of report: Report, into stream: inout ByteStream) throws {
        try stream.write("\n")
        func item(_ text: String) -> String { "- " + Self.block(text) + "\n" }
        switch block {
        case .heading(let heading): try stream.write(Self.block(heading + ":") + "\n")
        case .statement(let statement): try stream.write(Self.block(report.text(statement)) + "\n")
        case .note(let text): try stream.write("> **Note:** " + Self.escaped(text) + "\n")
        case .list(let statements): for statement in statements { try stream.write(item(report.text(statement))) }
        case .definitions(let terms): for term in terms { try stream.write(item(report.text(term))) }
        case .table(let table): try render(table, under: table.caption, into: &stream)
        case .published(let table):
            try render(table.shownPart, under: report.title(of: table), into: &stream)
            for remark in report.remarks(table) { try stream.write("\n" + Self.block(remark) + "\n") }
        case .chart(let chart):
            try stream.write("**" + Self.escaped(report.title(of: chart)) + "**\n\n")
            try stream.write("![" + Self.escaped(chart.description) + "](" + report.path(of: chart) + ")\n")
        case .explorer: break
        }
    }

    private func render(_ table: Tabulation, under caption: String?, into stream: inout ByteStream) throws {
        if let caption { try stream.write(Self.block(caption) + "\n\n") }
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
