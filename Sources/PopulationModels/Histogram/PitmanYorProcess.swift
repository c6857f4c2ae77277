internal import Foundation
internal import Statistics

/// The Pitman-Yor process: how uniqueness changes with the size of a population, in closed form.
///
/// With discount d and concentration a, in a population of n:
///
/// - uniqueness `U(n) = Gamma(a+1) Gamma(n+a+d-1) / (Gamma(a+d) Gamma(n+a))`, the share of persons alone in their class;
/// - correctness `kappa(n) = (Gamma(a+1) Gamma(n+a+d) / (Gamma(a+d) Gamma(n+a)) - a) / (n d)`, the classes per person, which is
///   the chance that an intruder who guesses within a class is right.
///
/// Source: Pitman & Yor 1997; Rocher, Hendrickx & de Montjoye, A scaling law to model the effectiveness of identification
/// techniques, Nature Communications 16, 2025, for the closed forms and (h, gamma).
package struct PitmanYorProcess: Sendable, Hashable {
    /// d, the share of the mass of each class that new classes get; in `[0, 1)`.
    package let discount: Double
    /// a, how many classes there are to begin with; above `-discount`.
    package let concentration: Double

    /// A process, or `nil` when the parameters are outside their domain.
    package init?(discount: Double, concentration: Double) {
        guard discount >= 0, discount < 1, concentration > -discount, concentration.isFinite else { return nil }
        self.discount = discount
        self.concentration = concentration
    }

    /// The process with given expected entropy h and its tail share gamma, or `nil` outside their domain.
    ///
    /// `d = 1 - psi^-1(psi(1) - h gamma)`, `a = psi^-1(h (1 - gamma) + psi(1)) - 1`.
    ///
    /// - Parameters:
    ///   - entropy: h, in nats, above 0.
    ///   - tail: gamma, in `[0, 1]`.
    package init?(entropy: Double, tail: Double) {
        guard entropy > 0, entropy < 700, tail >= 0, tail <= 1 else { return nil }
        let one = SpecialFunctions.digamma(1)
        let discount = tail == 0 ? 0 : 1 - SpecialFunctions.inverseDigamma(one - entropy * tail)
        let concentration = SpecialFunctions.inverseDigamma(entropy * (1 - tail) + one) - 1
        self.init(discount: max(0, discount), concentration: concentration)
    }

    /// h, the expected entropy of the class of a person, in nats: `psi(a + 1) - psi(1 - d)`.
    package var entropy: Double {
        SpecialFunctions.digamma(concentration + 1) - SpecialFunctions.digamma(1 - discount)
    }

    /// gamma, the share of the entropy that is due to the tail: `(psi(1) - psi(1 - d)) / h`.
    package var tail: Double {
        (SpecialFunctions.digamma(1) - SpecialFunctions.digamma(1 - discount)) / entropy
    }

    /// U(n), in `[0, 1]`.
    ///
    /// - Parameter n: Persons, at least 1.
    package func uniqueness(of n: Int) -> Double {
        precondition(n >= 1, "a population has at least one person")
        let (a, d) = (concentration, discount)
        if n == 1 { return 1 }
        return min(
            1,
            SpecialFunctions.gammaRatio(Double(n) + a + d - 1, delta: 1 - d)
                / SpecialFunctions.gammaRatio(a + d, delta: 1 - d))
    }

    /// kappa(n), in `[0, 1]`.
    ///
    /// - Parameter n: Persons, at least 1.
    package func correctness(of n: Int) -> Double {
        precondition(n >= 1, "a population has at least one person")
        let (a, d, size) = (concentration, discount, Double(n))
        if d < 1e-8 {
            return min(1, a / size * (SpecialFunctions.digamma(size + a) - SpecialFunctions.digamma(a)))
        }
        if a > 0 {
            // a (e^L - 1) / (n d), where L is small for a small d.
            let logarithm =
                log(SpecialFunctions.gammaRatio(a, delta: d)) - log(SpecialFunctions.gammaRatio(size + a, delta: d))
            return min(1, a * expm1(logarithm) / (size * d))
        }
        let classes =
            1 / (SpecialFunctions.gammaRatio(a + d, delta: 1 - d) * SpecialFunctions.gammaRatio(size + a, delta: d))
        return min(1, (classes - a) / (size * d))
    }

    /// The probability that a person's class has fewer than k persons, in `[0, 1]`.
    ///
    /// The class of a person has `1 + B` persons with B beta-binomial: n - 1 trials, parameters `1 - d` and `a + d`.
    ///
    /// - Parameters:
    ///   - k: At least 1.
    ///   - n: Persons, at least 1.
    /// - Complexity: O(k) time.
    package func classSmaller(than k: Int, of n: Int) -> Double {
        var probability = uniqueness(of: n)
        var sum = 0.0
        for size in 1..<max(k, 1) {
            sum += probability
            if size == n { break }
            probability *=
                Double(n - size) / Double(size) * (Double(size) - discount)
                / (concentration + discount + Double(n - size) - 1)
        }
        return min(1, sum)
    }

    /// The variance of the number of persons alone in their class of a population of n.
    ///
    /// Two given persons are both alone with probability
    /// `(a+d)/(a+1) Gamma(a+2) Gamma(n+a+2d-2) / (Gamma(a+2d) Gamma(n+a))`.
    func varianceOfUniques(of n: Int) -> Double {
        if n < 2 { return 0 }
        let (a, d, size) = (concentration, discount, Double(n))
        guard a + 2 * d > 0, size + a + 2 * d - 2 > 0 else { return 0 }
        let both =
            (a + d) / (a + 1) * SpecialFunctions.gammaRatio(size + a + 2 * d - 2, delta: 2 - 2 * d)
            / SpecialFunctions.gammaRatio(a + 2 * d, delta: 2 - 2 * d)
        let mean = size * uniqueness(of: n)
        return max(0, size * (size - 1) * both + mean - mean * mean)
    }
}
