package import Counting
package import Microdata

/// The families of a file: which records belong together.
package struct FamilyGroups: Sendable, Hashable {
    /// The family of each record, numbered by first appearance.
    package let familyOf: [UInt32]
    /// Where the records of each family start in `members`, and the end of the last.
    package let starts: [UInt32]
    /// The records family by family, in each in their order.
    package let members: [UInt32]
    /// Records that lack what says to which family they belong; each is a family of its own.
    package let recordsWithout: Int

    /// The number of families.
    package var count: Int { starts.count - 1 }

    /// The number of records.
    package var records: Int { members.count }

    /// Families given by a field: records with the same value. A record without a value is a family of its own.
    ///
    /// - Throws: `CountingError` for too many records.
    /// - Complexity: O(records) time; 24 bytes per record while it works, 12 to keep.
    package init(givenBy column: Column, threads: Int? = nil) throws(CountingError) {
        try self.init(agreeingOn: [column], needing: [[0]], threads: threads)
    }

    /// Families inferred from fields: records that agree on all of them, missing values included.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length; at least one.
    ///   - needed: Groups of fields by their places in `columns`. A record that has no value in any field of one of the
    ///     groups is a family of its own.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for no fields, repeated fields or too many records.
    /// - Complexity: O(records x fields) time; 24 bytes per record while it works, 12 to keep.
    package init(agreeingOn columns: [Column], needing needed: [[Int]], threads: Int? = nil) throws(CountingError) {
        let classes = try EquivalenceClasses(of: columns, threads: threads)
        var lacks: [Bool] = []
        for group in needed where !group.isEmpty && group.allSatisfy({ columns[$0].missingCode != nil }) {
            if lacks.isEmpty { lacks = [Bool](repeating: false, count: classes.classOf.count) }
            for record in lacks.indices where !lacks[record] {
                lacks[record] = group.allSatisfy { columns[$0].codes.code(of: record) == columns[$0].missingCode }
            }
        }
        guard lacks.contains(true) else {
            self.init(numbers: classes.classOf, sizes: classes.sizes, recordsWithout: 0)
            return
        }
        var numberOf = [UInt32](repeating: .max, count: classes.sizes.count)
        var sizes: [UInt32] = []
        var without = 0
        let numbers = classes.classOf.enumerated().map { record, group -> UInt32 in
            if !lacks[record], numberOf[Int(group)] != .max {
                sizes[Int(numberOf[Int(group)])] += 1
                return numberOf[Int(group)]
            }
            let number = UInt32(sizes.count)
            sizes.append(1)
            if lacks[record] { without += 1 } else { numberOf[Int(group)] = number }
            return number
        }
        self.init(numbers: numbers, sizes: sizes, recordsWithout: without)
    }

    /// The families of two files as those of one, the records of the second behind those of the first.
    init(_ first: FamilyGroups, _ second: FamilyGroups) {
        let (families, records) = (UInt32(first.count), UInt32(first.records))
        familyOf = first.familyOf + second.familyOf.map { $0 + families }
        starts = first.starts + second.starts.dropFirst().map { $0 + records }
        members = first.members + second.members.map { $0 + records }
        recordsWithout = first.recordsWithout + second.recordsWithout
    }

    private init(numbers: [UInt32], sizes: [UInt32], recordsWithout: Int) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(sizes.count + 1)
        for size in sizes { starts.append(starts[starts.count - 1] + size) }
        var next = starts
        var members = [UInt32](repeating: 0, count: numbers.count)
        for (record, number) in numbers.enumerated() {
            members[Int(next[Int(number)])] = UInt32(record)
            next[Int(number)] += 1
        }
        familyOf = numbers
        self.starts = starts
        self.members = members
        self.recordsWithout = recordsWithout
    }

    /// The number of records of a family in `[0, count)`.
    package func size(of family: Int) -> Int { Int(starts[family + 1] - starts[family]) }

    /// Families by number of records.
    package var sizes: SizeHistogram {
        var tally = SizeTally()
        for family in 0..<count { tally.add(size(of: family)) }
        return SizeTally.histogram([tally])
    }
}
