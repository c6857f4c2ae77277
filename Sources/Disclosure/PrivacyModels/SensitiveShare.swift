/// The alpha of (alpha,k)-anonymity: the largest share of a class that has one sensitive value.
///
/// `alpha = largest count / class size`, in `(0, 1]`. It is also the probability with which an intruder who knows the class
/// guesses the value of a record of it best.
///
/// Source: Wong, Li, Fu & Wang, (alpha,k)-anonymity: an enhanced k-anonymity model for privacy preserving data publishing,
/// KDD 2006, definition 2, for every sensitive value.
public struct SensitiveShare: PrivacyModel {
    /// The model.
    public init() {}

    /// A large share is the worst.
    public var isWorstHighest: Bool { true }

    /// The largest share.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        Double(group.largestCount) / Double(group.size)
    }
}
