/// The mean of an outcome over the records of a group, and its ratio to the mean over all records.
///
/// The intervals are those of 95 % for groups that were drawn from a larger population of clusters; that the records of a cluster
/// share their outcome is taken into account.
package struct GroupMean: Sendable, Hashable {
    /// The mean, in `[0, 1]`.
    package let value: Double
    /// Wilson's interval with the effective number of records, within `[0, 1]`; `nil` when the group is a single cluster.
    package let interval: ClosedRange<Double>?
    /// The mean over that of all records; `nil` when that is 0.
    package let ratio: Double?
    /// The interval of the ratio by the delta method on its logarithm; `nil` without a ratio, or for a single cluster.
    package let ratioInterval: ClosedRange<Double>?
}
