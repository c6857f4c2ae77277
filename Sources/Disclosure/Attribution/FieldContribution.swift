/// What one field adds to the uniqueness of the combinations it is part of.
///
/// With v(S) the uniqueness of the field set S and v({}) = 0 (one record alone is unique without any field, so v({}) is
/// 1 for a single record), m fields:
/// `shapley(j) = sum over S without j of |S|! (m-|S|-1)! / m! (v(S + j) - v(S))`, which add up to v(all);
/// `leaveOneOut(j) = v(all) - v(all - j)`.
///
/// Source: Shapley, A value for n-person games, 1953.
public struct FieldContribution: Sendable, Hashable {
    /// The field's name.
    public let field: String
    /// The uniqueness of the field alone.
    public let alone: Double
    /// What the whole combination loses without the field; `nil` when the whole combination was not counted.
    public let leaveOneOut: Double?
    /// The field's share by Shapley; `nil` when not every combination was counted.
    public let shapley: Double?
}

extension CombinationLattice {
    /// The contribution of each field, in the order of the fields.
    public func contributions() -> [FieldContribution] { [] }

    /// The combinations whose uniqueness reaches a share while no smaller part of them does, in the order of `entries`.
    ///
    /// - Parameter share: In `(0, 1]`.
    public func minimalIdentifying(share: Double) -> [Entry] { [] }
}
