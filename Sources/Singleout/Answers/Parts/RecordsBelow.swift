/// The number of records in classes smaller than a size.
public struct RecordsBelow: Codable, Hashable, Sendable {
    /// The sizes that every command reports.
    public static let sizes = [2, 3, 5, 10, 20]

    /// The class size, at least 2.
    public let size: Int
    /// Records whose class has fewer records than that.
    public let records: Int
}
