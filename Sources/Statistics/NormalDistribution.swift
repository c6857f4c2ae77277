internal import CSpecialFunctions

/// The standard normal distribution.
///
/// Accuracy: relative errors below 1e-14 within 8 standard deviations, growing to 1e-12 at 30, in both tails.
package enum NormalDistribution {
    /// The probability of a value up to `x`.
    package static func cumulative(_ x: Double) -> Double { singleout_erfc(-x / 2.0.squareRoot()) / 2 }

    /// The x below which the distribution has a share.
    ///
    /// - Parameter share: Must be above 0 and below 1.
    package static func quantile(_ share: Double) -> Double {
        precondition(share > 0 && share < 1, "a normal quantile needs a share between 0 and 1, not \(share)")
        return -2.0.squareRoot() * singleout_erfc_inverse(2 * share)
    }
}
