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
        let starts = members.groups.starts
        let count = members.groups.count
        let (classes, areas) = (members.classes, members.areas)
        let workers = Workers(members.threads)
        let share = 1 << 15
        let blocks = (count + share - 1) / share
        let parts = DisjointBuffer<[UInt64]?>(blocks)
        let sums = DisjointBuffer<[UInt64]?>(blocks)
        let left = DisjointBuffer<[UInt32]?>(blocks)
        workers.run(blocks) { _, block in
            let families = block * share..<min((block + 1) * share, count)
            let offset = Int(starts[families.lowerBound])
            var keys = [UInt64](repeating: 0, count: Int(starts[families.upperBound]) - offset)
            var hashes = [UInt64](repeating: 0, count: families.count)
            var without: [UInt32] = []
            var keySpan = keys.mutableSpan
            var hashSpan = hashes.mutableSpan
            let (classSpan, areaSpan, table, bounds) = (classes.span, areas.span, translation.span, starts.span)
            for family in families {
                let (start, end) = (Int(bounds[family]), Int(bounds[family + 1]))
                var sum: UInt64 = 0
                var isComplete = true
                for place in start..<end {
                    let number = table[Int(classSpan[place])]
                    let area = withArea ? areaSpan[place] : 0
                    if number == Self.excluded || area == Self.excluded { isComplete = false }
                    let key = (UInt64(area) &<< 32) | UInt64(number)
                    sum &+= Self.mixed(key)
                    // Families are small, so that each member moves past a few at most.
                    var slot = place - offset
                    while slot > start - offset, keySpan[slot - 1] > key, end - start <= Self.insertionLimit {
                        keySpan[slot] = keySpan[slot - 1]
                        slot -= 1
                    }
                    keySpan[slot] = key
                }
                hashSpan[family - families.lowerBound] = sum
                if !isComplete { without.append(UInt32(family)) }
            }
            for family in families where Int(starts[family + 1] - starts[family]) > Self.insertionLimit {
                keys[Int(starts[family]) - offset..<Int(starts[family + 1]) - offset].sort()
            }
            parts[block] = keys
            sums[block] = hashes
            left[block] = without
        }
        self.starts = starts
        keys = Array(parts.results().joined())
        hashes = Array(sums.results().joined())
        let without = Array(left.results().joined())
        if without.isEmpty {
            kept = nil
        } else {
            var isLeftOut = [Bool](repeating: false, count: count)
            for family in without { isLeftOut[Int(family)] = true }
            kept = (0..<UInt32(count)).filter { !isLeftOut[Int($0)] }
        }
    }

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
