internal import CKernels

/// What every thread that reads a file must know.
struct RecordLayout: Sendable {
    /// Fields of every record.
    let fields: Int
    /// The fields to keep, from 0, in the order asked for.
    let kept: [Int]
    /// For each kept field the values that are told apart; all when `nil`.
    let vocabularies: [ValueDictionary?]
    let delimiter: UInt8
    let missingValues: Set<String>
    /// Whether lines without any value are records too.
    let keepsEmptyRecords: Bool
    /// The most records that are read.
    let recordLimit: Int
    /// Bytes that are scanned at once; small enough for the ends to stay in the second-level cache.
    let batchSize: Int
    /// The version of the vector kernels.
    let vectors: Int32
}
