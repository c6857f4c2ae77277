/// What agreement on one field says: the probability of each level among matches (m) and among other pairs (u).
public struct FieldModel: Sendable, Hashable {
    /// The field's name.
    public let name: String
    /// How its values are compared.
    public let comparator: Comparator
    /// The probability of each level among pairs of one person, the best level first.
    public var m: [Double]
    /// The probability of each level among pairs of two persons.
    public var u: [Double]

    /// A field's probabilities; both must have one for each level of the comparator, each above 0.
    public init(name: String, comparator: Comparator, m: [Double], u: [Double]) {
        precondition(m.count == comparator.levels && u.count == comparator.levels, "a probability for each level")
        (self.name, self.comparator, self.m, self.u) = (name, comparator, m, u)
    }

    /// The match weight of a level, `log2(m/u)`, in bits.
    public func weight(_ level: Int) -> Double { LinkageModel.log2(m[level] / u[level]) }

    /// The match weight of exact agreement on a value with a share of the register, by Splink's adjustment with weight 1:
    /// `log2(m/u) + log2(u) - log2(max(share, least))`.
    public func weight(ofExactShare share: Double, least: Double) -> Double {
        weight(0) + LinkageModel.log2(u[0]) - LinkageModel.log2(max(share, least))
    }
}
