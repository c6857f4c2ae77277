internal import Counting
internal import Foundation
internal import Statistics

/// The slide negative binomial: a class of the population has `F = 1 + X` persons, X negative binomial.
///
/// With sampling fraction pi and `d = (1 - pi)(1 - beta)` a class is in the sample once or twice with probability
/// `P_1 = pi (beta/(1-d))^alpha [1 + alpha d/(1-d)]` and
/// `P_2 = alpha beta^alpha pi^2 (1-beta)(2 - (1-alpha) d) / (2 (1-d)^(alpha+2))`; it is unique with probability `beta^alpha`.
///
/// Source: Chen & Keller-McNulty, Estimation of identification disclosure risk in microdata, J. Official Stat. 14, 1998.
struct SlideNegativeBinomial {
    /// K, the number of classes in the population.
    let classes: Double
    /// alpha, above 0.
    let alpha: Double
    /// beta, in `(0, 1]`.
    let beta: Double

    /// What a class of the population is in the sample with probability: absent, once, twice.
    static func chances(alpha: Double, beta: Double, fraction: Double) -> (none: Double, once: Double, twice: Double) {
        let d = (1 - fraction) * (1 - beta)
        let power = exp(alpha * (log(beta) - log1p(-d)))
        let odds = d / (1 - d)
        return (
            (1 - fraction) * power,
            fraction * power * (1 + alpha * odds),
            fraction * fraction * power * alpha * (1 - beta) * (2 - (1 - alpha) * d) / (2 * (1 - d) * (1 - d))
        )
    }

    /// Solves the two equations `K P_1 = m_1` and `K P_2 = m_2` for alpha and beta, given K.
    ///
    /// `P_2 / P_1 = m_2 / m_1` does not depend on K and for a beta is a quadratic equation in alpha with one root above 0;
    /// what is left is one equation in beta, whose roots are bracketed on a grid. Of several the one is taken whose number of
    /// classes in the sample is nearest to the observed one.
    init?(classes: Double, of histogram: SizeHistogram, fraction: Double) {
        let once = Double(histogram.uniques)
        let twice = Double(histogram.entries.first { $0.size == 2 }?.classes ?? 0)
        guard once > 0, twice > 0 else { return nil }
        func alpha(_ beta: Double) -> Double {
            let d = (1 - fraction) * (1 - beta)
            let ratio = 2 * twice / once
            let (a, b, c) = (
                fraction * (1 - beta) * d, fraction * (1 - beta) * (2 - d) - ratio * (1 - d) * d,
                ratio * (1 - d) * (1 - d)
            )
            // The root of a x^2 + b x - c above 0, without cancellation.
            let root = (b * b + 4 * a * c).squareRoot()
            return b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * a)
        }
        func chances(_ beta: Double) -> (none: Double, once: Double, twice: Double) {
            Self.chances(alpha: alpha(beta), beta: beta, fraction: fraction)
        }
        func miss(_ logit: Double) -> Double { classes * chances(Self.logistic(logit)).once / once - 1 }
        var found: (distance: Double, beta: Double)?
        var last = (logit: -18.0, miss: miss(-18))
        for step in 1...90 {
            let logit = -18 + Double(step) * 0.4
            let value = miss(logit)
            if (last.miss > 0) != (value > 0), value.isFinite, last.miss.isFinite,
                let root = RootFinding.bracketed(last.logit, logit, tolerance: 1e-12, miss)
            {
                let beta = Self.logistic(root)
                let distance = abs(classes * (1 - chances(beta).none) - Double(histogram.classes))
                if distance < found?.distance ?? .infinity { found = (distance, beta) }
            }
            last = (logit, value)
        }
        guard let beta = found?.beta else { return nil }
        self.alpha = alpha(beta)
        self.beta = beta
        self.classes = classes
    }

    /// The maximum-likelihood fit to the sizes of the classes that were seen, with K such that as many are seen.
    ///
    /// A class has `f` records with probability `P_f = (1-pi) b(f) + pi b(f-1)`, b negative binomial with alpha and
    /// `beta/(1-d)`; the likelihood is the product of `P_f / (1 - P_0)`.
    init?(likelihoodOf histogram: SizeHistogram, fraction: Double, search: inout NelderMead.Outcome?) {
        guard histogram.uniques > 0, histogram.uniques < histogram.records else { return nil }
        func distribution(_ alpha: Double, _ beta: Double) -> NegativeBinomialDistribution? {
            let scale = beta / (1 - (1 - fraction) * (1 - beta))
            return alpha > 1e-12 && alpha < 1e12 && scale > 0 && scale < 1
                ? NegativeBinomialDistribution(successes: alpha, probability: scale) : nil
        }
        let outcome = NelderMead().minimise(from: [0, -1], scale: [1, 1]) { point in
            let (alpha, beta) = (exp(point[0]), Self.logistic(point[1]))
            guard abs(point[0]) < 27, abs(point[1]) < 36, let extra = distribution(alpha, beta) else {
                return .infinity
            }
            let seen = 1 - Self.chances(alpha: alpha, beta: beta, fraction: fraction).none
            var sum = Double(histogram.classes) * log(seen)
            for entry in histogram.entries {
                let chance =
                    (1 - fraction) * extra.probability(of: entry.size) + fraction
                    * extra.probability(of: entry.size - 1)
                sum -= Double(entry.classes) * log(max(chance, 1e-300))
            }
            return sum.isNaN ? .infinity : sum / Double(histogram.records)
        }
        search = outcome
        alpha = exp(outcome.point[0])
        beta = Self.logistic(outcome.point[1])
        guard outcome.value.isFinite, beta < 1 - 1e-12, alpha > 1e-9, alpha < 1e9 else { return nil }
        let seen = 1 - Self.chances(alpha: alpha, beta: beta, fraction: fraction).none
        guard seen > 0 else { return nil }
        classes = Double(histogram.classes) / seen
    }

    /// S_1, the expected uniques of the population.
    var uniques: Double { classes * exp(alpha * log(beta)) }

    /// Draws a population, its uniques and the class sizes of a sample of it.
    ///
    /// The size of a class in the sample is a Bernoulli number plus a negative binomial one with `beta/(1 - d)`.
    ///
    /// - Complexity: O(different class sizes) time.
    func draw(fraction: Double, _ stream: inout RandomStream) -> (uniques: Int, sample: SizeHistogram) {
        let all = Int(classes.rounded())
        let single = exp(alpha * log(beta))
        let uniques = stream.nextBinomial(trials: all, probability: single)
        let seen = stream.nextBinomial(trials: uniques, probability: fraction)
        let scale = beta / (1 - (1 - fraction) * (1 - beta))
        var sizes: [(size: Int, classes: Int)] = []
        var (left, share) = (all - uniques, 1 - single)
        // The probability of x extra persons in the sample, ascending.
        var extra = exp(alpha * log(scale))
        var before = 0.0
        var size = 0
        while left > 0, share > 1e-15, size < 10_000_000 {
            var probability = (1 - fraction) * extra + fraction * before
            if size == 0 { probability -= (1 - fraction) * single }
            if size == 1 { probability -= fraction * single }
            probability = max(probability, 0)
            let count = stream.nextBinomial(trials: left, probability: min(1, probability / share))
            let added = count + (size == 1 ? seen : 0)
            if size > 0, added > 0 { sizes.append((size, added)) }
            left -= count
            share -= probability
            before = extra
            extra *= (Double(size) + alpha) / Double(size + 1) * (1 - scale)
            size += 1
        }
        if size < 2, seen > 0 { sizes.append((1, seen)) }
        return (uniques, SizeHistogram(classesBySize: sizes))
    }

    private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
