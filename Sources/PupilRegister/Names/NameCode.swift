/// A name as a number: 32 bits that determine the spelling.
///
/// Three kinds: a name that the tables list, by its place in them; a double surname of two listed names; a generated name,
/// by the numbers of the pieces that it is put together from.
package struct NameCode: Hashable, Sendable {
    /// The bits: `00` and the place; `0100` and two places of 14 bits; or `1`, the model in 5 bits, whether the name is
    /// long in one, and the number of the name in 25.
    package let rawValue: UInt32

    /// The code with the given bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// No name is longer, in bytes: the room that writing one needs.
    package static let maximumLength = 32

    /// A listed name.
    init(listed place: Int) { rawValue = UInt32(place) }

    /// A double surname.
    init(_ first: NameCode, hyphen second: NameCode) {
        rawValue = (1 << 30) | (first.rawValue << Self.placeBits) | second.rawValue
    }

    /// A generated name.
    init(model: Int, long: Bool, number: Int) {
        rawValue = (1 << 31) | (UInt32(model) << 26) | (long ? 1 << 25 : 0) | UInt32(number)
    }

    /// The bits of a place in a double surname.
    static let placeBits: UInt32 = 14

    /// Whether the name is one of the tables'.
    var isListed: Bool { rawValue >> 30 == 0 }

    /// Whether the name is generated.
    var isGenerated: Bool { rawValue >> 31 == 1 }
}
