/// How the records that may be a query's person are found.
public enum CandidateSearch: String, CaseIterable, Sendable, Hashable {
    /// Keys first; then all records for the queries without a clear match of which a record without a common key could
    /// still be one.
    case auto
    /// Records that agree on a telling set of fields.
    case keys
    /// All records, by the inner products of feature vectors.
    case matrix
}
