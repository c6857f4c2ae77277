/// A count that is the sum of others, so that each can be worked out from the rest.
package struct CountRelation: Hashable, Sendable {
    /// The position of the sum.
    package let total: Int
    /// The positions of what is added up.
    package let parts: [Int]

    /// The count at one position is the sum of those at others.
    package init(total: Int, parts: [Int]) {
        self.total = total
        self.parts = parts
    }
}
