/// A small random number generator whose whole future follows from a printable seed, on every machine and Swift version.
///
/// Source: Steele, Lea & Flood, Fast splittable pseudorandom number generators, OOPSLA 2014 (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that repeats its numbers for the same seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number in `[0, bound)`; the standard library's own methods may change between versions, this one does not.
    ///
    /// - Parameter bound: At least 1. The bias is below `bound / 2^64`.
    public mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "a random number needs a bound of at least 1, not \(bound)")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in `[0, 1)`, a multiple of 2^-53.
    public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability of `share`.
    public mutating func chance(_ share: Double) -> Bool { nextUnit() < share }

    /// The numbers `0..<count` in random order.
    ///
    /// - Complexity: O(count) time and memory.
    public mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() { order.swapAt(last, next(below: last + 1)) }
        return order
    }
}
