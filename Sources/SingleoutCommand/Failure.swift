import ArgumentParser
import ErrorReports
import Singleout

/// How a command ended early: what to say, where, and the exit status. No message holds a value of a record.
struct Failure {
    private enum Answer {
        /// What was asked for, such as help, for standard output.
        case text(String)
        /// A fault, with the lines that a person reads.
        case fault(ErrorReport, lines: [String])
        /// Nothing is left to say.
        case nothing(status: Int32)
    }

    private let answer: Answer

    /// - Parameter command: The name of the command that was asked for, where there is one.
    init(_ error: any Error, ofCommand command: String?) {
        switch error {
        case OutputError.closedPipe: answer = .nothing(status: 0)
        // Errors of ours are a line, whatever breaks the names in them have.
        case let error as any Reported: answer = .fault(error.report, lines: [error.description])
        // A verdict, which the answer has said.
        case let error as ExitCode: answer = .nothing(status: error.rawValue)
        default: answer = Self.answer(ofParser: error, command)
        }
    }

    /// What the parser of the arguments says, and what is of nobody's making.
    private static func answer(ofParser error: any Error, _ command: String?) -> Answer {
        let text = SingleoutTool.fullMessage(for: error)
        let message = SingleoutTool.message(for: error)
        switch SingleoutTool.exitCode(for: error) {
        case .success: return .text(text)
        case .validationFailure:
            let error = UsageError(parser: message, command: command)
            guard case .unparsed = error else { return .fault(error.report, lines: [error.description]) }
            let lines = (text.hasPrefix("Error: ") ? text.dropFirst("Error: ".count) : text[...])
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return .fault(error.report, lines: lines)
        default:
            let error = UnforeseenError(message: message)
            return .fault(error.report, lines: [error.description])
        }
    }

    /// The exit status.
    var status: Int32 {
        switch answer {
        case .text: 0
        case .fault(let report, _): Int32(ErrorAnswer(report).exitStatus)
        case .nothing(let status): status
        }
    }

    /// Prints help and version on standard output and the rest on standard error, and returns the exit status.
    ///
    /// - Parameter isJSON: Whether a fault is written for a program.
    func report(isJSON: Bool) -> Int32 {
        switch answer {
        case .nothing: return status
        case .text(let text):
            if text.isEmpty { return status }
            do {
                try Descriptor.standardOutput.write(Array("\(text)\n".utf8))
                return status
            } catch {
                return Failure(error, ofCommand: nil).report(isJSON: isJSON)
            }
        case .fault(let report, let lines):
            let text =
                isJSON
                ? Self.line(of: ErrorAnswer(report).json)
                : "singleout: \(lines.map(\.printable).joined(separator: "\n"))\n"
            // There is nowhere left to say that standard error cannot be written.
            try? Descriptor.standardError.write(Array(text.utf8))
            return status
        }
    }

    /// JSON on one line, so that a program finds it among lines of warnings.
    private static func line(of json: JSONValue) -> String {
        var bytes: [UInt8] = []
        var renderer = JSONRenderer()
        renderer.spread = 0
        var stream = ByteStream { bytes += $0 }
        // A list takes whatever it is given.
        try? renderer.render(json, into: &stream)
        try? stream.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the answer was asked for as JSON, by what was typed: it is of no use that the rest of it can be understood.
    static func isJSON(_ arguments: [String]) -> Bool {
        let formats = [Setting<ReportFormat>.format.row.name, Setting<ReportFormat>.report.row.name]
        return TypedOption.all(in: arguments).last { formats.contains($0.name) }?.value == ReportFormat.json.rawValue
    }
}
