import ArgumentParser
import Singleout

/// The formats of a check: those of every answer, and test results.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
    case markdown
    case latex
    case junit

    /// Writes what was found.
    func render(_ findings: ProvenFindings<PolicyFindings>, into stream: inout ByteStream) throws {
        if let format = ReportFormat(rawValue: rawValue) { return try format.render(findings, into: &stream) }
        try JUnitRenderer().render(findings.testReport, into: &stream)
        try stream.finish()
    }
}
