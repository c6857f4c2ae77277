import Counting
import Microdata

/// How few members an intruder must know to give a family away: families that one member, two members or all single out.
///
/// A family is given away by some of its members when no other family holds members like these. It is given away by all when
/// no other family has exactly the same members. One member or two are the best ones: those that suit the intruder most.
package struct KnownMembers: Sendable, Hashable {
    /// The families of one size.
    package struct SizeClass: Sendable, Hashable {
        /// Members of each family.
        package let members: Int
        /// The number of such families.
        package let families: Int
        /// Those that one member gives away.
        package let byOne: Int
        /// Those that two members give away, or the only one; `nil` when there are too many pairs to count.
        package let byTwo: Int?
        /// Those that all members together give away.
        package let byAll: Int
    }

    /// Families by number of members, ascending.
    package let sizes: [SizeClass]

    /// Counts the families that known members give away.
    ///
    /// - Parameters:
    ///   - members: What is known of each member.
    ///   - fingerprints: The families that are alike, by the same fields and area.
    ///   - persons: The members that are alike, by the same fields and area.
    ///   - pairLimit: The most pairs of members that are looked at; 8 for each record when `nil`.
    /// - Complexity: O(records + pairs of members of one family) time; 32 bytes for each such pair.
    package init(
        _ members: FamilyMembers, _ fingerprints: FamilyFingerprints, _ persons: PersonClasses, pairLimit: Int? = nil
    ) {
        let groups = members.groups
        let holders = Self.holders(groups, fingerprints, persons)
        var (isByOne, first, second, owner) = (
            [Bool](repeating: false, count: groups.count), [UInt32](), [UInt32](), [UInt32]()
        )
        let limit = pairLimit ?? groups.records * 8 + (1 << 20)
        var isWithinLimit = true
        Self.forEachFamily(groups, fingerprints, persons) { family, all in
            // A member like no other gives the family away, and no other family has a pair with him.
            let numbers = all.filter { holders[Int($0)] > 1 }
            isByOne[family] = numbers.count < all.count
            for place in numbers.indices where isWithinLimit && (place == 0 || numbers[place - 1] != numbers[place]) {
                for other in place + 1..<max(numbers.count, place + 1)
                where other == place + 1 || numbers[other - 1] != numbers[other] {
                    first.append(numbers[place])
                    second.append(numbers[other])
                    owner.append(UInt32(family))
                }
                isWithinLimit = first.count <= limit
            }
        }
        var isByTwo = isByOne
        if isWithinLimit {
            let kinds = max(persons.sizes.count, 1)
            let threads = Workers(members.threads).count
            let columns = GroupingColumns(
                [.init(codes: .uint32(first), cardinality: kinds), .init(codes: .uint32(second), cardinality: kinds)],
                records: first.count, threads: threads)
            let (numbers, counts) = KeyGrouping(columns, threads: threads).classes()
            for (pair, number) in numbers.enumerated() where counts[Int(number)] == 1 {
                isByTwo[Int(owner[pair])] = true
            }
        }
        var tallies = TalliesBySize((families: 0, one: 0, two: 0, all: 0))
        for family in 0..<groups.count {
            guard let alike = fingerprints.size(of: family) else { continue }
            let size = groups.size(of: family)
            tallies[size].families += 1
            if isByOne[family] { tallies[size].one += 1 }
            if isByTwo[family] { tallies[size].two += 1 }
            if alike == 1 { tallies[size].all += 1 }
        }
        sizes = tallies.sorted { $0.families > 0 }.map { size, tally in
            SizeClass(
                members: size, families: tally.families, byOne: tally.one,
                byTwo: size == 1 ? tally.one : isWithinLimit ? tally.two : nil, byAll: tally.all)
        }
    }

    /// How many families hold a member of each class.
    private static func holders(
        _ groups: FamilyGroups, _ fingerprints: FamilyFingerprints, _ persons: PersonClasses
    ) -> [UInt32] {
        var holders = [UInt32](repeating: 0, count: persons.sizes.count)
        forEachFamily(groups, fingerprints, persons) { _, numbers in
            for (place, number) in numbers.enumerated() where place == 0 || numbers[place - 1] != number {
                holders[Int(number)] += 1
            }
        }
        return holders
    }

    /// Calls the body with every family that counts and the sorted classes of its members.
    @inline(__always)
    private static func forEachFamily(
        _ groups: FamilyGroups, _ fingerprints: FamilyFingerprints, _ persons: PersonClasses,
        _ body: (Int, [UInt32]) -> Void
    ) {
        var numbers: [UInt32] = []
        for family in 0..<groups.count where fingerprints.classOf[family] != FamilyFingerprints.excluded {
            numbers.removeAll(keepingCapacity: true)
            for place in Int(groups.starts[family])..<Int(groups.starts[family + 1]) {
                numbers.append(persons.classOf[place])
            }
            if numbers.count > 1 { numbers.sort() }
            body(family, numbers)
        }
    }
}
