/// Why a workbook cannot be written.
public struct WorkbookError: Error, Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// What the library that writes it says.
    public let reason: String
}
