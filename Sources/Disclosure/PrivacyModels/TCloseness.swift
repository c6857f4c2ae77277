/// t-closeness: how far the distribution of a sensitive field in a class is from that in the file, as an earth mover's distance.
///
/// The distance between two values, and so the cost of moving shares between them, is a parameter: equal, ordered or
/// hierarchical. `t` is in `[0, 1]`.
///
/// Source: Li, Li & Venkatasubramanian, t-closeness: privacy beyond k-anonymity and l-diversity, ICDE 2007, section 4.
public struct TCloseness: PrivacyModel {
    /// The distance between distributions.
    public let distance: any ValueDistance

    /// The model with a distance.
    public init(_ distance: any ValueDistance) {
        self.distance = distance
    }

    /// A large distance is the worst.
    public var isWorstHighest: Bool { true }

    /// The distance of the class.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        distance.distance(of: group, in: profile)
    }
}
