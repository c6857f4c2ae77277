internal import Counting
package import Microdata

/// The records in groups by the values of one field; values with too few records are merged into one group.
package struct RecordGroups: Sendable, Hashable {
    /// One group.
    package struct Group: Sendable, Hashable {
        /// The value; `nil` for records without one, and for the merged group.
        package let value: String?
        /// How many values were merged into this group, a missing one among them; 0 for a group of one value.
        package let merged: Int
        /// The number of records.
        package let records: Int
    }

    /// The most groups of a field.
    package static let groupLimit = 50_000
    /// The group of a record that is left out.
    package static let excluded = EquivalenceClasses.excluded

    /// The field.
    package let field: String
    /// The fewest records of a group, unless there are fewer in all.
    package let minimum: Int
    /// The groups in the natural order of their values, then records without a value, then the merged group.
    package let groups: [Group]
    /// The group of each record, by place in `groups`; `excluded` for a record that is left out.
    package let groupOf: [UInt32]

    /// Groups the records of a field.
    ///
    /// Values with fewer records than `minimum` become one group; while that is still too small, the smallest other group
    /// joins it, so that no group is smaller.
    ///
    /// - Parameters:
    ///   - column: The field.
    ///   - minimum: The fewest records of a group, at least 1.
    ///   - classOf: The class of each record; those with `EquivalenceClasses.excluded` are left out. All count when `nil`.
    /// - Throws: `noGroup` when no value has enough records, `tooManyGroups` beyond `groupLimit`.
    /// - Complexity: O(records + values log values) time; 4 bytes per record.
    package init(_ column: Column, minimum: Int, classOf: [UInt32]? = nil) throws(GroupError) {
        precondition(minimum >= 1, "a group of \(minimum) records")
        var counts = [Int](repeating: 0, count: column.cardinality)
        var groupOf = column.codes.widened()
        for record in groupOf.indices {
            if let classOf, classOf[record] == EquivalenceClasses.excluded {
                groupOf[record] = Self.excluded
            } else {
                counts[Int(groupOf[record])] += 1
            }
        }
        let ranks = ValueOrder(column).ranks
        let present = counts.indices.filter { counts[$0] > 0 }.sorted { ranks[$0] < ranks[$1] }
        if !present.isEmpty, present.allSatisfy({ counts[$0] < minimum }) {
            throw .noGroup(field: column.name, minimum: minimum)
        }
        let merged = Self.merged(present, counts, ranks, minimum)
        let isMerged = Set(merged)
        let own = present.filter { !isMerged.contains($0) }
        let count = own.count + (merged.isEmpty ? 0 : 1)
        if count > Self.groupLimit {
            throw .tooManyGroups(field: column.name, count: count, limit: Self.groupLimit)
        }
        func value(_ code: Int) -> String? { UInt32(code) == column.missingCode ? nil : column.dictionary[code] }
        var groups = own.map { Group(value: value($0), merged: 0, records: counts[$0]) }
        if !merged.isEmpty {
            groups.append(
                Group(value: nil, merged: merged.count, records: merged.reduce(0) { $0 + counts[$1] }))
        }
        var place = [UInt32](repeating: UInt32(own.count), count: column.cardinality)
        for (index, code) in own.enumerated() { place[code] = UInt32(index) }
        for record in groupOf.indices where groupOf[record] != Self.excluded {
            groupOf[record] = place[Int(groupOf[record])]
        }
        field = column.name
        self.minimum = minimum
        self.groups = groups
        self.groupOf = groupOf
    }

    /// The values to merge: the small ones, and the smallest others until there are enough records.
    private static func merged(_ present: [Int], _ counts: [Int], _ ranks: [UInt32], _ minimum: Int) -> [Int] {
        var merged = present.filter { counts[$0] < minimum }
        if merged.isEmpty { return [] }
        var records = merged.reduce(0) { $0 + counts[$1] }
        let larger = present.filter { counts[$0] >= minimum }
            .sorted { (counts[$0], ranks[$0]) < (counts[$1], ranks[$1]) }
        for code in larger where records < minimum {
            merged.append(code)
            records += counts[code]
        }
        return merged
    }
}
