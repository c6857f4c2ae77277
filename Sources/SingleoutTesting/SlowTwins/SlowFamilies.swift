public import Counting
public import Microdata

/// Slow and obvious versions of what is found out about families, to compare with.
public struct SlowFamilies {
    /// The family of each record, numbered by first appearance.
    public let familyOf: [Int]
    /// The records of each family.
    public let families: [[Int]]

    /// Families of records that agree on all columns and have a value in at least one field of each group that is needed;
    /// any other record is a family of its own.
    ///
    /// - Complexity: O(records x fields) expected time and memory.
    public init(agreeingOn columns: [Column], needing needed: [[Int]]) {
        let texts = columns.map(Self.texts)
        var numberOf: [[String?]: Int] = [:]
        var families: [[Int]] = []
        familyOf = (0..<(columns.first?.count ?? 0)).map { record in
            let key = texts.map { $0[record] }
            let isComplete = needed.allSatisfy { group in group.isEmpty || group.contains { key[$0] != nil } }
            if isComplete, let number = numberOf[key] {
                families[number].append(record)
                return number
            }
            if isComplete { numberOf[key] = families.count }
            families.append([record])
            return families.count - 1
        }
        self.families = families
    }

    /// The members of each family as sorted texts; `nil` for a family that a missing value leaves out.
    ///
    /// - Parameters:
    ///   - columns: The fields that are known of each member.
    ///   - area: The area in which a member lives.
    ///   - missing: `category` or `exclude`.
    public func sets(of columns: [Column], area: Column?, missing: MissingSemantics) -> [[String]?] {
        let texts = (columns + [area].compactMap(\.self)).map(Self.texts)
        return families.map { records in
            var members: [String] = []
            for record in records {
                let values = texts.map { $0[record] }
                if missing == .exclude, values.contains(nil) { return nil }
                members.append(values.map { $0.map { "=" + $0 } ?? "none" }.joined(separator: "|"))
            }
            return members.sorted()
        }
    }

    /// For each family that counts the number of families with the same set.
    public static func sizes(of sets: [[String]?]) -> [Int?] {
        sets.map { own in own.map { own in sets.count { $0 == own } } }
    }

    /// Whether some `count` members of a family (all, when it has fewer) are together in no other family.
    ///
    /// - Complexity: O(choices x families x members) time.
    public static func isGivenAway(_ family: Int, by count: Int, of sets: [[String]?]) -> Bool {
        guard let own = sets[family] else { return false }
        return choices(of: own, count: min(count, own.count)).contains { known in
            sets.count { $0.map { Self.holds($0, known) } ?? false } == 1
        }
    }

    private static func choices(of members: [String], count: Int) -> [[String]] {
        if count == 0 { return [[]] }
        return members.indices.flatMap { place in
            choices(of: Array(members[(place + 1)...]), count: count - 1).map { [members[place]] + $0 }
        }
    }

    private static func holds(_ set: [String], _ known: [String]) -> Bool {
        var left = set
        for member in known {
            guard let place = left.firstIndex(of: member) else { return false }
            left.remove(at: place)
        }
        return true
    }

    /// Pairs of records, pair by pair: together here, together in truth, and both; records without a truth do not count.
    ///
    /// - Complexity: O(records^2) time.
    public func pairs(truth: [Int?]) -> (inferred: Int, truth: Int, both: Int) {
        var (inferred, real, both) = (0, 0, 0)
        for one in familyOf.indices where truth[one] != nil {
            for other in (one + 1)..<max(familyOf.count, one + 1) where truth[other] != nil {
                let (here, there) = (familyOf[one] == familyOf[other], truth[one] == truth[other])
                inferred += here ? 1 : 0
                real += there ? 1 : 0
                both += here && there ? 1 : 0
            }
        }
        return (inferred, real, both)
    }

    /// The text of each record; `nil` for a missing value.
    public static func texts(_ column: Column) -> [String?] {
        column.codes.widened().map { $0 == column.missingCode ? nil : column.dictionary[Int($0)] }
    }
}
