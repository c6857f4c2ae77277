/// Wilson's score interval of a proportion: centre and half width.
///
/// `centre = (s + z^2/2) / (n + z^2)`, `halfWidth = z/(n + z^2) sqrt(s (n - s)/n + z^2/4)`.
///
/// Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
package struct WilsonInterval: Sendable, Hashable {
    /// The middle of the interval, in `[0, 1]`.
    package let centre: Double
    /// Half the width of the interval.
    package let halfWidth: Double

    /// The interval of a proportion of successes.
    ///
    /// - Parameters:
    ///   - successes: Must be in `[0, trials]`.
    ///   - trials: Must be at least 1.
    ///   - confidence: Must be above 0 and below 1.
    package init(successes: Int, of trials: Int, confidence: Double = 0.95) {
        precondition(trials >= 1 && successes >= 0 && successes <= trials, "\(successes) of \(trials)")
        self.init(s: Double(successes), n: Double(trials), confidence)
    }

    /// The interval of a share whose variance is that of so many independent trials.
    ///
    /// - Parameters:
    ///   - share: Must be in `[0, 1]`.
    ///   - effectiveTrials: `share (1 - share) / variance`; must be above 0.
    ///   - confidence: Must be above 0 and below 1.
    package init(share: Double, effectiveTrials: Double, confidence: Double = 0.95) {
        precondition(
            share >= 0 && share <= 1 && effectiveTrials > 0, "a share of \(share) of \(effectiveTrials) trials")
        self.init(s: share * effectiveTrials, n: effectiveTrials, confidence)
    }

    private init(s: Double, n: Double, _ confidence: Double) {
        precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
        let z = NormalDistribution.quantile(0.5 + confidence / 2)
        centre = (s + z * z / 2) / (n + z * z)
        halfWidth = z / (n + z * z) * (s * (n - s) / n + z * z / 4).squareRoot()
    }

    /// The ends of the interval, within `[0, 1]`.
    package var bounds: ClosedRange<Double> { max(0, centre - halfWidth)...min(1, centre + halfWidth) }
}
