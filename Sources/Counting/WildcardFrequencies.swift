public import Microdata

/// Class sizes when a missing value agrees with every value: one number per record, since such classes overlap.
///
/// Two records match when, in every field, they are equal or at least one lacks the value. With own(i) the records that have
/// exactly the key of record i (missing equal to missing):
///
/// - complete key: `f = own + alpha * (records that lack a value and match)`;
/// - incomplete key: `f = own + (complete records that match) + alpha * (other incomplete records that match)`;
/// - no value at all: `f = n`, the number of records.
///
/// With more than one field, a record without any value is not added to complete keys. Classes do not partition the
/// records, so a mean risk is the mean of 1/f over records. alpha = 0 does not make missing a category of its own: an
/// incomplete record still collects the complete ones that match.
///
/// Source: Templ, Statistical Disclosure Control for Microdata, 2017, section 3.2, and the semantics published with it.
public struct WildcardFrequencies: Sendable, Hashable {
    /// f of each record, at least 1.
    public let frequencies: [Double]
    /// The same with each record counted by its weight; `nil` without weights.
    public let weightedFrequencies: [Double]?

    /// Finds f of every record.
    ///
    /// - Parameters:
    ///   - columns: The combination's fields, of equal length.
    ///   - alpha: The weight of matching records that lack a value, in `[0, 1]`.
    ///   - weights: How many persons of the population each record stands for, when known.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or alpha outside `[0, 1]`.
    /// - Complexity: O(records x fields + patterns^2 x different keys x fields) time, where a pattern is a set of fields
    ///   that a record lacks; O(records) memory.
    public init(
        of columns: [Column], alpha: Double, weights: [Double]? = nil, threads: Int? = nil
    ) throws(CountingError) {
        guard alpha >= 0 && alpha <= 1 else { throw .alphaOutOfRange(alpha) }
        let classes = try EquivalenceClasses(of: columns, threads: threads)
        precondition(weights?.count ?? columns[0].count == columns[0].count, "one weight is needed for each record")
        let keys = WildcardKeys(columns, classes: classes)
        let frequencies = try keys.frequencies(classes.sizes.map(Double.init), alpha: alpha, threads: threads)
        self.frequencies = classes.classOf.map { frequencies[Int($0)] }
        guard let weights else {
            weightedFrequencies = nil
            return
        }
        var sums = [Double](repeating: 0, count: classes.sizes.count)
        for (number, weight) in zip(classes.classOf, weights) { sums[Int(number)] += weight }
        let weighted = try keys.frequencies(sums, alpha: alpha, threads: threads)
        weightedFrequencies = classes.classOf.map { weighted[Int($0)] }
    }
}
