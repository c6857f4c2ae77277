public import Microdata

/// The partition of the records by one combination of fields.
public struct EquivalenceClasses: Sendable, Hashable {
    /// The class of each record, numbered by first appearance; `excluded` for a record that is left out.
    public let classOf: [UInt32]
    /// The number of records in each class.
    public let sizes: [UInt32]

    /// The class number of a record that is left out because a value is missing.
    public static let excluded = UInt32.max

    /// Partitions the records by the columns.
    ///
    /// - Parameters:
    ///   - columns: The combination's fields, of equal length.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or wildcards.
    /// - Complexity: O(records x fields) time; 24 bytes per record.
    public init(
        of columns: [Column], missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        let combination = try Combination(columns, missing: missing, threads: threads)
        let (numbers, sizes) = KeyGrouping(combination.columns, threads: combination.threads).classes()
        self.sizes = sizes
        guard let kept = combination.kept else {
            classOf = numbers
            return
        }
        var classOf = [UInt32](repeating: Self.excluded, count: columns[0].count)
        for (record, number) in zip(kept, numbers) { classOf[Int(record)] = number }
        self.classOf = classOf
    }

    /// The class sizes, counted.
    public var histogram: SizeHistogram { SizeHistogram(sizes: sizes.lazy.map(Int.init)) }
}
