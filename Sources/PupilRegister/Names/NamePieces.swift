/// The pieces of generated names, and how a number becomes a row of them.
///
/// A name is onset, vowel, ending, or onset, vowel, medial, vowel, ending. Onsets and medials hold no vowel letter, vowels
/// nothing else, and an ending is consonants, one run of vowels, consonants. So a spelling can be taken apart in one way
/// only: different numbers of one model are different names. Endings belong to one model of a kind of names, so different
/// models of a kind never agree either.
///
/// The number of a name is scrambled by a permutation before it is read as pieces, so that neighbours look different.
struct NamePieces: Sendable {
    /// By model 104 pieces: 32 onsets, 8 vowels, 32 medials, 32 endings. A piece is up to seven letters, the first in the
    /// lowest byte, and its length in the highest.
    let words: [UInt64]

    /// Where the pieces of a part begin, and how many there are in a model.
    static let onset = 0
    static let vowel = 32
    static let medial = 40
    static let ending = 72
    static let perModel = 104

    /// The bits of the number of a short and of a long name.
    static let shortBits: UInt32 = 13
    static let longBits: UInt32 = 21

    /// The pieces of the built-in table.
    init() {
        let table = ParameterTable("syllables")
        let parts = table.strings("part")
        let kinds = table.strings("kind")
        let groups = table.values("group", "a naming group", NamingGroup.init(tableName:))
        let pieces = table.strings("pieces").map { $0.split(separator: " ").map(Self.word) }
        func row(_ part: String, _ kind: String, _ group: NamingGroup, count: Int) -> [UInt64] {
            guard
                let row = parts.indices.first(where: { parts[$0] == part && kinds[$0] == kind && groups[$0] == group }),
                pieces[row].count == count, Set(pieces[row]).count == count
            else { fatalError("table 'syllables' has no \(count) pieces for \(part), \(kind), \(group)") }
            return pieces[row]
        }
        words = NameKind.allCases.flatMap { kind in
            NamingGroup.allCases.flatMap { group in
                let onsets = row("onset", "-", group, count: 32)
                let vowels = row("vowel", "-", group, count: 8)
                let medials = row("medial", "-", group, count: 32)
                let endings = row("ending", kind.rawValue, group, count: 32)
                // Pieces are written eight bytes at a time: 24 letters and the rest of the last piece fit 32 bytes.
                let longest = [onsets, vowels, medials, vowels, endings].map { pieces in (pieces.max() ?? 0) >> 56 }
                precondition(longest.reduce(0, +) <= 24, "a generated name may get too long")
                return onsets + vowels + medials + endings
            }
        }
    }

    /// A piece as one number.
    private static func word(_ piece: Substring) -> UInt64 {
        let letters = piece.utf8
        precondition(
            (1...7).contains(letters.count) && letters.allSatisfy { (0x61...0x7a).contains($0) },
            "a piece of a name is one to seven small letters")
        return letters.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(letters.count) << 56
    }

    /// A permutation of the numbers of `bits` bits.
    @inline(__always)
    static func scrambled(_ number: UInt32, bits: UInt32) -> UInt32 {
        let mask = (UInt32(1) << bits) &- 1
        var mixed = (number &* 0x9e37_79b1) & mask
        mixed ^= mixed >> (bits >> 1)
        mixed = (mixed &* 0x85eb_ca6b) & mask
        return mixed ^ mixed >> (bits >> 1)
    }
}
