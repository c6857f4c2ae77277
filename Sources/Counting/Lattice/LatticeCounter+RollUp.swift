extension LatticeCounter {
    /// What a roll-up needs to know of the group it counts.
    struct RollUp {
        var combination: UInt32
        var base: Int
        var from: Int
        var depth: Int
    }

    /// A roll-up is worth its memory when it leaves at most this share of a group's records.
    static let collapsedShare = 0.25

    /// Collapses a group's equal records into weighted ones and counts all extensions by merging those, field by field.
    ///
    /// - Returns: Whether it did; `false`, with nothing counted, when too few records are equal.
    func rollUp(
        _ keys: UnsafePointer<UInt64>, _ count: Int, combination: UInt32, base: Int, from: Int, depth: Int
    ) -> Bool {
        let bits = UInt64(shape.shifts[from]) + UInt64(shape.widths[from])
        let own = bits == 64 ? UInt64.max : (UInt64(1) << bits) &- 1
        var collapsing = collapsing(count, most: Int(Double(count) * Self.collapsedShare))
        if unsafe !collapse(keys, count, mask: own, &collapsing) { return false }
        let distinct = collapsing.distinct
        let context = RollUp(combination: combination, base: base, from: from, depth: depth)
        let fields = shape.fieldCount - from
        unsafe merge(
            rolledKeys.reserve(distinct, level: 0), rolledWeights.reserve(distinct, level: 0), distinct,
            present: (UInt64(1) << UInt64(fields)) &- 1, next: 0, level: 0, context: context)
        return true
    }

    /// How far the collapse of a group has come.
    struct Collapsing {
        /// Places of the hash table.
        var tableSize: Int
        /// Different keys so far, at level 0 of the roll-up buffers.
        var distinct = 0
        /// The most different keys.
        let most: Int
    }

    /// The start of a collapse of so many records to at most so many keys.
    func collapsing(_ count: Int, most: Int) -> Collapsing {
        var tableSize = 1 << 12
        while tableSize < 1 << 16 && tableSize < count * 2 { tableSize *= 2 }
        _ = unsafe hashTable(tableSize)
        _ = unsafe rolledKeys.reserve(tableSize / 2 + 1, level: 0)
        _ = unsafe rolledWeights.reserve(tableSize / 2 + 1, level: 0)
        return Collapsing(tableSize: tableSize, most: most)
    }

    /// Adds records to the different keys under a mask, with how many have each, at level 0 of the roll-up buffers.
    ///
    /// - Returns: Whether that was possible; `false` as soon as there are too many different ones.
    func collapse(
        _ keys: UnsafePointer<UInt64>, _ count: Int, mask: UInt64, _ collapsing: inout Collapsing
    ) -> Bool {
        var (tableSize, distinct) = (collapsing.tableSize, collapsing.distinct)
        var places = unsafe hashPlaces.reserve(tableSize, level: 0)
        var out = unsafe rolledKeys.reserve(tableSize / 2 + 1, level: 0)
        var weights = unsafe rolledWeights.reserve(tableSize / 2 + 1, level: 0)
        for index in 0..<count {
            let key = unsafe keys[index] & mask
            var slot = Self.slot(key, tableSize)
            while true {
                let place = unsafe Int(places[slot])
                if place == 0 {
                    unsafe out[distinct] = key
                    unsafe weights[distinct] = 1
                    distinct &+= 1
                    unsafe places[slot] = UInt32(truncatingIfNeeded: distinct)
                    if distinct > collapsing.most { return false }
                    if distinct &* 2 > tableSize {
                        tableSize *= 4
                        unsafe (places, out, weights) = regrow(tableSize, distinct)
                    }
                    break
                }
                if unsafe out[place &- 1] == key {
                    unsafe weights[place &- 1] &+= 1
                    break
                }
                slot = (slot &+ 1) & (tableSize &- 1)
            }
        }
        (collapsing.tableSize, collapsing.distinct) = (tableSize, distinct)
        return true
    }

    /// A larger table over the keys found so far.
    private func regrow(
        _ tableSize: Int, _ distinct: Int
    ) -> (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>) {
        let savedKeys = unsafe rolledKeys.reserve(distinct, level: 1)
        let savedWeights = unsafe rolledWeights.reserve(distinct, level: 1)
        unsafe savedKeys.update(from: rolledKeys.reserve(distinct, level: 0), count: distinct)
        unsafe savedWeights.update(from: rolledWeights.reserve(distinct, level: 0), count: distinct)
        let keys = unsafe rolledKeys.reserve(tableSize / 2 + 1, level: 0)
        let weights = unsafe rolledWeights.reserve(tableSize / 2 + 1, level: 0)
        unsafe keys.update(from: savedKeys, count: distinct)
        unsafe weights.update(from: savedWeights, count: distinct)
        let places = unsafe hashTable(tableSize)
        for place in 0..<distinct {
            var slot = unsafe Self.slot(keys[place], tableSize)
            while unsafe places[slot] != 0 { slot = (slot &+ 1) & (tableSize &- 1) }
            unsafe places[slot] = UInt32(truncatingIfNeeded: place &+ 1)
        }
        return unsafe (places, keys, weights)
    }

    /// Counts a combination from its weighted classes, then those that have fewer of the fields from `next` on.
    ///
    /// - Parameters:
    ///   - present: One bit for each field of the roll-up that the keys still have; the first field has the lowest bit.
    ///   - next: The first field that may be dropped.
    func merge(
        _ keys: UnsafeMutablePointer<UInt64>, _ weights: UnsafeMutablePointer<UInt32>, _ count: Int, present: UInt64,
        next: Int, level: Int, context: RollUp
    ) {
        let number = number(of: present, context)
        let excluded = excludedParts(of: present, context)
        if excluded.isEmpty {
            for index in 0..<count { record(number, size: unsafe Int(weights[index])) }
        } else {
            for index in 0..<count {
                let key = unsafe keys[index]
                let complete = excluded.allSatisfy { key >> $0.shift & $0.mask != $0.code }
                if complete { record(number, size: unsafe Int(weights[index])) }
            }
        }
        let fields = shape.fieldCount - context.from
        for field in next..<max(next, fields) {
            let remaining = present & ~(UInt64(1) << UInt64(field))
            if remaining == 0 { continue }
            let (childKeys, childWeights, distinct) = unsafe drop(
                field, from: keys, weights, count, present: present, level: level + 1, context: context)
            unsafe merge(
                childKeys, childWeights, distinct, present: remaining, next: field + 1, level: level + 1,
                context: context)
        }
    }

    /// Takes one field out of the keys and adds up the weights of those that become equal.
    func drop(
        _ field: Int, from keys: UnsafePointer<UInt64>, _ weights: UnsafePointer<UInt32>, _ count: Int, present: UInt64,
        level: Int, context: RollUp
    ) -> (UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>, Int) {
        var below = 0
        var above = 0
        for other in 0..<(shape.fieldCount - context.from) where (present >> UInt64(other)) & 1 == 1 {
            let width = Int(shape.widths[context.from + other])
            if other > field { below += width }
            if other < field { above += width }
        }
        return unsafe regroup(
            keys, weights, count, below: below, dropped: Int(shape.widths[context.from + field]), above: above,
            level: level)
    }

    /// Removes `dropped` bits from the keys, between `below` lower and `above` upper ones, and adds up the weights of keys
    /// that become equal.
    func regroup(
        _ keys: UnsafePointer<UInt64>, _ weights: UnsafePointer<UInt32>, _ count: Int, below: Int, dropped: Int,
        above: Int, level: Int
    ) -> (UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>, Int) {
        let low = (UInt64(1) << UInt64(below)) &- 1
        let upper = UInt64(below + dropped)
        let below64 = UInt64(below)
        @inline(__always) func shortened(_ key: UInt64) -> UInt64 {
            upper == 64 ? key & low : ((key &>> upper) &<< below64) | (key & low)
        }
        let out = unsafe rolledKeys.reserve(count, level: level)
        let sums = unsafe rolledWeights.reserve(count, level: level)
        var distinct = 0
        if above + below <= 16 && 1 << (above + below) <= max(count * 16, 1 << 10) {
            let cells = unsafe hashTable(1 << (above + below))
            for index in 0..<count {
                let key = shortened(unsafe keys[index])
                let cell = unsafe cells[Int(truncatingIfNeeded: key)]
                unsafe out[distinct] = key
                distinct &+= cell == 0 ? 1 : 0
                unsafe cells[Int(truncatingIfNeeded: key)] = cell &+ weights[index]
            }
            for index in 0..<distinct { unsafe sums[index] = cells[Int(truncatingIfNeeded: out[index])] }
            return unsafe (out, sums, distinct)
        }
        var tableSize = 1 << 8
        while tableSize < count * 2 { tableSize *= 2 }
        let places = unsafe hashTable(tableSize)
        for index in 0..<count {
            let key = shortened(unsafe keys[index])
            var slot = Self.slot(key, tableSize)
            while true {
                let place = unsafe Int(places[slot])
                if place == 0 {
                    unsafe out[distinct] = key
                    unsafe sums[distinct] = weights[index]
                    distinct &+= 1
                    unsafe places[slot] = UInt32(truncatingIfNeeded: distinct)
                    break
                }
                if unsafe out[place &- 1] == key {
                    unsafe sums[place &- 1] &+= weights[index]
                    break
                }
                slot = (slot &+ 1) & (tableSize &- 1)
            }
        }
        return unsafe (out, sums, distinct)
    }

    /// Where the keys of a combination hold codes that leave records out.
    private func excludedParts(
        of present: UInt64, _ context: RollUp
    ) -> [(shift: UInt64, mask: UInt64, code: UInt64)] {
        if shape.excludingPositions.isEmpty { return [] }
        var parts: [(shift: UInt64, mask: UInt64, code: UInt64)] = []
        var shift: UInt64 = 0
        for field in (0..<(shape.fieldCount - context.from)).reversed() where (present >> UInt64(field)) & 1 == 1 {
            let width = UInt64(shape.widths[context.from + field])
            if let code = shape.excludedCodes[context.from + field] {
                parts.append((shift, (UInt64(1) << width) &- 1, UInt64(code)))
            }
            shift += width
        }
        return parts
    }

    /// The number of the combination that adds the present fields.
    private func number(of present: UInt64, _ context: RollUp) -> UInt32 {
        var number = context.combination
        var base = context.base
        var depth = context.depth
        for field in 0..<(shape.fieldCount - context.from) where (present >> UInt64(field)) & 1 == 1 {
            number = child(of: number, base: base, position: context.from + field, depth: depth)
            base = context.from + field + 1
            depth -= 1
        }
        return number
    }

    /// Zeroed places, a power of two.
    private func hashTable(_ size: Int) -> UnsafeMutablePointer<UInt32> {
        let places = unsafe hashPlaces.reserve(size, level: 0)
        unsafe places.update(repeating: 0, count: size)
        return unsafe places
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ tableSize: Int) -> Int {
        let hash = key &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: (hash ^ hash &>> 32) &>> 8) & (tableSize &- 1)
    }
}
