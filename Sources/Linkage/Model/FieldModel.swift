/// What agreement on one field says: the probability of each level among matches (m) and among other pairs (u).
package struct FieldModel: Sendable, Hashable {
    /// The field's name.
    package let name: String
    /// How its values are compared.
    package let comparator: Comparator
    /// The probability of each level among pairs of one person, the best level first.
    package var m: [Double]
    /// The probability of each level among pairs of two persons.
    package var u: [Double]

    /// A field's probabilities; both must have one for each level of the comparator, each above 0.
    package init(name: String, comparator: Comparator, m: [Double], u: [Double]) {
        precondition(m.count == comparator.levels && u.count == comparator.levels, "a probability for each level")
        (self.name, self.comparator, self.m, self.u) = (name, comparator, m, u)
    }

    /// The match weight of a level, `log2(m/u)`, in bits.
    package func weight(_ level: Int) -> Double { LinkageModel.log2(m[level] / u[level]) }

    /// The match weight of a level, in bits, where a known share of the register agrees so with the query's value:
    /// `log2(m/share)`, for exact agreement Splink's adjustment with weight 1.
    package func weight(ofShare share: Double, level: Int) -> Double { LinkageModel.log2(m[level] / share) }
}
