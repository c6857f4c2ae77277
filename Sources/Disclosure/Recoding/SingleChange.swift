public import Counting

/// What it would buy to make one field coarser and leave the others as they are.
public struct SingleChange: Sendable, Hashable {
    /// The field, by its place among those given.
    public let field: Int
    /// Its level, at least 1.
    public let level: Int
    /// The class sizes after the change.
    public let histogram: SizeHistogram
    /// Records alone in their class before, and not after.
    public let noLongerUnique: Int
    /// What the field says less, in bits per record: how much its Shannon entropy falls.
    public let bitsLost: Double
    /// What all fields together say less, in bits per record: how much the Shannon entropy of the classes falls.
    public let jointBitsLost: Double
}
