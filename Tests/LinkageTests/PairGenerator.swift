/// The pairs of names that Tests/ReferenceValues/comparators.py draws.
struct PairGenerator {
    private static let letters = Array("abcdeilmnorst'é".unicodeScalars.map(\.value))
    private var state: UInt64 = 20_251_124

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func letter() -> UInt32 { Self.letters[below(Self.letters.count)] }

    private mutating func word() -> [UInt32] {
        let length = 1 + below(12)
        return (0..<length).map { _ in letter() }
    }

    mutating func next() -> (first: [UInt32], second: [UInt32]) {
        let first = word()
        if below(4) == 0 { return (first, word()) }
        var second = first
        for _ in 0..<below(4) {
            let kind = below(4)
            let place = below(second.count)
            switch kind {
            case 0: if second.count > 1 { second.remove(at: place) }
            case 1: second.insert(letter(), at: place)
            case 2: second[place] = letter()
            default: if place + 1 < second.count { second.swapAt(place, place + 1) }
            }
        }
        return (first, second)
    }
}
