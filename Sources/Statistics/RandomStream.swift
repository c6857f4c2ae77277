/// Random numbers that are a function of their place: seed, purpose, item and position, in any order and on any thread.
///
/// Goals, in order: the same numbers on every machine and for every thread count; independent streams for millions of
/// items without a table of states; speed.
///
/// The generator is Philox4x64-10: the 256-bit counter `(block, item, 0, 0)` is encrypted under the 128-bit key
/// `(seed, purpose)` to four 64-bit numbers, and `block` counts up from 0. It passes BigCrush; streams of different
/// seeds, purposes or items never overlap.
///
/// Source: Salmon, Moraes, Dror & Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011, section 4.3.
@frozen
package struct RandomStream: RandomNumberGenerator, Sendable {
    @usableFromInline let seed: UInt64
    @usableFromInline let purpose: UInt64
    @usableFromInline let item: UInt64
    @usableFromInline var block: UInt64 = 0
    /// The numbers of the last two blocks, and how many of them have not been taken.
    @usableFromInline var held = InlineArray<8, UInt64>(repeating: 0)
    @usableFromInline var left = 0

    /// The stream of one item.
    ///
    /// - Parameters:
    ///   - seed: The user's seed.
    ///   - purpose: What the numbers are for, so that different uses of one seed are independent.
    ///   - item: The number of the thing that the numbers belong to.
    /// - Complexity: O(1); nothing is computed before the first number is asked for.
    @inlinable
    package init(seed: UInt64, purpose: UInt64, item: UInt64) {
        self.seed = seed
        self.purpose = purpose
        self.item = item
    }

    /// The next 64 random bits.
    @inlinable
    @inline(__always)
    package mutating func next() -> UInt64 {
        if left == 0 { fill() }
        left &-= 1
        return held[7 &- left]
    }

    /// The next 64 random bits, which stay the next ones: to ask for memory before it is needed.
    @inlinable
    @inline(__always)
    package mutating func peek() -> UInt64 {
        if left == 0 { fill() }
        return held[8 &- left]
    }

    /// After the first block, which is enough for most streams, come two at once: they take little longer than one, whose
    /// rounds wait for each other.
    @inlinable
    @inline(never)
    mutating func fill() {
        let one = Self.philox(counter: (block, item, 0, 0), key: (seed, purpose))
        if block == 0 {
            (held[4], held[5], held[6], held[7]) = one
            block = 1
            left = 4
            return
        }
        let two = Self.philox(counter: (block &+ 1, item, 0, 0), key: (seed, purpose))
        held = [one.0, one.1, one.2, one.3, two.0, two.1, two.2, two.3]
        block &+= 2
        left = 8
    }

    /// A number in `[0, bound)`. The bias is below `bound / 2^64`.
    ///
    /// - Parameter bound: At least 1.
    @inlinable
    package mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "a random number needs a bound of at least 1")
        return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in `[0, 1)`, a multiple of 2^-53.
    @inlinable
    package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability of `share`, in `[0, 1]`.
    @inlinable
    package mutating func chance(_ share: Double) -> Bool { nextUnit() < share }

    /// Ten rounds of Philox4x64, the four numbers of one counter under one key.
    @inlinable
    package static func philox(
        counter: (UInt64, UInt64, UInt64, UInt64), key: (UInt64, UInt64)
    ) -> (UInt64, UInt64, UInt64, UInt64) {
        var (a, b, c, d) = counter
        var (low, high) = key
        for _ in 0..<10 {
            let first = a.multipliedFullWidth(by: 0xd2e7_470e_e14c_6c93)
            let second = c.multipliedFullWidth(by: 0xca5a_8263_9512_1157)
            (a, b, c, d) = (second.high ^ b ^ low, second.low, first.high ^ d ^ high, first.low)
            low &+= 0x9e37_79b9_7f4a_7c15
            high &+= 0xbb67_ae85_84ca_a73b
        }
        return (a, b, c, d)
    }
}
