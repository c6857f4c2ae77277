/// What counts the classes of records, wherever they are: in this process, or on a cluster.
///
/// A counter knows its records and what a missing value means; fields are named. All counters give the same integers, so that
/// a measure does not know which one it had.
public protocol ClassCounter: Sendable {
    /// What is told of the work as it goes on.
    associatedtype Progress: Sendable

    /// What a missing value means.
    var missing: MissingSemantics { get }

    /// Counts the class sizes of one combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields of the combination, all different.
    ///   - progress: Called now and then, from any thread.
    /// - Returns: The number of records, those left out among them, and the class sizes.
    func histogram(
        of fields: [String], progress: (@Sendable (Progress) -> Void)?
    ) async throws -> (records: Int, histogram: SizeHistogram)

    /// Counts the class sizes of every combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields, all different.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - progress: Called now and then, from any thread.
    func lattice(
        of fields: [String], maximumSize: Int?, progress: (@Sendable (Progress) -> Void)?
    ) async throws -> CombinationLattice
}
