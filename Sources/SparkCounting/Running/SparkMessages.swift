import Microdata

/// What can be learned from the lines that Spark writes to standard error: how far it is, and why it fails.
struct SparkMessages: Sendable {
    /// Conditions that are told by Spark's name for them. Others are not, as a record may hold what looks like one.
    private static let conditions: Set<String> = [
        "AMBIGUOUS_REFERENCE", "CANNOT_LOAD_FUNCTION_CLASS", "CANNOT_READ_FILE_FOOTER", "DATATYPE_MISMATCH",
        "DATA_SOURCE_NOT_FOUND", "FAILED_READ_FILE", "INTERNAL_ERROR", "INVALID_SCHEMA", "OUT_OF_MEMORY",
        "PARSE_SYNTAX_ERROR", "UNRECOGNIZED_SQL_TYPE", "UNRESOLVED_ROUTINE", "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE",
        "UNSUPPORTED_FEATURE",
    ]

    private let fields: [String]
    private(set) var stage: SparkProgress.Stage?
    /// What explains a failure, the most telling one by `rank`.
    private var failure: SparkFailure?

    /// - Parameter fields: The fields that were asked for.
    init(fields: [String]) { self.fields = fields }

    /// Reads a line.
    mutating func read(_ bytes: [UInt8]) {
        let line = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        // Most lines of a talkative Spark tell nothing, and a search for a pattern takes its time.
        if line.contains("[Stage "), let stage = Self.stage(line) { self.stage = stage }
        for candidate in failures(line) where failure.map({ Self.rank(candidate) < Self.rank($0) }) ?? true {
            failure = candidate
        }
    }

    /// Why Spark failed.
    func reason(status: Int?, signal: Int?) -> SparkFailure {
        failure ?? signal.map(SparkFailure.signal) ?? .status(status ?? 1)
    }

    /// `[Stage 6:====>   (18 + 1) / 200]`: 18 tasks are done and one is at work.
    private static func stage(_ line: String) -> SparkProgress.Stage? {
        guard let match = line.matches(of: /\[Stage (\d+):[^\[\]]*?\((\d+) \+ \d+\) \/ (\d+)\]/).last,
            let number = Int(match.1), let done = Int(match.2), let tasks = Int(match.3)
        else { return nil }
        return SparkProgress.Stage(number: number, done: done, tasks: tasks)
    }

    private func failures(_ line: String) -> [SparkFailure] {
        var found: [SparkFailure] = []
        for match in line.contains("[") ? line.matches(of: /\[([A-Z][A-Z0-9_]+)(?:\.[A-Z0-9_]+)?\]/) : [] {
            switch match.1 {
            case "TABLE_OR_VIEW_NOT_FOUND", "SCHEMA_NOT_FOUND", "NO_SUCH_CATALOG_EXCEPTION": found.append(.noTable)
            case "UNRESOLVED_COLUMN": found.append(missingField(line) ?? .condition("UNRESOLVED_COLUMN"))
            case "PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA": found.append(.noFiles)
            case "MALFORMED_RECORD_IN_PARSING", "MALFORMED_CSV_RECORD": found.append(.raggedRow)
            case "INSUFFICIENT_PERMISSIONS": found.append(.notAllowed)
            case let name where Self.conditions.contains(String(name)): found.append(.condition(String(name)))
            default: break
            }
        }
        if line.contains("CSV header does not conform to the schema") { found.append(.differentHeaders) }
        if line.contains("AccessControlException") || line.contains("AccessDenied") { found.append(.notAllowed) }
        if line.contains("All masters are unresponsive") || line.contains("Could not parse Master URL") {
            found.append(.noMaster)
        }
        if line.contains("OutOfMemoryError") { found.append(.noMemory) }
        return found
    }

    /// The field that Spark did not find, which is one of those asked for, and the nearest one that there is.
    private func missingField(_ line: String) -> SparkFailure? {
        let quoted = line.matches(of: /`((?:[^`]|``)*)`/.matchingSemantics(.unicodeScalar)).map { match in
            let scalars = Array(match.1.unicodeScalars)
            // Every second one of the backticks, which stand in pairs.
            var backticks = 0
            let kept = scalars.filter { scalar in
                if scalar == "`" { backticks += 1 }
                return scalar != "`" || backticks % 2 == 1
            }
            return String(String.UnicodeScalarView(kept))
        }
        guard let name = quoted.first, fields.contains(name) else { return nil }
        return .noField(name, nearest: NearestName.to(name, among: quoted.dropFirst()))
    }

    /// How much a failure explains, the lowest most.
    private static func rank(_ failure: SparkFailure) -> Int {
        switch failure {
        case .noField, .noTable, .noFiles, .raggedRow, .differentHeaders, .notAllowed, .noMaster: 0
        case .noMemory: 1
        case .condition: 2
        case .status, .signal: 3
        }
    }
}
