/// Groups of a field's values, groups of those groups, and so on up to one root.
///
/// As a table it has a row for each value: the value, its group, the group of that, ..., and in the last column the same for
/// all. Level 0 are the values, the root is at level `height`.
public struct ValueHierarchy: Sendable, Hashable {
    /// The levels above the values, at least 0.
    public let height: Int
    /// The number of nodes of each level, from the values to the root.
    public let nodeCounts: [Int]
    /// `parents[level][node]`: the node of the next level that a node belongs to, for every level below the root.
    public let parents: [[Int]]
    private let leafOf: [ArraySlice<UInt8>: Int]
    private let missingLeaf: Int?

    /// A hierarchy from a table with a row for each value.
    ///
    /// - Throws: `HierarchyError` when a value has two rows, a group is in two groups, or there is more than one root. None
    ///   holds a value.
    /// - Complexity: O(rows x levels) time and memory.
    public init(_ table: Table) throws(HierarchyError) {
        guard let values = table.columns.first, table.records > 0 else { throw .empty(source: table.source) }
        let levels = table.columns.map { $0.codes.widened().map { Int($0) } }
        var leafOf: [ArraySlice<UInt8>: Int] = [:]
        var missingLeaf: Int?
        var rowOf: [Int: Int] = [:]
        for (row, code) in levels[0].enumerated() {
            if let first = rowOf.updateValue(row, forKey: code) {
                throw .repeatedValue(source: table.source, rows: [first + 1, row + 1])
            }
            if UInt32(code) == values.missingCode {
                missingLeaf = code
            } else {
                leafOf[values.dictionary[utf8: code]] = code
            }
        }
        var parents: [[Int]] = []
        for level in 0..<levels.count - 1 {
            var parentOf: [Int: (parent: Int, row: Int)] = [:]
            for row in 0..<table.records {
                let (child, parent) = (levels[level][row], levels[level + 1][row])
                if let known = parentOf[child], known.parent != parent {
                    throw .twoParents(source: table.source, column: level + 1, rows: [known.row + 1, row + 1])
                }
                parentOf[child] = parentOf[child] ?? (parent, row)
            }
            parents.append((0..<table.columns[level].cardinality).map { parentOf[$0]?.parent ?? 0 })
        }
        if let other = levels[levels.count - 1].firstIndex(where: { $0 != levels[levels.count - 1][0] }) {
            throw .severalRoots(source: table.source, rows: [1, other + 1])
        }
        height = levels.count - 1
        nodeCounts = table.columns.map(\.cardinality)
        self.parents = parents
        self.leafOf = leafOf
        self.missingLeaf = missingLeaf
    }

    /// The node of a value at level 0, or of the missing value (`nil`); `nil` when the hierarchy does not have it.
    public func leaf(_ value: ArraySlice<UInt8>?) -> Int? {
        value.map { leafOf[$0] } ?? missingLeaf
    }
}
