import Foundation

/// delta-disclosure privacy: how far the share of a sensitive value in a class is from its share in the file, as a ratio.
///
/// With q the share in the class and p the share in the file: `delta = max |ln(q / p)|` over the values that are **present** in
/// the class, in nats. The definition takes all values of the file, so that a class which lacks one is at infinity; almost every
/// file has such a class, so this figure is the one that tools report, and `classesLackingValues` says how many classes the
/// definition would refuse.
///
/// Source: Brickell & Shmatikov, The cost of privacy: destruction of data-mining utility in anonymized data publishing,
/// KDD 2008, definition 2.
public struct DeltaDisclosure: PrivacyModel {
    /// The model.
    public init() {}

    /// A large distance is the worst.
    public var isWorstHighest: Bool { true }

    /// The largest |ln(q/p)| of the values present.
    public func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double {
        var largest = 0.0
        for (code, count) in zip(group.codes, group.counts) {
            largest = max(largest, abs(log(Double(count) / Double(group.size) / profile.share(of: code))))
        }
        return largest
    }

    /// The classes that lack a value which the file has, for which the definition gives infinity.
    ///
    /// - Complexity: O(classes) time.
    public static func classesLackingValues(of profile: SensitiveProfile) -> Int {
        (0..<profile.classes).count { profile.group($0).distinctValues < profile.distinctValues }
    }
}
