/// Families that come from abroad: how many, and when.
///
/// A family comes in an academic year from that of the eldest child's birth on, at ages of the eldest that decrease in
/// frequency to 14 years. Children born before are born abroad and on no roll until then.
struct Arrivals: Sendable {
    /// Of the pupils of families that come, the share on roll at a time while their cohorts are at school, and of these the
    /// share born abroad: means over Reception to year 11 by the ages above.
    private static let present = 0.93
    private static let bornAbroad = 0.77

    private static let years = 15

    /// The chance that a family comes from abroad, by origin.
    private let chances: [Chance]
    /// The share of families by origin that makes the published shares of pupils on roll; sums to 1.
    let familyShares: [Double]

    init(_ origins: Origins) {
        // With f of the families, the pupils on roll are 1 - f + f p, and f p b of them were born abroad.
        let shares = origins.bornAbroad.map { share in
            min(share / (Self.present * Self.bornAbroad + share * (1 - Self.present)), 1)
        }
        chances = shares.map { Chance($0) }
        let weights = zip(origins.shares, shares).map { $0 / (1 - $1 * (1 - Self.present)) }
        let total = weights.reduce(0, +)
        familyShares = weights.map { $0 / total }
    }

    /// The academic year in which a family comes; `nil` for one that has always been here.
    ///
    /// - Parameters:
    ///   - eldest: The academic year in which the eldest child is born.
    ///   - bits: Random bits, of which those from the 32nd on are used.
    func year(of origin: Int, eldest: Int, bits: UInt64) -> Int? {
        if !chances[origin].happens(bits, 2) { return nil }
        // The smaller of two even draws.
        let first = (Int((bits >> 48) & 0xFF) * Self.years) >> 8
        let second = (Int(bits >> 56) * Self.years) >> 8
        return eldest + 1 + min(first, second)
    }
}
