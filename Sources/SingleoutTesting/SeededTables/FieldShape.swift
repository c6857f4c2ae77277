/// How the values of a field of a seeded table are spread.
public enum FieldShape: Sendable, Hashable {
    /// One value for all records.
    case constant
    /// Another value for each record.
    case unique
    /// No record has a value.
    case empty
    /// Two values, equally likely.
    case binary
    /// So many values, equally likely.
    case uniform(Int)
    /// So many values, the r-th with a weight of 1/r.
    case skewed(Int)
    /// The value of an earlier field, but one of its own (of as many) in a share `noise` of the records.
    case correlated(with: Int, noise: Double)
    /// The value of an earlier field.
    case duplicate(of: Int)
}
