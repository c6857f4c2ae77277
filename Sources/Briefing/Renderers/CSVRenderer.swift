/// Renders one table as comma-separated values: a header of keys, numbers in full, missing answers empty.
///
/// Source: RFC 4180.
public struct CSVRenderer: Sendable {
    /// A CSV renderer.
    public init() {}

    /// Writes the table.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ table: Tabulation, into stream: inout ByteStream) throws {
        try stream.write(Self.line(table.columns.map { Self.inert($0.key) }))
        for index in 0..<table.count { try stream.write(Self.line(table[index].map(Self.inert))) }
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// The cell in full; a text that a spreadsheet would take for a formula stands behind an apostrophe.
    static func inert(_ cell: Cell) -> String {
        if case .text(let text) = cell { inert(text) } else { cell.exact }
    }

    /// The text, behind an apostrophe where a spreadsheet would take it for a formula; a plain number is none.
    static func inert(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        let isNumber = text.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) } && Double(text) != nil
        return isNumber ? text : "'" + text
    }

    /// The field in double quotes where it holds a comma, a quote or a line break.
    static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }
        if !needsQuotes { return field }
        // By scalars: a quote with a combining mark after it is one Character, and a quote all the same.
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
