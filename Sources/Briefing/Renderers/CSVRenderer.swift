/// Renders one table as comma-separated values: a header of keys, numbers in full, missing answers empty.
///
/// A text that a spreadsheet would take for a formula begins with an apostrophe, which makes it a text there.
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
        try stream.write(Self.line(table.columns.map(\.key)))
        for index in 0..<table.count { try stream.write(Self.line(table[index].map(\.exact))) }
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// The field as a file may hold it: inert in a spreadsheet and a terminal, and in double quotes where it holds a comma, a
    /// quote or a line break.
    static func quoted(_ field: String) -> String {
        let isPlain = field.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x28, 0x29, 0x2E, 0x2F, 0x3A, 0x5F: true
            default: false
            }
        }
        if isPlain { return field }
        // By scalars: a quote with a combining mark after it is one Character, and a quote all the same.
        var text = String.UnicodeScalarView()
        if isFormula(field) { text.append("'") }
        var needsQuotes = false
        let scalars = Array(field.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case ",": needsQuotes = true
            case "\"":
                needsQuotes = true
                text.append(scalar)
            case "\n": needsQuotes = true
            // Elsewhere a carriage return takes the cursor of a terminal back over what precedes it.
            case "\r" where place + 1 < scalars.count && scalars[place + 1] == "\n": needsQuotes = true
            case "\t": break
            case _ where scalar.steers || scalar.isNoCharacter:
                text.append("\u{FFFD}")
                continue
            default: break
            }
            text.append(scalar)
        }
        return needsQuotes ? "\"" + String(text) + "\"" : String(text)
    }

    /// What a reader of a file must know of `quoted`.
    static let formulaNote = """
        A value that a spreadsheet would take for a formula begins with an apostrophe that is not part of it.
        """

    /// Whether a spreadsheet might take the text for a formula, after blanks and apostrophes: it begins with an equals sign, a
    /// sign, an at sign, a tab or a line end, and is not a number.
    ///
    /// Source: OWASP, CSV Injection; the wide forms begin formulas in East Asian versions.
    static func isFormula(_ field: String) -> Bool {
        for scalar in field.unicodeScalars {
            switch scalar {
            case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "+", "-": return !isNumber(field)
            case "'": continue
            case _ where scalar.properties.isWhitespace || scalar.steers || scalar.isNoCharacter: continue
            case _ where scalar.properties.generalCategory == .format: continue
            default: return false
            }
        }
        return false
    }

    /// Whether a field is a decimal number with a sign, perhaps with an exponent.
    private static func isNumber(_ field: String) -> Bool {
        var rest = field.utf8.dropFirst()
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        var count = digits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            count += digits()
        }
        if count == 0 { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }
}
