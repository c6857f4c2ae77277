/// The figures of one node: the classes at some level of each field, and what suppression takes of them.
struct RecodedFigures: Sendable, Hashable {
    /// Records alone in their class, before any is suppressed.
    var uniques = 0
    /// Records in classes below k.
    var suppressed = 0
    /// The sum over suppressed records and fields of log2(n / n_g).
    var suppressedBits = 0.0
    /// The sum over released records of the size of their class.
    var squares: UInt64 = 0

    /// Adds a class; one without records adds nothing.
    @inline(__always)
    mutating func add(_ size: UInt32, k: UInt32) {
        uniques &+= size == 1 ? 1 : 0
        suppressed &+= size < k ? Int(size) : 0
        squares &+= size < k ? 0 : UInt64(size) &* UInt64(size)
    }
}
