/// What two releases tell by subtraction, when both publish how many records each cell of a combination of fields has.
///
/// A cell with a records in A and b in B differs by d = |a - b|. It is *isolating* when both counts are large enough to be
/// published and their difference is not: `a >= t`, `b >= t`, `0 < d < t` for a threshold t.
///
/// *Direction of error*: d is a net difference. Records that left a cell and others that came cancel out, so that d understates
/// how many records changed, and a difference of one need not be one person's.
package struct DifferenceFigures: Sendable, Hashable {
    /// What the records of isolating cells have in common in one sensitive field.
    package struct Learned: Sendable, Hashable {
        /// Isolating cells in which only one value differs in its count, so that all isolated records have it.
        package let cells: Int
        /// The records isolated in them, the sum of d.
        package let records: Int
    }

    /// Cells with a record in A or B.
    package let cells: Int
    /// Cells with different counts.
    package let different: Int
    /// Cells whose counts both reach the threshold.
    package let published: Int
    /// Isolating cells.
    package let isolating: Int
    /// The records isolated in them, the sum of d.
    package let isolated: Int
    /// Isolating cells that differ by one record.
    package let single: Int
    /// What is learned of each sensitive field.
    package let learned: [Learned]
    /// The records left out for a missing value, of A and of B; 0 unless the semantics leave records out.
    package let excluded: [Int]
}
