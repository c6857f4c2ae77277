public import ErrorReports

/// Why a workbook cannot be made.
public struct WorkbookError: Error, Hashable, Sendable {
    /// What the library that makes it says.
    public let reason: String
}

extension WorkbookError: Reported {
    /// Why not.
    public var report: ErrorReport { .work("workbook.not-made", "The workbook cannot be made: \(reason).") }
}
