public import Microdata

/// Values are as far apart as the height of their lowest common ancestor in a hierarchy, over the height of the root.
///
/// With extra(leaf) = p - q and extra of a node the sum over its children: the cost of a node at height h of H is
/// `h/H min(sum of positive extras of its children, sum of negative ones)`, and the distance is the sum over all nodes.
///
/// Only ancestors of the values of the class have children of both signs, so that a class costs O(values of the class x H).
///
/// Source: Li, Li & Venkatasubramanian 2007, section 4.2.
public struct HierarchicalDistance: ValueDistance {
    /// The name in outputs.
    public static let name = "hierarchical"
    /// The name in outputs.
    public var name: String { Self.name }

    private let hierarchy: ValueHierarchy
    /// The leaf of each code of the profile.
    private let leaves: [Int]
    /// p of each node, level by level.
    private let shares: [[Double]]

    /// The distance over the values of a file; `nil` when some value that occurs is not in the hierarchy.
    ///
    /// - Parameters:
    ///   - hierarchy: Groups of values, groups of groups, up to one root.
    ///   - column: The field whose codes the profile has.
    ///   - profile: The values of the field in the classes of the file.
    /// - Complexity: O(codes + nodes) time and memory.
    public init?(_ hierarchy: ValueHierarchy, _ column: Column, _ profile: SensitiveProfile) {
        var leaves: [Int] = []
        for code in 0..<column.cardinality {
            let leaf = hierarchy.leaf(UInt32(code) == column.missingCode ? nil : column.dictionary[utf8: code])
            if leaf == nil && profile.totals[code] > 0 { return nil }
            leaves.append(leaf ?? 0)
        }
        self.hierarchy = hierarchy
        self.leaves = leaves
        var shares = hierarchy.nodeCounts.map { [Double](repeating: 0, count: $0) }
        for (code, total) in profile.totals.enumerated() where total > 0 {
            var node = leaves[code]
            for level in shares.indices {
                shares[level][node] += Double(total) / Double(profile.records)
                if level < hierarchy.height { node = hierarchy.parents[level][node] }
            }
        }
        self.shares = shares
    }

    /// The cost of moving shares up to common ancestors.
    public func distance(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        if hierarchy.height == 0 { return 0 }
        var nodes: [(node: Int, share: Double)] = zip(group.codes, group.counts).map {
            (leaves[Int($0)], Double($1) / Double(group.size))
        }
        nodes.sort { $0.node < $1.node }
        var total = 0.0
        for level in 0..<hierarchy.height {
            // What the children of each parent have too much, in ascending order of the parents.
            var parents: [(node: Int, share: Double, excess: Double)] = []
            for (node, share) in nodes {
                parents.append(
                    (hierarchy.parents[level][node], share, max(0, share - shares[level][node])))
            }
            parents.sort { $0.node < $1.node }
            nodes = []
            var start = 0
            while start < parents.count {
                var (node, share, excess) = parents[start]
                start += 1
                while start < parents.count, parents[start].node == node {
                    share += parents[start].share
                    excess += parents[start].excess
                    start += 1
                }
                // What the children lack: extra of the parent is what they lack less what they have too much.
                let lack = max(0, shares[level + 1][node] - share + excess)
                total += Double(level + 1) / Double(hierarchy.height) * min(excess, lack)
                nodes.append((node, share))
            }
        }
        return min(total, 1)
    }
}
