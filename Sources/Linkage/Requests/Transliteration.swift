/// Other ways of writing a name in Latin letters: one pair of spellings that stand for one sound is exchanged.
///
/// The pairs are those in which romanisations of Arabic, Cyrillic, South Asian and Chinese names differ most often (the
/// standards ALA-LC, BGN/PCGN and ISO 9 disagree on each), found in a name in either direction.
enum Transliteration {
    private static let pairs = [
        ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "ch"), ("zh", "j"), ("ou", "u"),
        ("oo", "u"), ("ee", "i"), ("aa", "a"), ("ei", "ey"), ("ai", "ay"), ("ya", "ia"), ("ye", "ie"), ("yu", "iu"),
        ("ck", "k"), ("qu", "q"), ("ts", "tz"), ("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"), ("y", "i"), ("c", "k"),
        ("u", "o"), ("e", "i"), ("a", "e"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// A name with one exchange, which random bits choose among those that are possible; the name itself where none is.
    static func variant(of name: [UInt8], _ bits: UInt64) -> [UInt8] {
        var places: [(at: Int, length: Int, with: [UInt8])] = []
        for (one, other) in pairs {
            // The first letter is seldom written differently, and its capital would be lost.
            for at in name.indices.dropFirst() {
                if name[at...].starts(with: one) {
                    places.append((at, one.count, other))
                } else if name[at...].starts(with: other) {
                    places.append((at, other.count, one))
                }
            }
        }
        if places.isEmpty { return name }
        let chosen = places[Int(bits >> 32) % places.count]
        var name = name
        name.replaceSubrange(chosen.at..<chosen.at + chosen.length, with: chosen.with)
        return name
    }
}
