public import Microdata
public import SparkCounting

/// How far an analysis is; for a progress line.
public enum AnalysisProgress: Hashable, Sendable {
    /// Bytes read of a file, and in all where that is known.
    case reading(source: String, bytes: Int, of: Int?)
    /// A file that was read.
    case read(ReadingFacts)
    /// Something that a reader of the answer should know of an input, a sentence.
    case noticed(source: String, note: String)
    /// What must be known of a field of two files before any figure that compares them, and whether it may have no value in
    /// common.
    case compared(FieldRemark, isAllowed: Bool)
    /// The share of the counting that is done, in `[0, 1]`.
    case counting(share: Double)
    /// The share of something that is made, in `[0, 1]`.
    case making(what: String, share: Double)
    /// Rows written of a file, and in all.
    case writing(file: String, rows: Int, of: Int)
    /// What a cluster tells of its work.
    case cluster(SparkProgress)

    /// Called now and then, from any thread.
    public typealias Handler = @Sendable (AnalysisProgress) -> Void
}
