/// Why a workbook cannot be made.
public struct WorkbookError: Error, Hashable, Sendable {
    /// What the library that makes it says.
    public let reason: String
}
