/// Distinct l-diversity: every class has at least l different sensitive values.
///
/// `l = number of different values`, in `[1, class size]`.
///
/// Source: Machanavajjhala, Kifer, Gehrke & Venkitasubramaniam, l-diversity: privacy beyond k-anonymity, ACM TKDD 1:1 (2007)
/// 3, section 4.
public struct DistinctDiversity: PrivacyModel {
    /// The model.
    public init() {}

    /// Few values are the worst.
    public var isWorstHighest: Bool { false }

    /// The number of different values.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        Double(group.distinctValues)
    }
}
