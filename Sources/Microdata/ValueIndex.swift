/// Finds values by their bytes in a growing dictionary: an open-addressing table of codes.
struct ValueIndex {
    private(set) var dictionary: ValueDictionary
    /// A code and one more at the place of each value, 0 where there is none.
    private var slots: [UInt32]
    /// The code of an entry that is no value and is never found.
    private let missingCode: UInt32?

    /// An index of the values of a dictionary, which differ from one another.
    ///
    /// - Parameters:
    ///   - missingCode: An entry that is no value.
    ///   - more: How many values are expected beyond them.
    /// - Complexity: O(values) expected time; 8 to 16 bytes for each value beside the dictionary.
    init(_ dictionary: ValueDictionary, except missingCode: UInt32?, expecting more: Int) {
        self.dictionary = dictionary
        self.missingCode = missingCode
        slots = Self.empty(for: dictionary.count + more)
        for code in 0..<dictionary.count where UInt32(code) != missingCode {
            slots[place(of: dictionary.range(of: code), in: dictionary)] = UInt32(code) + 1
        }
    }

    /// The code of a value of another dictionary, which gets the next code when it is new.
    ///
    /// - Complexity: O(bytes) expected amortised time.
    mutating func code(of code: Int, in other: ValueDictionary) -> UInt32 {
        let range = other.range(of: code)
        let place = place(of: range, in: other)
        if slots[place] != 0 { return slots[place] - 1 }
        let new = UInt32(dictionary.count)
        dictionary.append(other.bytes[range])
        slots[place] = new + 1
        if dictionary.count * 2 > slots.count {
            self = ValueIndex(dictionary, except: missingCode, expecting: dictionary.count)
        }
        return new
    }

    /// Whether a value of another dictionary is one of these.
    ///
    /// - Complexity: O(bytes) expected time.
    func holds(_ code: Int, of other: ValueDictionary) -> Bool { found(code, of: other) != nil }

    /// The code of a value of another dictionary; `nil` when it is none of these.
    ///
    /// - Complexity: O(bytes) expected time.
    func found(_ code: Int, of other: ValueDictionary) -> UInt32? {
        let slot = slots[place(of: other.range(of: code), in: other)]
        return slot == 0 ? nil : slot - 1
    }

    /// Where a value is, or where it belongs.
    private func place(of range: Range<Int>, in other: ValueDictionary) -> Int {
        let mask = slots.count - 1
        let (theirs, ours) = (other.bytes.span, dictionary.bytes.span)
        // FNV-1a with a last mix, as the lower bits choose the place.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in range { hash = (hash ^ UInt64(theirs[index])) &* 0x0000_0100_0000_01b3 }
        var place = Int(truncatingIfNeeded: ((hash ^ (hash >> 32)) &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
        search: while slots[place] != 0 {
            let own = dictionary.range(of: Int(slots[place] - 1))
            if own.count == range.count {
                var offset = 0
                while offset < own.count, ours[own.lowerBound + offset] == theirs[range.lowerBound + offset] {
                    offset += 1
                }
                if offset == own.count { break search }
            }
            place = (place + 1) & mask
        }
        return place
    }

    private static func empty(for values: Int) -> [UInt32] {
        var size = 64
        while size < values * 2 { size *= 2 }
        return [UInt32](repeating: 0, count: size)
    }
}

extension ValueDictionary {
    /// Where the bytes of the value with a code are.
    func range(of code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }
}
