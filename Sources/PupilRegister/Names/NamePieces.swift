/// The pieces of generated names, and how a number becomes a row of them.
///
/// A name is onset, vowel, ending, or onset, vowel, medial, vowel, ending. Onsets and medials hold no vowel letter, vowels
/// nothing else, and an ending is consonants, one run of vowels, consonants. So a spelling can be taken apart in one way
/// only: different numbers of one model are different names. Endings belong to one model of a kind of names, so different
/// models of a kind never agree either.
///
/// The number of a name is scrambled by a permutation before it is read as pieces, so that neighbours look different.
struct NamePieces: Sendable {
    /// By model room for 104 pieces: 32 onsets, 8 vowels, 32 medials, 32 endings. A piece is up to seven letters, the first
    /// in the lowest byte, and its length in the highest.
    let words: [UInt64]
    /// By model how many bits choose among its pieces.
    let widths: [Widths]

    /// How many bits choose an onset or a medial, and a vowel; there are as many pieces as these bits tell apart.
    struct Widths: Sendable {
        /// The bits of an onset, and of a medial: 4 or 5.
        let consonant: UInt8
        /// The bits of a vowel: 2 or 3.
        let vowel: UInt8

        /// The bits of the number of a short name.
        var short: UInt32 { UInt32(consonant) + UInt32(vowel) + 5 }
        /// The bits of the number of a long name.
        var long: UInt32 { 2 * (UInt32(consonant) + UInt32(vowel)) + 5 }
    }

    /// Where the pieces of a part begin, and how many there is room for in a model.
    static let onset = 0
    static let vowel = 32
    static let medial = 40
    static let ending = 72
    static let perModel = 104

    /// The pieces of the built-in table.
    init() {
        let table = ParameterTable("syllables")
        let parts = table.strings("part")
        let kinds = table.strings("kind")
        let groups = table.values("group", "a naming group", NamingGroup.init(tableName:))
        let pieces = table.strings("pieces").map { $0.split(separator: " ").map(Self.word) }
        func row(_ part: String, _ kind: String, _ group: NamingGroup, counts: [Int]) -> [UInt64] {
            guard
                let row = parts.indices.first(where: { parts[$0] == part && kinds[$0] == kind && groups[$0] == group }),
                counts.contains(pieces[row].count), Set(pieces[row]).count == pieces[row].count
            else { fatalError("table 'syllables' has not \(counts) pieces for \(part), \(kind), \(group)") }
            return pieces[row]
        }
        func padded(_ pieces: [UInt64], to room: Int) -> [UInt64] {
            pieces + [UInt64](repeating: 0, count: room - pieces.count)
        }
        var words: [UInt64] = []
        var widths: [Widths] = []
        for kind in NameKind.allCases {
            for group in NamingGroup.allCases {
                let onsets = row("onset", "-", group, counts: [16, 32])
                let vowels = row("vowel", "-", group, counts: [4, 8])
                let medials = row("medial", "-", group, counts: [onsets.count])
                let endings = row("ending", kind.rawValue, group, counts: [32])
                // Pieces are written eight bytes at a time: 24 letters and the rest of the last piece fit 32 bytes.
                let longest = [onsets, vowels, medials, vowels, endings].map { pieces in (pieces.max() ?? 0) >> 56 }
                precondition(longest.reduce(0, +) <= 24, "a generated name may get too long")
                words += padded(onsets, to: 32) + padded(vowels, to: 8) + padded(medials, to: 32) + endings
                widths.append(Widths(consonant: onsets.count == 32 ? 5 : 4, vowel: vowels.count == 8 ? 3 : 2))
            }
        }
        self.words = words
        self.widths = widths
    }

    /// A piece as one number.
    private static func word(_ piece: Substring) -> UInt64 {
        let letters = piece.utf8
        precondition(
            (1...7).contains(letters.count) && letters.allSatisfy { (0x61...0x7a).contains($0) },
            "a piece of a name is one to seven small letters")
        return letters.reversed().reduce(0) { ($0 << 8) | UInt64($1) } | (UInt64(letters.count) << 56)
    }

    /// A permutation of the numbers of `bits` bits.
    @inline(__always)
    static func scrambled(_ number: UInt32, bits: UInt32) -> UInt32 {
        let mask = (UInt32(1) << bits) &- 1
        var mixed = (number &* 0x9e37_79b1) & mask
        mixed ^= mixed >> (bits >> 1)
        mixed = (mixed &* 0x85eb_ca6b) & mask
        return mixed ^ (mixed >> (bits >> 1))
    }
}
