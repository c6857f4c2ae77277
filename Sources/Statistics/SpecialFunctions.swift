internal import CSpecialFunctions

/// The special functions behind the estimators, computed by Boost.Math in doubles.
///
/// Accuracy: relative errors below 1e-13 for arguments up to 1e9, or absolute ones where the function passes through 0
/// (`logGamma`, `digamma`); the test values come from mpmath with 50 digits. For the incomplete functions with
/// parameters above 1e5 the relative error grows to about 1e-11.
///
/// Source: Boost.Math; NIST Digital Library of Mathematical Functions, chapters 5, 7 and 8.
package enum SpecialFunctions {
    /// `ln Gamma(x)`.
    ///
    /// - Parameter x: Must be above 0.
    package static func logGamma(_ x: Double) -> Double {
        precondition(x > 0, "the logarithm of Gamma needs a number above 0, not \(x)")
        return singleout_log_gamma(x)
    }

    /// `Gamma(x) / Gamma(x + delta)`, exact to the last digits for a large `x` too.
    ///
    /// - Parameters:
    ///   - x: Must be above 0.
    ///   - delta: `x + delta` must be above 0.
    package static func gammaRatio(_ x: Double, delta: Double) -> Double {
        precondition(x > 0 && x + delta > 0, "a ratio of Gammas needs arguments above 0, not \(x) and \(x + delta)")
        return singleout_gamma_ratio(x, delta)
    }

    /// `psi(x)`, the derivative of `ln Gamma(x)`.
    ///
    /// - Parameter x: Must be above 0.
    package static func digamma(_ x: Double) -> Double {
        precondition(x > 0, "digamma needs a number above 0, not \(x)")
        return singleout_digamma(x)
    }

    /// `psi'(x)`, the derivative of `digamma`.
    ///
    /// - Parameter x: Must be above 0.
    package static func trigamma(_ x: Double) -> Double {
        precondition(x > 0, "trigamma needs a number above 0, not \(x)")
        return singleout_trigamma(x)
    }

    /// The x with `digamma(x) = value`, by Newton steps from the asymptotic start of Minka 2000, appendix C.
    ///
    /// - Parameter value: A finite number.
    package static func inverseDigamma(_ value: Double) -> Double {
        precondition(value.isFinite, "the inverse of digamma needs a finite number")
        var x = value >= -2.22 ? exponential(value) + 0.5 : -1 / (value - digamma(1))
        for _ in 0..<8 { x = max(x - (digamma(x) - value) / trigamma(x), x / 4) }
        return x
    }

    /// `P(a, x)`, the regularised lower incomplete gamma function, in `[0, 1]`.
    ///
    /// - Parameters:
    ///   - a: Must be above 0.
    ///   - x: Must be at least 0.
    package static func lowerGamma(_ a: Double, _ x: Double) -> Double {
        precondition(a > 0 && x >= 0, "the incomplete gamma function needs a > 0 and x >= 0, not \(a) and \(x)")
        return singleout_lower_gamma(a, x)
    }

    /// `Q(a, x) = 1 - P(a, x)`, without cancellation.
    ///
    /// - Parameters:
    ///   - a: Must be above 0.
    ///   - x: Must be at least 0.
    package static func upperGamma(_ a: Double, _ x: Double) -> Double {
        precondition(a > 0 && x >= 0, "the incomplete gamma function needs a > 0 and x >= 0, not \(a) and \(x)")
        return singleout_upper_gamma(a, x)
    }

    /// `I_x(a, b)`, the regularised incomplete beta function, in `[0, 1]`.
    ///
    /// - Parameters:
    ///   - x: Must be in `[0, 1]`.
    ///   - a: Must be above 0.
    ///   - b: Must be above 0.
    package static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        requireBeta(x, a, b)
        return singleout_incomplete_beta(a, b, x)
    }

    /// `1 - I_x(a, b)`, without cancellation.
    ///
    /// - Parameters:
    ///   - x: Must be in `[0, 1]`.
    ///   - a: Must be above 0.
    ///   - b: Must be above 0.
    package static func incompleteBetaComplement(_ x: Double, _ a: Double, _ b: Double) -> Double {
        requireBeta(x, a, b)
        return singleout_incomplete_beta_complement(a, b, x)
    }

    /// The x with `I_x(a, b) = share`.
    ///
    /// - Parameters:
    ///   - share: Must be in `[0, 1]`.
    ///   - a: Must be above 0.
    ///   - b: Must be above 0.
    package static func inverseIncompleteBeta(_ share: Double, _ a: Double, _ b: Double) -> Double {
        requireBeta(share, a, b)
        return singleout_incomplete_beta_inverse(a, b, share)
    }

    private static func requireBeta(_ x: Double, _ a: Double, _ b: Double) {
        precondition(
            x >= 0 && x <= 1 && a > 0 && b > 0,
            "the incomplete beta function needs x in [0, 1], a > 0 and b > 0, not \(x), \(a) and \(b)")
    }
}
