import Microdata

/// The memory that an analysis may use.
public struct MemoryBudget: Codable, Hashable, Sendable {
    /// What the program itself and the part of a file that is being read take.
    private static let program = 80 << 20
    private static let least = 128 << 20

    /// The bytes in all.
    public let bytes: Int

    /// A budget from a text such as `2G`.
    ///
    /// - Throws: `PlanError` for another text, or less than 128 MiB.
    init(_ text: String) throws(PlanError) {
        guard let size = MemorySize(text), size.bytes >= Self.least else {
            throw .outOfRange(option: "--memory", expected: "a size of at least 128M, such as 512M, 2G or 1.5G")
        }
        bytes = size.bytes
    }

    /// The bytes in addition to the program, once some columns are held.
    func bytes(beside columns: [Column]) -> Int { columns.reduce(bytes - Self.program) { $0 - $1.byteCount } }
}
