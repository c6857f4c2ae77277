/// Adds up the records of pairs of a prefix and a suffix: in a table of all pairs where few are possible, else by hashing
/// in a table that grows with the classes, so that few classes stay in the cache however many rows there are.
///
/// Memory is used again for one node after the other.
struct ClassCount {
    private var sizes: [UInt32] = []
    private var keys: [UInt64] = []
    /// The places of the table in use.
    private var places = 0
    private var isDense = false
    private var width = 1

    /// Counts rows.
    ///
    /// - Parameters:
    ///   - groups: The group of each suffix.
    ///   - width: What all groups are below.
    mutating func count(_ rows: ClassRows, groups: [UInt32], below width: Int) {
        self.width = width
        let (domain, overflow) = rows.prefixes.multipliedReportingOverflow(by: width)
        isDense = !overflow && domain <= max(1 << 14, min(rows.counts.count * 2, 1 << 20))
        if isDense {
            clear(domain)
            countDense(rows, groups)
        } else {
            clear(1 << 12)
            countHashed(rows, groups)
        }
    }

    /// Calls the body with each class: its prefix, its group and its records.
    @inline(__always)
    func forEach(_ body: (_ prefix: Int, _ group: Int, _ size: UInt32) -> Void) {
        let all = sizes.span
        if isDense {
            for place in 0..<places where all[place] > 0 { body(place / width, place % width, all[place]) }
        } else {
            let keys = keys.span
            for place in 0..<places where all[place] > 0 {
                body(Int(keys[place] &>> 32), Int(keys[place] & 0xffff_ffff), all[place])
            }
        }
    }

    /// The sizes of all classes, with zeros between them.
    @inline(__always)
    func forEachSize(_ body: (UInt32) -> Void) {
        let all = sizes.span
        for place in 0..<places { body(all[place]) }
    }

    private mutating func clear(_ places: Int) {
        self.places = places
        if sizes.count < places { sizes = [UInt32](repeating: 0, count: places) }
        if !isDense, keys.count < places { keys = [UInt64](repeating: 0, count: places) }
        var all = sizes.mutableSpan
        for place in 0..<places { all[place] = 0 }
    }

    private mutating func countDense(_ rows: ClassRows, _ groups: [UInt32]) {
        let width = width
        var all = sizes.mutableSpan
        let (prefixOf, suffixOf, counts, groupOf) = (
            rows.prefixOf.span, rows.suffixOf.span, rows.counts.span, groups.span
        )
        for row in prefixOf.indices {
            let place = Int(prefixOf[row]) &* width &+ Int(groupOf[Int(suffixOf[row])])
            all[place] &+= counts[row]
        }
    }

    private mutating func countHashed(_ rows: ClassRows, _ groups: [UInt32]) {
        var row = 0
        var classes = 0
        while true {
            (row, classes) = Self.countHashed(
                rows, groups, from: row, classes: classes, in: places, sizes: &sizes, keys: &keys)
            if row == rows.counts.count { return }
            let old = (sizes: sizes, keys: keys, places: places)
            clear(places * 4)
            Self.move(old.sizes, old.keys, old.places, to: places, sizes: &sizes, keys: &keys)
        }
    }

    /// Counts until the table is half full or all rows are counted.
    private static func countHashed(
        _ rows: ClassRows, _ groups: [UInt32], from start: Int, classes found: Int, in places: Int,
        sizes: inout [UInt32], keys: inout [UInt64]
    ) -> (row: Int, classes: Int) {
        var all = sizes.mutableSpan
        var slots = keys.mutableSpan
        let (prefixOf, suffixOf, counts, groupOf) = (
            rows.prefixOf.span, rows.suffixOf.span, rows.counts.span, groups.span
        )
        let (mask, limit) = (places - 1, places / 2)
        var classes = found
        var row = start
        while row < counts.count, classes < limit {
            let key = UInt64(prefixOf[row]) &<< 32 | UInt64(groupOf[Int(suffixOf[row])])
            var slot = Int(truncatingIfNeeded: GroupingScratch.hash(key) &>> 16) & mask
            while all[slot] != 0, slots[slot] != key { slot = (slot &+ 1) & mask }
            if all[slot] == 0 {
                slots[slot] = key
                classes &+= 1
            }
            all[slot] &+= counts[row]
            row &+= 1
        }
        return (row, classes)
    }

    /// Moves the classes of a table to an empty one.
    private static func move(
        _ oldSizes: [UInt32], _ oldKeys: [UInt64], _ old: Int, to places: Int, sizes: inout [UInt32],
        keys: inout [UInt64]
    ) {
        var all = sizes.mutableSpan
        var slots = keys.mutableSpan
        for place in 0..<old where oldSizes[place] > 0 {
            var slot = Int(truncatingIfNeeded: GroupingScratch.hash(oldKeys[place]) &>> 16) & (places &- 1)
            while all[slot] != 0 { slot = (slot &+ 1) & (places &- 1) }
            slots[slot] = oldKeys[place]
            all[slot] = oldSizes[place]
        }
    }
}
