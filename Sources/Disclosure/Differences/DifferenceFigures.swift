/// What two releases tell by subtraction, when both publish how many records each cell of a combination of fields has.
///
/// A cell with a records in A and b in B differs by d = |a - b|. It is *isolating* when both counts are large enough to be
/// published and their difference is not: `a >= t`, `b >= t`, `0 < d < t` for a threshold t.
///
/// *Direction of error*: d is a net difference. Records that left a cell and others that came cancel out, so that d understates
/// how many records changed, and a difference of one need not be one person's.
public struct DifferenceFigures: Sendable, Hashable {
    /// What the records of isolating cells have in common in one sensitive field.
    public struct Learned: Sendable, Hashable {
        /// Isolating cells in which only one value differs in its count, so that all isolated records have it.
        public let cells: Int
        /// The records isolated in them, the sum of d.
        public let records: Int
    }

    /// Cells with a record in A or B.
    public let cells: Int
    /// Cells with different counts.
    public let different: Int
    /// Cells whose counts both reach the threshold.
    public let published: Int
    /// Isolating cells.
    public let isolating: Int
    /// The records isolated in them, the sum of d.
    public let isolated: Int
    /// Isolating cells that differ by one record.
    public let single: Int
    /// What is learned of each sensitive field.
    public let learned: [Learned]
    /// The records left out for a missing value, of A and of B; 0 unless the semantics leave records out.
    public let excluded: [Int]
}
