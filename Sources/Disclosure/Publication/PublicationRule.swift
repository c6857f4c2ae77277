/// How counts of real people are published: small ones are suppressed, the others are rounded.
///
/// Source: Department for Education and UK Longitudinal Linkage Collaboration, output rules (threshold 10); Office for
/// Statistics Regulation practice of rounding to 5.
package struct PublicationRule: Codable, Hashable, Sendable {
    /// The smallest count that is published, at least 2; zero always is.
    package let threshold: Int
    /// Counts are rounded to multiples of this, halves up, at least 1.
    package let base: Int

    /// The values that must be left to a suppressed count: as many as a rounded one has, and half of the threshold at
    /// least.
    package var fewestValues: Int { max(base, threshold / 2) }

    /// A rule with a threshold of at least 2 and a base from 1 to the threshold.
    package init(threshold: Int = 10, base: Int = 5) {
        precondition(threshold >= 2 && (1...threshold).contains(base), "a rule needs a threshold of 2 or more")
        self.threshold = threshold
        self.base = base
    }

    /// A count of at least 0 as the nearest multiple of the base.
    package func rounded(_ count: Int) -> Int { (count + base / 2) / base * base }

    /// Whether a count must not be published.
    package func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }

    /// The counts that a rounded one may stand for.
    package func counts(roundedTo value: Int) -> ClosedRange<Int> {
        max(threshold, value - base / 2)...(value - base / 2 + base - 1)
    }
}
