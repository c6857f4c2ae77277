package import ErrorReports

/// Why a workbook cannot be made.
package struct WorkbookError: Error, Hashable, Sendable {
    /// What the library that makes it says.
    package let reason: String
}

extension WorkbookError: Reported {
    /// Why not.
    package var report: ErrorReport { .work("workbook.not-made", "The workbook cannot be made: \(reason).") }
}
