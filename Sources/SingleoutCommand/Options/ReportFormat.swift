import ArgumentParser
import Singleout

/// The formats of an answer.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
    case markdown
    case latex

    /// Writes what was found.
    func render(_ findings: some Findings, into stream: inout ByteStream) throws {
        switch self {
        case .table: try TerminalRenderer().render(findings.report, into: &stream)
        case .json: try JSONRenderer().render(findings.json, into: &stream)
        case .csv: try CSVRenderer().render(findings.tabulation, into: &stream)
        case .markdown: try MarkdownRenderer().render(findings.report, into: &stream)
        case .latex: try LaTeXRenderer().render(findings.report, into: &stream)
        }
        try stream.finish()
    }
}
