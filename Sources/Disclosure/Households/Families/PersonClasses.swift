import Counting
import Microdata

/// Members that are alike by all fields and the area, each for himself.
package struct PersonClasses: Sendable {
    /// The class of each member, family by family as in `FamilyGroups.members`.
    let classOf: [UInt32]
    /// The number of members in each class.
    let sizes: [UInt32]

    /// The classes of members; those with a missing value are in classes of their own kind, whatever the semantics.
    ///
    /// - Complexity: O(records) time; 24 bytes per record while it works, 4 to keep.
    package init(_ members: FamilyMembers) {
        var parts = [
            GroupingColumns.Part(codes: .uint32(members.classes), cardinality: max(members.classCount, 1))
        ]
        if members.hasArea { parts.append(.init(codes: .uint32(members.areas), cardinality: 1 << 32)) }
        let threads = Workers(members.threads).count
        let columns = GroupingColumns(parts, records: members.classes.count, threads: threads)
        (classOf, sizes) = KeyGrouping(columns, threads: threads).classes()
    }
}
