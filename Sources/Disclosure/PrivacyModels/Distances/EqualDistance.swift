/// Every value is at distance 1 from every other.
///
/// `1/2 sum |q - p|`, which is the sum of q - p over the values that are more frequent in the class.
public struct EqualDistance: ValueDistance {
    /// The distance.
    public init() {}

    /// The name in outputs.
    public static let name = "equal"
    /// The name in outputs.
    public var name: String { Self.name }

    /// The share that must be moved.
    public func distance(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        var moved = 0.0
        for (code, count) in zip(group.codes, group.counts) {
            moved += max(0, Double(count) / Double(group.size) - profile.share(of: code))
        }
        return min(moved, 1)
    }
}
