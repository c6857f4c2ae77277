/// Words that no generated name may hold: finds any of them in one pass over a name.
///
/// The automaton of Aho & Corasick: a state is the longest end of what was read that begins a word.
///
/// Source: Aho & Corasick, Efficient string matching: an aid to bibliographic search, Comm. ACM 18 (1975) 333-340.
struct DeniedWords: Sendable {
    /// By state 32 next states: one for each letter, and one for the border of the name.
    private var next: [UInt16]
    /// By state whether a word ends there.
    private var isEnd: [Bool]

    private static let border = 26

    /// Where in a name a word is denied.
    private enum Place: String {
        case anywhere, start, end, whole
    }

    /// The words of the built-in table.
    init() {
        let table = ParameterTable("denied_words")
        let words = table.values("word", "a word of small letters") { word in
            word.utf8.allSatisfy { (0x61...0x7a).contains($0) } ? word.utf8.map { Int($0 & 31) - 1 } : nil
        }
        let places = table.cases("where", as: Place.self)
        self.init(
            zip(words, places).map { word, place in
                (place == .start || place == .whole ? [Self.border] : []) + word
                    + (place == .end || place == .whole ? [Self.border] : [])
            })
    }

    /// - Parameter words: Letters by their number, 0 to 25; 26 is the border of the name.
    private init(_ words: [[Int]]) {
        next = [UInt16](repeating: 0, count: 32)
        isEnd = [false]
        for word in words {
            var state = 0
            for letter in word {
                if next[state * 32 + letter] == 0 {
                    next[state * 32 + letter] = UInt16(isEnd.count)
                    next += [UInt16](repeating: 0, count: 32)
                    isEnd.append(false)
                }
                state = Int(next[state * 32 + letter])
            }
            isEnd[state] = true
        }
        linkFailures()
    }

    /// Fills in, in order of depth, where a state goes when no word goes on.
    private mutating func linkFailures() {
        var failure = [Int](repeating: 0, count: isEnd.count)
        var queue = (0..<32).map { Int(next[$0]) }.filter { $0 > 0 }
        var read = 0
        while read < queue.count {
            let state = queue[read]
            read += 1
            isEnd[state] = isEnd[state] || isEnd[failure[state]]
            for letter in 0..<32 {
                let child = Int(next[state * 32 + letter])
                if child == 0 {
                    next[state * 32 + letter] = next[failure[state] * 32 + letter]
                } else {
                    failure[child] = Int(next[failure[state] * 32 + letter])
                    queue.append(child)
                }
            }
        }
    }

    /// Whether a name, ASCII letters of either case, holds a denied word.
    func matches(_ name: Span<UInt8>) -> Bool {
        var state = Int(next[Self.border])
        for index in name.indices {
            state = Int(next[state * 32 + Int(name[index] & 31) - 1])
            if isEnd[state] { return true }
        }
        return isEnd[Int(next[state * 32 + Self.border])]
    }
}
