package import Counting

/// All choices of a level for each field, from all values as they are to all fields dropped.
package struct RecodingLattice: Sendable, Hashable {
    /// The most nodes that are searched.
    package static let nodeLimit = 1 << 24

    /// The height of each field's hierarchy.
    package let heights: [Int]
    /// The number of nodes: the product of height + 1.
    package let nodes: Int
    /// What one level of a field adds to the number of a node; a node's number grows with its levels, the first field
    /// counting most.
    let strides: [Int]

    /// The lattice of hierarchies of some heights.
    ///
    /// - Throws: `CountingError.tooManyNodes` above the limit.
    package init(heights: [Int]) throws(CountingError) {
        var nodes = 1
        var strides = [Int](repeating: 1, count: heights.count)
        for field in heights.indices.reversed() {
            strides[field] = nodes
            nodes *= heights[field] + 1
            if nodes > Self.nodeLimit { throw .tooManyNodes(fields: heights.count, limit: Self.nodeLimit) }
        }
        self.heights = heights
        self.strides = strides
        self.nodes = nodes
    }

    /// The levels of the node with a number in `[0, nodes)`.
    func levels(_ node: Int) -> [Int] { heights.indices.map { node / strides[$0] % (heights[$0] + 1) } }

    /// The number of a node.
    func node(_ levels: [Int]) -> Int { zip(levels, strides).reduce(0) { $0 + $1.0 * $1.1 } }
}
