import Foundation

/// The risk of a record of a sample, when the size of its class in the population is estimated by a sum of weights.
///
/// Goals, in order: the value of the series to nearly all digits for every class size, whole or not, and every weight; few steps.
///
/// With f records of the class in the sample, F their weights added up, p = f/F and q = 1 - p, the population size of the class
/// given f is negative binomial, and the risk is the mean of its reciprocal:
///
/// `r = (p/f) (1 + q/(f+1) + 2! q^2/((f+1)(f+2)) + 3! q^3/((f+1)(f+2)(f+3)) + ...)`
///
/// The series converges for every f, but slowly where p is small: it takes about 36/p terms for f = 1. Its value is therefore
/// found as `r = p I(f)`, `I(f) = integral of s^(f-1) / (p + q s)` over `[0, 1]`:
///
/// - whole f up to 10 and p < 1/2: from `I(1) = ln(1/p) / q` by `I(f+1) = (1/f - p I(f)) / q`, which does not amplify errors there;
/// - otherwise by Gauss's continued fraction of the hypergeometric function `2F1(1, 1; f+1; q) = f I(f)`, in some tens of steps.
///
/// Accuracy: 12 digits for whole f and weights up to millions of times f; 10 digits for other f, which take about 9/sqrt(p) steps.
///
/// Where F is not above f (weights of 1 or less) the file is the population of the class, and r = 1/f.
///
/// Source: Benedetti & Franconi, Statistical and technological solutions for controlled data dissemination, NTTS 1998;
/// mu-Argus manual 5.1, section 3.3.2; for the continued fraction Gauss 1812.
public enum BenedettiFranconi: String, Sendable, Hashable, Codable, CaseIterable {
    /// The series' value.
    case exact = "benedettiFranconi"
    /// The exact value for f = 1 and 2 and `p / (f - q)` for f > 2, as sdcMicro computes by default; below 2 only whole f have
    /// such a form, so others get the exact value.
    case approximate = "benedettiFranconiApproximate"

    /// The risk of each record of a class.
    ///
    /// - Parameters:
    ///   - f: The records of the class in the sample, at least 1.
    ///   - F: Their weights added up, above 0.
    /// - Returns: A probability in `(0, 1]`.
    public func risk(size f: Double, weight F: Double) -> Double {
        precondition(f >= 1 && F > 0, "a class has at least 1 record and a weight above 0, not \(f) and \(F)")
        if F <= f { return 1 / f }
        let p = f / F
        let q = (F - f) / F
        if self == .approximate && f > 2 { return p / (f - q) }
        if p < 0.5 && f <= 10 && f == f.rounded() { return p * Self.recurrence(Int(f), p, q) }
        return min(p / f * Self.continuedFraction(f, q), 1 / f)
    }

    private static func recurrence(_ f: Int, _ p: Double, _ q: Double) -> Double {
        var integral = -log(p) / q
        for lower in 1..<max(f, 1) { integral = (1 / Double(lower) - p * integral) / q }
        return integral
    }

    /// `2F1(1, 1; f+1; q)`, by the method of Lentz. The coefficients of q are at most 1/2 and tend to 1/4, so that no
    /// denominator vanishes for q < 1. It ends when a step changes nothing beyond rounding.
    private static func continuedFraction(_ f: Double, _ q: Double) -> Double {
        var (numerator, denominator, value) = (1.0, 0.0, 1.0)
        var step = 1.0
        while true {
            // The coefficients of q at odd and even steps 2k + 1 and 2k, for a = 1 and c = f + 1.
            let k = (step / 2).rounded(.down)
            let coefficient =
                step.truncatingRemainder(dividingBy: 2) == 1
                ? (1 + k) * (f + k) / ((f + 2 * k) * (f + 1 + 2 * k))
                : k * (f - 1 + k) / ((f - 1 + 2 * k) * (f + 2 * k))
            denominator = 1 / (1 - coefficient * q * denominator)
            numerator = 1 - coefficient * q / numerator
            let factor = numerator * denominator
            value *= factor
            if abs(factor - 1) < 4e-16 { return 1 / value }
            step += 1
        }
    }
}
