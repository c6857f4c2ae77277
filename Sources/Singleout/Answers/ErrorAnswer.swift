public import Briefing
public import ErrorReports

/// An error as a program reads it.
public struct ErrorAnswer: Sendable {
    /// The name and version of the JSON.
    public static let schema = "singleout.error/1"

    /// What the error says.
    public let report: ErrorReport

    /// An error as a program reads it.
    public init(_ report: ErrorReport) { self.report = report }

    /// The status that a command ends with, where the error ends it.
    public var exitStatus: Int {
        switch report.kind {
        case .usage: 64
        case .work: 2
        }
    }

    /// What the JSON holds.
    package static let shape = Shape<ErrorAnswer>(
        .constant(.schema, schema),
        .value(.errorCode) { $0.report.code },
        .value(.errorKind) { $0.report.kind.rawValue },
        .value(.errorMessage) { $0.report.sentence },
        .value(ifAny: .errorRemedy) { $0.report.remedy.map { $0.prefix(1).uppercased() + $0.dropFirst() } },
        .value(.exitStatus) { $0.exitStatus },
        .value(ifAny: .errorFile) { $0.report.place.file },
        .value(ifAny: .errorLine) { $0.report.place.line },
        .value(ifAny: .errorRow) { $0.report.place.row },
        .value(ifAny: .errorColumn) { $0.report.place.column },
        .value(ifAny: .errorField) { $0.report.place.field })

    /// The JSON.
    public var json: JSONValue { Self.shape.json(self) }
}
