package import Counting

/// What it would buy to make one field coarser and leave the others as they are.
package struct SingleChange: Sendable, Hashable {
    /// The field, by its place among those given.
    package let field: Int
    /// Its level, at least 1.
    package let level: Int
    /// The class sizes after the change.
    package let histogram: SizeHistogram
    /// Records alone in their class before, and not after.
    package let noLongerUnique: Int
    /// What the field says less, in bits per record: how much its Shannon entropy falls.
    package let bitsLost: Double
    /// What all fields together say less, in bits per record: how much the Shannon entropy of the classes falls.
    package let jointBitsLost: Double
}
