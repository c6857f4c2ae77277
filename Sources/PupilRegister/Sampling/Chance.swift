/// A probability in units of 2^-16, compared with 16 random bits.
struct Chance: Sendable {
    private let threshold: UInt64

    /// A probability in `[0, 1]`, rounded to 2^-16.
    init(_ share: Double) { threshold = UInt64((min(max(share, 0), 1) * 65_536).rounded()) }

    /// Whether the 16 bits from bit `16 * place` of a random number make it true; `place` is in `[0, 4)`.
    func happens(_ bits: UInt64, _ place: UInt64) -> Bool { (bits &>> (16 &* place)) & 0xFFFF < threshold }
}
