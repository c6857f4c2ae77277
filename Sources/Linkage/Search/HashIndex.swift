/// Numbers by 64-bit keys, several for one key, in open addressing: built once, then looked up by any thread.
package struct HashIndex: Sendable {
    private static let none = UInt32.max
    private let mask: Int
    /// Two bits of every key that is present, so that most absent keys are turned away by one cached word.
    private var filter: [UInt64]
    private var keys: [UInt64]
    private var heads: [UInt32]
    private var nexts: [UInt32] = []
    private var values: [UInt32] = []

    /// An empty index for about so many keys.
    package init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        heads = Array(repeating: Self.none, count: size)
        filter = Array(repeating: 0, count: max(size / 8, 1))
    }

    /// Adds a value under a key; there must be room for the key.
    package mutating func insert(_ value: UInt32, under key: UInt64) {
        let hash = Self.mixed(key)
        var place = Int(truncatingIfNeeded: hash) & mask
        while heads[place] != Self.none, keys[place] != key { place = (place + 1) & mask }
        precondition(nexts.count <= mask, "more keys than the index has room for")
        keys[place] = key
        values.append(value)
        nexts.append(heads[place])
        heads[place] = UInt32(values.count - 1)
        filter[filterPlace(hash)] |= 1 &<< (hash >> 58)
    }

    /// Calls `body` with every value under a key, the last added first.
    @inline(__always)
    package func forEach(under key: UInt64, _ body: (UInt32) -> Void) {
        let hash = Self.mixed(key)
        if filter[filterPlace(hash)] & (1 &<< (hash >> 58)) == 0 { return }
        var place = Int(truncatingIfNeeded: hash) & mask
        while heads[place] != Self.none {
            if keys[place] == key {
                var entry = heads[place]
                while entry != Self.none {
                    body(values[Int(entry)])
                    entry = nexts[Int(entry)]
                }
                return
            }
            place = (place + 1) & mask
        }
    }

    /// The last value added under a key.
    package func last(under key: UInt64) -> UInt32? {
        var found: UInt32?
        forEach(under: key) { if found == nil { found = $0 } }
        return found
    }

    @inline(__always)
    private func filterPlace(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 24) & (filter.count - 1) }

    @inline(__always)
    package static func mixed(_ key: UInt64) -> UInt64 {
        var hash = key ^ (key >> 32)
        hash &*= 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        hash &*= 0xbf58_476d_1ce4_e5b9
        return hash ^ (hash >> 32)
    }

    /// The hash of a value's bytes.
    package static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mixed(hash)
    }

    /// The hash of a sequence of numbers.
    @inline(__always)
    package static func combined(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        mixed(hash &* 0x2545_f491_4f6c_dd1d &+ next &+ 1)
    }
}
