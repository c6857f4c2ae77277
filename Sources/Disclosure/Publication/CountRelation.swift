/// A count that is the sum of others, so that each can be worked out from the rest.
public struct CountRelation: Hashable, Sendable {
    /// The position of the sum.
    public let total: Int
    /// The positions of what is added up.
    public let parts: [Int]

    /// The count at one position is the sum of those at others.
    public init(total: Int, parts: [Int]) {
        self.total = total
        self.parts = parts
    }
}
