package import Microdata

/// How two files are linked.
package struct LinkageSettings: Sendable, Hashable {
    /// The probability from which a match is clear.
    package static let defaultThreshold = 0.9

    /// How many candidates are in a query's short list.
    package static let defaultShortlist = 20

    /// How many candidates of a query can be kept or looked at.
    package static let candidateRange = 1...1_000

    /// How candidates become matches.
    package var method = LinkageMethod.probabilistic
    /// How candidates are found.
    package var search = CandidateSearch.auto
    /// How many of a query's candidates make its short list, by which the search is judged; at least 1.
    package var shortlist = LinkageSettings.defaultShortlist
    /// The model, when it is known; fitted when `nil`.
    package var weights: GivenWeights?
    /// The order of day, month and year in dates in numbers; found in each field of each file when `nil`.
    package var dates: DateOrder?
    /// The most candidates of a query that are kept, at least 1.
    package var top = 5
    /// The probability from which a query's best candidate is its match, in `(0, 1]`.
    package var threshold = LinkageSettings.defaultThreshold
    /// Whether a record may be the match of one query only.
    package var isOneToOne = false
    /// The seed of the random pairs from which chance agreement is learned.
    package var seed: UInt64 = 1
    /// The number of threads; all cores when `nil`. The answer does not depend on it.
    package var threads: Int?
    /// Bytes that may be used beside the columns; any number when `nil`. The answer does not depend on it.
    package var memory: Int?
    /// How many random pairs are drawn.
    package var samples = 200_000
    /// The columns of the feature vectors of a search by matrix product.
    package var dimensions = 128

    /// The usual settings.
    package init() {}
}
