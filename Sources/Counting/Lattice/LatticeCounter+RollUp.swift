extension LatticeCounter {
    /// What a roll-up needs to know of the group it counts.
    struct RollUp {
        var combination: UInt32
        var base: Int
        var from: Int
        var depth: Int
    }

    /// Different keys, and how many records have each.
    struct Weighted: Sendable {
        var keys: Cells<UInt64>
        var weights: Cells<UInt32>
        var count: Int { keys.count }
    }

    /// A roll-up is worth its memory when it leaves at most this share of a group's records.
    static let collapsedShare = 0.25

    /// Collapses a group's equal records into weighted ones and counts all extensions by merging those, field by field.
    ///
    /// - Returns: Whether it did; `false`, with nothing counted, when too few records are equal.
    func rollUp(_ keys: Cells<UInt64>, combination: UInt32, base: Int, from: Int, depth: Int) -> Bool {
        let bits = UInt64(shape.shifts[from]) + UInt64(shape.widths[from])
        let own = bits == 64 ? UInt64.max : (UInt64(1) << bits) &- 1
        var collapsing = collapsing(keys.count, most: Int(Double(keys.count) * Self.collapsedShare))
        if !collapse(keys, mask: own, &collapsing) { return false }
        let context = RollUp(combination: combination, base: base, from: from, depth: depth)
        let fields = shape.fieldCount - from
        merge(
            collapsed(collapsing.distinct), present: (UInt64(1) << UInt64(fields)) &- 1, next: 0, level: 0,
            context: context)
        return true
    }

    /// How far the collapse of a group has come.
    struct Collapsing {
        /// The keys by hash; they are in the list at level 0 of the roll-up buffers.
        var table: OpenTable
        /// Different keys so far.
        var distinct = 0
        /// The most different keys.
        let most: Int
    }

    /// The start of a collapse of a number of records to at most a number of keys.
    func collapsing(_ count: Int, most: Int) -> Collapsing {
        var slots = 1 << 12
        while slots < 1 << 16 && slots < count * 2 { slots *= 2 }
        _ = listed(for: slots)
        return Collapsing(table: hashMemory.listed(slots: slots), most: most)
    }

    /// Adds records to the different keys under a mask, with how many have each, at level 0 of the roll-up buffers.
    ///
    /// - Returns: Whether that was possible; `false` as soon as there are too many different ones.
    func collapse(_ keys: Cells<UInt64>, mask: UInt64, _ collapsing: inout Collapsing) -> Bool {
        var (table, distinct) = (collapsing.table, collapsing.distinct)
        var list = listed(for: table.count)
        for index in 0..<keys.count {
            let key = keys[index] & mask
            let (slot, number) = table.find(key, in: list.keys)
            if number != 0 {
                list.weights[Int(number) &- 1] &+= 1
                continue
            }
            list.keys[distinct] = key
            list.weights[distinct] = 1
            distinct &+= 1
            table[slot] = UInt32(truncatingIfNeeded: distinct)
            if distinct > collapsing.most { return false }
            if distinct &* 2 > table.count { (table, list) = regrow(table.count * 4, distinct) }
        }
        (collapsing.table, collapsing.distinct) = (table, distinct)
        return true
    }

    /// The different keys of a collapse.
    func collapsed(_ distinct: Int) -> Weighted {
        Weighted(keys: rolledKeys.cells(distinct, level: 0), weights: rolledWeights.cells(distinct, level: 0))
    }

    /// Room for the keys of a table.
    private func listed(for slots: Int) -> Weighted { collapsed(slots / 2 + 1) }

    /// A larger table over the keys found so far.
    private func regrow(_ slots: Int, _ distinct: Int) -> (OpenTable, Weighted) {
        let saved = Weighted(
            keys: rolledKeys.cells(distinct, level: 1), weights: rolledWeights.cells(distinct, level: 1))
        let small = collapsed(distinct)
        saved.keys.copy(small.keys)
        saved.weights.copy(small.weights)
        let list = listed(for: slots)
        list.keys.copy(saved.keys)
        list.weights.copy(saved.weights)
        let table = hashMemory.listed(slots: slots)
        for place in 0..<distinct {
            let (slot, _) = table.find(list.keys[place], in: list.keys)
            table[slot] = UInt32(truncatingIfNeeded: place &+ 1)
        }
        return (table, list)
    }

    /// Counts a combination from its weighted classes, then those that have fewer of the fields from `next` on.
    ///
    /// - Parameters:
    ///   - present: One bit for each field of the roll-up that the keys still have; the first field has the lowest bit.
    ///   - next: The first field that may be dropped.
    func merge(_ classes: Weighted, present: UInt64, next: Int, level: Int, context: RollUp) {
        let number = number(of: present, context)
        let excluded = excludedParts(of: present, context)
        if excluded.isEmpty {
            for index in 0..<classes.count { record(number, size: Int(classes.weights[index])) }
        } else {
            for index in 0..<classes.count {
                let key = classes.keys[index]
                let complete = excluded.allSatisfy { key >> $0.shift & $0.mask != $0.code }
                if complete { record(number, size: Int(classes.weights[index])) }
            }
        }
        let fields = shape.fieldCount - context.from
        for field in next..<max(next, fields) {
            let remaining = present & ~(UInt64(1) << UInt64(field))
            if remaining == 0 { continue }
            let child = drop(field, from: classes, present: present, level: level + 1, context: context)
            merge(child, present: remaining, next: field + 1, level: level + 1, context: context)
        }
    }

    /// Takes one field out of the keys and adds up the weights of those that become equal.
    func drop(
        _ field: Int, from classes: Weighted, present: UInt64, level: Int, context: RollUp
    ) -> Weighted {
        var below = 0
        var above = 0
        for other in 0..<(shape.fieldCount - context.from) where (present >> UInt64(other)) & 1 == 1 {
            let width = Int(shape.widths[context.from + other])
            if other > field { below += width }
            if other < field { above += width }
        }
        return regroup(
            classes, below: below, dropped: Int(shape.widths[context.from + field]), above: above, level: level)
    }

    /// Removes `dropped` bits from the keys, between `below` lower and `above` upper ones, and adds up the weights of keys
    /// that become equal.
    func regroup(_ classes: Weighted, below: Int, dropped: Int, above: Int, level: Int) -> Weighted {
        let low = (UInt64(1) << UInt64(below)) &- 1
        let upper = UInt64(below + dropped)
        let below64 = UInt64(below)
        @inline(__always) func shortened(_ key: UInt64) -> UInt64 {
            upper == 64 ? key & low : ((key &>> upper) &<< below64) | (key & low)
        }
        let (keys, weights, count) = (classes.keys, classes.weights, classes.count)
        let out = rolledKeys.cells(count, level: level)
        let sums = rolledWeights.cells(count, level: level)
        var distinct = 0
        if above + below <= 16 && 1 << (above + below) <= max(count * 16, 1 << 10) {
            let cells = hashMemory.zeros(1 << (above + below))
            // A key that is not new is written where the next new one goes.
            for index in 0..<count {
                let key = shortened(keys[index])
                let cell = cells[Int(truncatingIfNeeded: key)]
                out[distinct] = key
                distinct &+= cell == 0 ? 1 : 0
                cells[Int(truncatingIfNeeded: key)] = cell &+ weights[index]
            }
            for index in 0..<distinct { sums[index] = cells[Int(truncatingIfNeeded: out[index])] }
        } else {
            let table = hashMemory.listed(slots: OpenTable.slots(for: count))
            for index in 0..<count {
                let key = shortened(keys[index])
                let (slot, number) = table.find(key, in: out)
                if number == 0 {
                    out[distinct] = key
                    sums[distinct] = weights[index]
                    distinct &+= 1
                    table[slot] = UInt32(truncatingIfNeeded: distinct)
                } else {
                    sums[Int(number) &- 1] &+= weights[index]
                }
            }
        }
        return Weighted(keys: out.part(0, distinct), weights: sums.part(0, distinct))
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
}
