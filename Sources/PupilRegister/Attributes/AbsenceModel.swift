/// Absence: the share of sessions that a pupil misses in a term.
///
/// Rates are log-normal over pupils, with the pupil's rank as the place and a year's and a term's luck around it.
struct AbsenceModel: Sendable {
    private let quantiles: [UInt32]
    private let means: [Double]
    private let mean: Double

    init(_ settings: AttributeSettings) {
        // The mean of a log-normal distribution is the median times exp(sigma^2 / 2); rates end at 1.
        let sigma = settings.absenceSigma
        mean = settings.absencePrimary
        let median = mean / PortableMath.exp(sigma * sigma / 2)
        quantiles = (0..<4_096).map { cell in
            let z = PortableMath.normalQuantile((Double(cell) + 0.5) / 4_096)
            return UInt32((min(median * PortableMath.exp(sigma * z), 1) * 0x1p24).rounded())
        }
        means = Phase.allCases.map { phase in
            switch phase {
            case .nursery, .primary, .middle: settings.absencePrimary
            case .secondary, .allThrough: settings.absenceSecondary
            case .special: settings.absenceSpecial
            }
        }
    }

    /// Sessions missed of those possible.
    ///
    /// - Parameters:
    ///   - possible: Sessions possible in the term.
    ///   - rank: The pupil's rank of absence, times 2^16.
    ///   - bits: 32 random bits of the term.
    func missed(of possible: Int, rank: UInt16, phase: Phase, bits: UInt64) -> Int {
        // Seven terms in eight are like the pupil, the eighth like any pupil.
        let place = bits & 7 == 0 ? Int((bits >> 3) & 0xFFF) : Int(rank >> 4)
        let rate = Double(quantiles[place]) * 0x1p-24 * means[Int(phase.rawValue)] / mean
        let exact = min(rate, 1) * Double(possible)
        // Rounded up as often as the fraction says, so that the mean stays.
        return min(Int(exact + Double((bits >> 16) & 0xFFFF) * 0x1p-16), possible)
    }
}
