/// Typing errors of names: one letter left out, doubled, exchanged with the next, or replaced by a neighbour on the
/// keyboard.
package enum TypingError {
    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

    /// A name with one error, which random bits choose; names of one letter get a second.
    package static func apply(_ bits: UInt64, to name: [UInt8]) -> [UInt8] {
        var name = name
        if name.count < 2 { return name + name }
        // The first letter is seldom mistyped.
        let place = 1 + Int((bits >> 8) % UInt64(name.count - 1))
        switch (bits >> 3) & 3 {
        case 0: name.remove(at: place)
        case 1: name.insert(name[place], at: place)
        case 2 where place + 1 < name.count && name[place] != name[place + 1]: name.swapAt(place, place + 1)
        default: name[place] = neighbour(of: name[place], bits >> 32)
        }
        return name
    }

    private static func neighbour(of letter: UInt8, _ bits: UInt64) -> UInt8 {
        for row in rows {
            guard let place = row.firstIndex(of: letter) else { continue }
            return place == 0 || bits & 1 == 0 && place + 1 < row.count ? row[place + 1] : row[place - 1]
        }
        return 101
    }
}
