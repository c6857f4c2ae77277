/// Renders a document as a LaTeX fragment for `\input`; it needs no package beyond LaTeX itself.
public struct LaTeXRenderer: Sendable {
    /// A LaTeX renderer.
    public init() {}

    /// Writes the document.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ document: Document, into stream: inout ByteStream) throws {
        try stream.write("\\section*{" + Self.escaped(document.title) + "}\n")
        for section in document.sections {
            if let heading = section.heading {
                try stream.write("\n\\subsection*{" + Self.escaped(heading) + "}\n")
            }
            for block in section.blocks {
                try stream.write("\n")
                switch block {
                case .paragraph(let text): try stream.write(Self.escaped(text) + "\n")
                case .note(let text): try stream.write("\\emph{Note:} " + Self.escaped(text) + "\n")
                case .table(let table): try render(table, into: &stream)
                }
            }
        }
    }

    private func render(_ table: Tabulation, into stream: inout ByteStream) throws {
        if let caption = table.caption { try stream.write(Self.escaped(caption) + "\n\n") }
        func line(_ cells: [String]) -> String { cells.map(Self.escaped).joined(separator: " & ") + " \\\\\n" }
        let alignment = table.columns.map { $0.isNumeric ? "r" : "l" }.joined()
        try stream.write("\\begin{tabular}{" + alignment + "}\n\\hline\n")
        try stream.write(line(table.columns.map(\.title)) + "\\hline\n")
        for index in 0..<table.count { try stream.write(line(table[index].map(\.shown))) }
        try stream.write("\\hline\n\\end{tabular}\n")
        for reason in table.reasons() { try stream.write("\nn/a: " + Self.escaped(reason) + "\n") }
    }

    /// The text with every character that LaTeX would act on made plain.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "|": result += "\\textbar{}"
            case "&", "%", "$", "#", "_", "{", "}":
                result += "\\"
                result.unicodeScalars.append(scalar)
            // A row that begins with a bracket would be read as the argument of the line break before it.
            case "[", "]": result += "{\(scalar)}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
