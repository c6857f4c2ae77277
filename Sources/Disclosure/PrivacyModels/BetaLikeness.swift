/// Basic beta-likeness: how much likelier a sensitive value is in a class than in the file.
///
/// With q the share in the class and p the share in the file: `beta = max (q - p) / p` over all values, at least 0. Values that are
/// rarer in the class than in the file do not count.
///
/// Source: Cao & Karras, Publishing microdata with a robust privacy guarantee, PVLDB 5:11 (2012) 1388-1399, definition 2.
public struct BetaLikeness: PrivacyModel {
    /// The model.
    public init() {}

    /// A large gain is the worst.
    public var isWorstHighest: Bool { true }

    /// The largest relative gain.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        var largest = 0.0
        for (code, count) in zip(group.codes, group.counts) {
            let share = profile.share(of: code)
            largest = max(largest, (Double(count) / Double(group.size) - share) / share)
        }
        return largest
    }
}
