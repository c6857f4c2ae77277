package import Counting
package import Microdata

/// What is known of the members of each family, ready to compare families by any of these fields.
///
/// Members are kept family by family as the number of their class on all fields, so that a part of the fields needs only a
/// translation of these numbers.
package struct FamilyMembers: Sendable {
    /// The families.
    package let groups: FamilyGroups
    /// The member fields.
    package let fields: [String]
    /// Whether an area is known.
    package let hasArea: Bool
    /// What a missing value of a member means: `category`, or `exclude`, which leaves the family out.
    package let missing: MissingSemantics
    let threads: Int?
    /// The class on all member fields of each member, in the order of `groups.members`.
    let classes: [UInt32]
    /// The code of the area of each member, in that order, and `UInt32.max` where a missing one leaves the family out.
    let areas: [UInt32]
    /// The member fields of one record of each class.
    private let examples: [Column]
    let classCount: Int

    /// Members by their fields.
    ///
    /// - Parameters:
    ///   - groups: The families of the same records.
    ///   - columns: The fields that are known of each member, of equal length; at least one.
    ///   - area: The area in which a member lives.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or wildcards.
    /// - Complexity: O(records x fields) time; 24 bytes per record while it works, 8 to keep.
    package init(
        _ groups: FamilyGroups, fields columns: [Column], area: Column? = nil,
        missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        if let area, columns.contains(where: { $0.name == area.name }) { throw .repeatedField(area.name) }
        let all = try EquivalenceClasses(of: columns, threads: threads)
        precondition(all.classOf.count == groups.records, "families and fields are of different files")
        var first = [UInt32](repeating: .max, count: all.sizes.count)
        for (record, number) in all.classOf.enumerated() where first[Int(number)] == .max {
            first[Int(number)] = UInt32(record)
        }
        self.groups = groups
        self.missing = missing
        self.threads = threads
        fields = columns.map(\.name)
        hasArea = area != nil
        classCount = all.sizes.count
        examples = columns.map { column in
            Column(
                name: column.name, codes: column.codes.gathered(first), dictionary: column.dictionary,
                missingCode: column.missingCode)
        }
        classes = groups.members.map { all.classOf[Int($0)] }
        if let area {
            var codes = groups.members.map { area.codes[Int($0)] }
            if missing == .exclude, let none = area.missingCode {
                for place in codes.indices where codes[place] == none { codes[place] = .max }
            }
            areas = codes
        } else {
            areas = []
        }
    }

    /// The number of member fields.
    package var fieldCount: Int { fields.count }

    /// For each class on all member fields, its class on some of them; `UInt32.max` where a missing value leaves it out.
    func translation(to fields: [Int]) throws(CountingError) -> [UInt32] {
        if fields.isEmpty { return [UInt32](repeating: 0, count: classCount) }
        return try EquivalenceClasses(of: fields.map { examples[$0] }, missing: missing, threads: 1).classOf
    }
}
