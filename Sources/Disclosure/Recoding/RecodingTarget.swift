/// What a release must meet.
///
/// All three hold for every coarser release too: classes only grow as they merge, so records in classes below k, and records
/// alone in their class, can only become fewer.
package struct RecodingTarget: Sendable, Hashable, Codable {
    /// The fewest records of a class that is released; records of smaller classes are suppressed. At least 1.
    package let k: Int
    /// The share of records that may be alone in their class before any is suppressed, in `[0, 1]`; any when `nil`.
    package let uniqueness: Double?
    /// The share of records that may be suppressed, in `[0, 1]`.
    package let suppression: Double

    /// A target.
    package init(k: Int = 1, uniqueness: Double? = nil, suppression: Double = 0) {
        precondition(k >= 1, "a class has at least one record, not \(k)")
        self.k = k
        self.uniqueness = uniqueness
        self.suppression = suppression
    }

    /// The most records that may be suppressed of so many: the share of them, rounded down.
    package func suppressionLimit(of records: Int) -> Int { Self.limit(suppression, of: records) }

    /// The most records that may be alone in their class of so many: the share of them, rounded down.
    package func uniquesLimit(of records: Int) -> Int { uniqueness.map { Self.limit($0, of: records) } ?? records }

    /// Shares such as 0.29 are a little off in binary, and 29 of 100 records are meant.
    private static func limit(_ share: Double, of records: Int) -> Int {
        Int((share * Double(records) * (1 + 1e-12)).rounded(.down))
    }
}
