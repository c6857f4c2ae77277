public import Microdata

/// Counts the classes of a table in this process, with all of its cores.
public struct TableCounter: ClassCounter {
    /// The records.
    public let table: Table
    /// What a missing value means: `category` or `exclude`.
    public let missing: MissingSemantics
    /// The number of threads; all cores when `nil`. The answers do not depend on it.
    public var threads: Int?
    /// Bytes that a lattice may use beside the table; any number when `nil`.
    public var memory: Int?

    /// A counter of a table.
    public init(_ table: Table, missing: MissingSemantics = .category) {
        self.table = table
        self.missing = missing
    }

    /// Counts the class sizes of one combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields of the combination, all different.
    ///   - progress: Called at the end, with 1.
    /// - Throws: `CountingError`; `MicrodataError` for a field that the table lacks.
    /// - Complexity: That of `SizeHistogram`.
    public func histogram(
        of fields: [String], progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> (records: Int, histogram: SizeHistogram) {
        let histogram = try SizeHistogram(counting: columns(fields), missing: missing, threads: threads)
        progress?(1)
        return (table.records, histogram)
    }

    /// Counts the class sizes of every combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields, all different.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - progress: Called now and then, from any thread, with the share of the work that is done, in `[0, 1]`.
    /// - Throws: `CountingError`; `MicrodataError` for a field that the table lacks.
    /// - Complexity: That of `CombinationLattice`.
    public func lattice(
        of fields: [String], maximumSize: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> CombinationLattice {
        try CombinationLattice(
            counting: columns(fields), maximumSize: maximumSize, missing: missing, threads: threads, memory: memory,
            progress: progress)
    }

    private func columns(_ fields: [String]) throws(MicrodataError) -> [Column] {
        try fields.map { field throws(MicrodataError) in try table.column(named: field) }
    }
}
