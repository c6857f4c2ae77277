public import Microdata

extension SizeHistogram {
    /// Counts the class sizes of one combination of columns.
    ///
    /// - Parameters:
    ///   - columns: The combination's fields, of equal length.
    ///   - missing: `category` or `exclude`; excluded records are not in the histogram.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or wildcards.
    /// - Complexity: O(records x fields) time; at most 8 bytes per record, and 16 more when the codes of the combination
    ///   take more than 64 bits.
    public init(
        counting columns: [Column], missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        let combination = try Combination(columns, missing: missing, threads: threads)
        self = KeyGrouping(combination.columns, threads: combination.threads).histogram()
    }
}
