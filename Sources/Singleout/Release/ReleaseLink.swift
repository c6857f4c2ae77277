package import Linkage

/// What a release file says about a record linkage: the section `link`.
///
/// ```yaml
/// link:
///   compare: {surname: name, sex: exact}    # fields of both files, and how they are compared
///   prevalence: 0.0000001                   # the share of all pairs that are one person
///   frequencies: true                       # agreement on a rare value says more (the default)
///   weights:                                # for each level of the comparator, the best first
///     surname: {m: [0.82, 0.01, 0.1, 0.01, 0.01, 0.05], u: [0.001, 0.0001, 0.001, 0.001, 0.001, 0.9959]}
///     sex: {m: [0.99, 0.01], u: [0.5, 0.5]}
/// ```
public struct ReleaseLink: Codable, Hashable, Sendable {
    /// A field and how it is compared.
    public struct Comparison: Codable, Hashable, Sendable {
        /// The field.
        package let field: String
        /// Its comparator.
        package let comparator: Comparator
    }

    /// The probabilities of a field's levels.
    public struct Weights: Codable, Hashable, Sendable {
        /// Among pairs of one person.
        package let m: [Double]
        /// Among pairs of two persons.
        package let u: [Double]
    }

    /// What is compared, in the order of the file.
    package var comparisons: [Comparison] = []
    /// The share of all pairs that are one person, above 0 and below 1.
    package var prevalence: Double?
    /// Whether agreement on a rare value says more.
    package var frequencies = true
    /// The probabilities by field; none where they are to be fitted.
    package var weights: [String: Weights] = [:]

    /// A section that states nothing.
    public init() {}

    /// The model, where one is stated.
    var given: GivenWeights? {
        guard let prevalence, !weights.isEmpty else { return nil }
        return GivenWeights(
            prevalence: prevalence, fields: weights.mapValues { GivenWeights.Field(m: $0.m, u: $0.u) },
            isFrequencyAdjusted: frequencies)
    }
}
