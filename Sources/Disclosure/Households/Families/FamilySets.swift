import Microdata

/// The members of each family as sorted numbers, and a hash of each family that does not depend on their order.
struct FamilySets: Sendable {
    /// Class and area of each member, family by family and sorted within each.
    private let keys: [UInt64]
    private let starts: [UInt32]
    /// A hash of each family.
    let hashes: [UInt64]
    /// The families that stay, when some are left out.
    let kept: [UInt32]?

    /// The number in place of the class of a member that leaves its family out.
    private static let excluded = UInt32.max

    /// - Parameter translation: For each class on all member fields the class that counts.
    /// - Complexity: O(records) time while few families are large; 8 bytes per record and per family.
    init(_ members: FamilyMembers, translation: [UInt32], withArea: Bool) {
        let count = members.groups.count
        let share = 1 << 15
        let blocks = (count + share - 1) / share
        let slots = DisjointBuffer<Block?>(blocks)
        Workers(members.threads).run(blocks) { _, block in
            let families = block * share..<min((block + 1) * share, count)
            slots[block] = Block(members, families, translation: translation, withArea: withArea)
        }
        let parts = slots.results()
        starts = members.groups.starts
        keys = Array(parts.map(\.keys).joined())
        hashes = Array(parts.map(\.hashes).joined())
        if parts.allSatisfy(\.leftOut.isEmpty) {
            kept = nil
        } else {
            var isLeftOut = [Bool](repeating: false, count: count)
            for family in parts.lazy.flatMap(\.leftOut) { isLeftOut[Int(family)] = true }
            kept = (0..<UInt32(count)).filter { !isLeftOut[Int($0)] }
        }
    }

    /// The sets of some families that lie one after the other.
    private struct Block: Sendable {
        let keys: [UInt64]
        let hashes: [UInt64]
        /// The families that are left out.
        let leftOut: [UInt32]

        init(_ members: FamilyMembers, _ families: Range<Int>, translation: [UInt32], withArea: Bool) {
            let starts = members.groups.starts
            let offset = Int(starts[families.lowerBound])
            var keys = [UInt64](repeating: 0, count: Int(starts[families.upperBound]) - offset)
            var hashes = [UInt64](repeating: 0, count: families.count)
            var leftOut: [UInt32] = []
            var keySpan = keys.mutableSpan
            var hashSpan = hashes.mutableSpan
            let (classes, areas, table) = (members.classes.span, members.areas.span, translation.span)
            let bounds = starts.span
            for family in families {
                let (start, end) = (Int(bounds[family]), Int(bounds[family + 1]))
                var sum: UInt64 = 0
                var isComplete = true
                for place in start..<end {
                    let number = table[Int(classes[place])]
                    let area = withArea ? areas[place] : 0
                    if number == FamilySets.excluded || area == FamilySets.excluded { isComplete = false }
                    let key = (UInt64(area) &<< 32) | UInt64(number)
                    sum &+= FamilySets.mixed(key)
                    let first = end - start <= FamilySets.insertionLimit ? start : place
                    FamilySets.insert(key, at: place - offset, notBefore: first - offset, into: &keySpan)
                }
                hashSpan[family - families.lowerBound] = sum
                if !isComplete { leftOut.append(UInt32(family)) }
            }
            for family in families where Int(starts[family + 1] - starts[family]) > FamilySets.insertionLimit {
                keys[Int(starts[family]) - offset..<Int(starts[family + 1]) - offset].sort()
            }
            (self.keys, self.hashes, self.leftOut) = (keys, hashes, leftOut)
        }
    }

    /// Puts a key behind those of its family that are not larger, all of which stand before it.
    ///
    /// Families are small, so that each member moves past a few at most.
    @inline(__always)
    private static func insert(_ key: UInt64, at place: Int, notBefore first: Int, into keys: inout MutableSpan<UInt64>)
    {
        var slot = place
        while slot > first, keys[slot - 1] > key {
            keys[slot] = keys[slot - 1]
            slot -= 1
        }
        keys[slot] = key
    }

    /// Families with more members are sorted once they are whole.
    private static let insertionLimit = 24

    /// The members of a family, sorted.
    func members(of family: Int) -> ArraySlice<UInt64> { keys[Int(starts[family])..<Int(starts[family + 1])] }

    /// Whether two families have the same members.
    func areEqual(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (Int(starts[one]), Int(starts[other]))
        let count = Int(starts[one + 1]) - first
        if count != Int(starts[other + 1]) - second { return false }
        for offset in 0..<count where keys[first + offset] != keys[second + offset] { return false }
        return true
    }

    /// The finaliser of SplitMix64 after an odd multiple, so that small numbers spread over all bits.
    @inline(__always)
    private static func mixed(_ key: UInt64) -> UInt64 {
        var bits = (key &+ 1) &* 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ bits &>> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits &>> 27) &* 0x94d0_49bb_1331_11eb
        return bits ^ bits &>> 31
    }
}
