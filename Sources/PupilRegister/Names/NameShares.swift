/// The distribution of one kind of names in one group (and birth year), in full.
struct NameShares {
    /// Names of the tables with their shares.
    var named: [(code: NameCode, share: Double)]
    /// The share of the middle tail.
    var middle: Double
    /// The share of double surnames.
    var hyphenated: Double
    /// The shares of the bands of the rare tail.
    var bands: [Double]

    /// The sum of all shares: 1.
    var total: Double { named.map(\.share).reduce(0, +) + middle + hyphenated + bands.reduce(0, +) }
}
