package import Counting
import Microdata

/// Families that are alike: the classes of families with the same fingerprint.
///
/// The fingerprint of a family is the multiset of its members' values, each with the member's area where one is known. A
/// family with members in two areas is therefore like another with the same members in the same two areas only.
///
/// Families are put together by a hash of the multiset that does not depend on the order of members (a sum of mixed values),
/// and every family is then compared in full with the first one of its class, so that the classes are exact whatever the
/// hash does.
package struct FamilyFingerprints: Sendable, Hashable {
    /// The class of each family; `excluded` where a missing value leaves the family out.
    package let classOf: [UInt32]
    /// The number of families in each class.
    package let sizes: [UInt32]

    /// The class of a family that is left out.
    package static let excluded = UInt32.max

    /// The fingerprints of families.
    ///
    /// - Parameters:
    ///   - members: What is known of each member.
    ///   - fields: The member fields that count, by their places; none for the number of members alone. All when `nil`.
    ///   - withArea: Whether the area counts; it must be known.
    /// - Throws: `CountingError`.
    /// - Complexity: O(records) expected time while few families are large; 8 bytes per record and 32 per family.
    package init(_ members: FamilyMembers, fields: [Int]? = nil, withArea: Bool) throws(CountingError) {
        try self.init(members, fields: fields, withArea: withArea, hashMask: .max)
    }

    /// The same with only some bits of the hash, so that a test can make families collide.
    init(
        _ members: FamilyMembers, fields: [Int]?, withArea: Bool, hashMask: UInt64
    ) throws(CountingError) {
        precondition(!withArea || members.hasArea, "an area was asked for where none is known")
        let sets = FamilySets(
            members, translation: try members.translation(to: fields ?? Array(0..<members.fieldCount)),
            withArea: withArea)
        let hashes = sets.hashes.map { $0 & hashMask }
        let kept = sets.kept
        func half(_ shift: UInt64) -> GroupingColumns.Part {
            let codes =
                kept.map { $0.map { UInt32(truncatingIfNeeded: hashes[Int($0)] >> shift) } }
                ?? hashes.map { UInt32(truncatingIfNeeded: $0 >> shift) }
            return GroupingColumns.Part(codes: .uint32(codes), cardinality: 1 << 32)
        }
        let workers = Workers(members.threads)
        let columns = GroupingColumns(
            [half(0), half(32)], records: kept?.count ?? hashes.count, threads: workers.count)
        var (numbers, sizes) = KeyGrouping(columns, threads: workers.count).classes()
        Self.separate(&numbers, &sizes, sets, kept, workers)
        self.sizes = sizes
        guard let kept else {
            classOf = numbers
            return
        }
        var classOf = [UInt32](repeating: Self.excluded, count: hashes.count)
        for (family, number) in zip(kept, numbers) { classOf[Int(family)] = number }
        self.classOf = classOf
    }

    /// Gives families that share a hash but not the members new classes behind the others.
    private static func separate(
        _ numbers: inout [UInt32], _ sizes: inout [UInt32], _ sets: FamilySets, _ kept: [UInt32]?, _ workers: Workers
    ) {
        func family(_ index: Int) -> Int { kept.map { Int($0[index]) } ?? index }
        var firsts = [UInt32](repeating: .max, count: sizes.count)
        for (index, number) in numbers.enumerated() where firsts[Int(number)] == .max {
            firsts[Int(number)] = UInt32(family(index))
        }
        let share = 1 << 16
        let blocks = (numbers.count + share - 1) / share
        let strangers = DisjointBuffer<[Int]?>(blocks)
        let (ofIndex, firstOf) = (numbers, firsts)
        workers.run(blocks) { _, block in
            strangers[block] = (block * share..<min((block + 1) * share, ofIndex.count)).filter { index in
                let own = kept.map { Int($0[index]) } ?? index
                let first = Int(firstOf[Int(ofIndex[index])])
                return own != first && !sets.areEqual(own, first)
            }
        }
        var others: [UInt32: [(family: Int, number: UInt32)]] = [:]
        for index in strangers.results().joined() {
            let (own, old) = (family(index), numbers[index])
            sizes[Int(old)] -= 1
            if let alike = others[old]?.first(where: { sets.areEqual(own, $0.family) }) {
                numbers[index] = alike.number
                sizes[Int(alike.number)] += 1
            } else {
                numbers[index] = UInt32(sizes.count)
                others[old, default: []].append((own, UInt32(sizes.count)))
                sizes.append(1)
            }
        }
    }

    /// The class sizes, counted.
    package var histogram: SizeHistogram {
        var tally = SizeTally()
        for size in sizes { tally.add(Int(size)) }
        return SizeTally.histogram([tally])
    }

    /// The number of families like a family, itself included; `nil` when it is left out.
    package func size(of family: Int) -> Int? {
        classOf[family] == Self.excluded ? nil : Int(sizes[Int(classOf[family])])
    }
}
