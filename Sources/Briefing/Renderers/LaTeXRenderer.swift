/// Renders a report as LaTeX, a fragment for `\input` or a whole document; it needs no package beyond LaTeX itself.
public struct LaTeXRenderer: Sendable {
    /// Whether the document is complete, with a preamble.
    public var isStandalone = false

    /// A LaTeX renderer.
    public init() {}

    /// Writes the report.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(cells) time, O(widest row) memory.
    public func render(_ report: Report, into stream: inout ByteStream) throws {
        if isStandalone { try stream.write(Self.preamble) }
        try stream.write("\\section*{" + Self.escaped(report.title) + "}\n")
        for section in report.textSections {
            if let heading = section.heading {
                try stream.write("\n\\subsection*{" + Self.escaped(heading) + "}\n")
            }
            for block in section.blocks { try render(block, of: report, into: &stream) }
        }
        if isStandalone { try stream.write("\n\\end{document}\n") }
    }

    private func render(_ block: Block, of report: Report, into stream: inout ByteStream) throws {
        try stream.write("\n")
        func list(_ points: [String]) -> String {
            "\\begin{itemize}\n" + points.map { "\\item " + Self.escaped($0) + "\n" }.joined() + "\\end{itemize}\n"
        }
        switch block {
        case .heading(let heading): try stream.write(Self.escaped(heading + ":") + "\n")
        case .statement(let statement): try stream.write(Self.escaped(report.text(statement)) + "\n")
        case .note(let text): try stream.write("\\emph{Note:} " + Self.escaped(text) + "\n")
        case .list(let statements): try stream.write(list(statements.map(report.text)))
        case .definitions(let terms): try stream.write(list(terms.map(report.text)))
        case .table(let table): try render(table, under: table.caption, into: &stream)
        case .published(let table):
            try render(table.shownPart, under: report.title(of: table), into: &stream)
            for remark in report.remarks(table) { try stream.write("\n" + Self.escaped(remark) + "\n") }
        case .chart(let chart):
            try stream.write("\\textbf{" + Self.escaped(report.title(of: chart)) + "} ")
            try stream.write(Self.escaped("(\(report.path(of: chart))) \(chart.description)") + "\n")
        case .explorer: break
        }
    }

    /// Small margins and type for wide tables, which may break lines anywhere between words.
    private static let preamble = #"""
        \documentclass[a4paper]{article}
        \usepackage[utf8]{inputenc}
        \usepackage[T1]{fontenc}
        \setlength{\oddsidemargin}{-15mm}
        \setlength{\textwidth}{190mm}
        \setlength{\topmargin}{-20mm}
        \setlength{\textheight}{255mm}
        \setlength{\parindent}{0pt}
        \setlength{\parskip}{1ex}
        \setlength{\tabcolsep}{3pt}
        \sloppy
        \begin{document}

        """#

    private func render(_ table: Tabulation, under caption: String?, into stream: inout ByteStream) throws {
        if let caption { try stream.write(Self.escaped(caption) + "\\par\\nopagebreak\n\n") }
        func line(_ cells: [String]) -> String { cells.map(Self.escaped).joined(separator: " & ") + " \\\\\n" }
        let alignment =
            isStandalone ? Self.alignment(of: table) : table.columns.map { $0.isNumeric ? "r" : "l" }.joined()
        if isStandalone { try stream.write("{\\footnotesize\n") }
        try stream.write("\\begin{tabular}{" + alignment + "}\n\\hline\n")
        try stream.write(line(table.columns.map(\.title)) + "\\hline\n")
        for index in 0..<table.count { try stream.write(line(table[index].map(\.shown))) }
        try stream.write("\\hline\n\\end{tabular}\n")
        if isStandalone { try stream.write("}\n") }
        for reason in table.reasons() { try stream.write("\nn/a: " + Self.escaped(reason) + "\n") }
    }

    /// Columns of words share what the numbers leave of the line, and break in it, once they do not fit.
    private static func alignment(of table: Tabulation) -> String {
        var widths = table.columns.map { $0.isNumeric ? $0.title.count : 0 }
        for index in 0..<table.count {
            for (column, cell) in table[index].enumerated() { widths[column] = max(widths[column], cell.shown.count) }
        }
        let lineWidth = 98
        let numbers = zip(table.columns, widths).reduce(0) { $0 + 2 + ($1.0.isNumeric ? $1.1 : 0) }
        let words = zip(table.columns, widths).reduce(0) { $0 + ($1.0.isNumeric ? 0 : $1.1) }
        if numbers + words <= lineWidth { return table.columns.map { $0.isNumeric ? "r" : "l" }.joined() }
        let left = max(20, lineWidth - numbers)
        return zip(table.columns, widths).map { column, width in
            if column.isNumeric { return "r" }
            let share = NumberText.real(Double(left * width) / Double(words * lineWidth), decimals: 3)
            return "p{\(share)\\linewidth}"
        }.joined()
    }

    /// The text with every character that LaTeX would act on made plain.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        func add(_ text: String) { result.append(contentsOf: text.unicodeScalars) }
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "\\": add("\\textbackslash{}")
            case "~": add("\\textasciitilde{}")
            case "^": add("\\textasciicircum{}")
            case "<": add("\\textless{}")
            case ">": add("\\textgreater{}")
            case "|": add("\\textbar{}")
            case "&", "%", "$", "#", "_", "{", "}": add("\\\(scalar)")
            // A row that begins with a bracket or a star would be read as the argument of the line break before it.
            case "[", "]", "*": add("{\(scalar)}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
