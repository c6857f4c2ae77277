import Foundation

/// Enhanced beta-likeness: no sensitive value gains more in a class than `min(beta, -ln p)`, so that frequent values may gain
/// less.
///
/// With q the share in the class and p the share in the file, a class meets it for beta when `(q - p) / p <= min(beta, -ln p)` for
/// every value with q > p. The smallest such beta is the basic one, unless some gain exceeds its `-ln p`: then the class meets it
/// for no beta, which is infinity.
///
/// Source: Cao & Karras 2012, definition 3.
public struct EnhancedBetaLikeness: PrivacyModel {
    /// The model.
    public init() {}

    /// A large gain is the worst.
    public var isWorstHighest: Bool { true }

    /// The smallest beta that is met, or infinity.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        var largest = 0.0
        for (code, count) in zip(group.codes, group.counts) {
            let share = profile.share(of: code)
            let gain = (Double(count) / Double(group.size) - share) / share
            if gain > 0 && gain > -log(share) { return .infinity }
            largest = max(largest, gain)
        }
        return largest
    }

    /// The largest bound `min(beta, -ln p)` over the values of the file, with beta the basic one: what pyCANON reports under
    /// this model's name, whether or not the file keeps it. `nil` without records.
    ///
    /// - Parameters:
    ///   - profile: The values of the field in the classes of the file.
    ///   - beta: The basic beta of the file, at least 0.
    public static func largestBound(of profile: SensitiveProfile, beta: Double) -> Double? {
        guard let rarest = profile.totals.filter({ $0 > 0 }).min() else { return nil }
        return min(beta, -log(Double(rarest) / Double(profile.records)))
    }
}
