import Foundation

/// k-map without the population at hand: which k the classes of a sample have in a population of known size, at a stated
/// confidence.
///
/// With lambda = pi k, pi the sampling fraction, a class of the population with k persons has a Poisson number of records in the
/// sample. The sample must have `f >= k'` in every class, where, with c the smallest number such that `P(X <= c) >= 1 - alpha`:
///
/// - Poisson: `k' = min(k, n, c + 2)`;
/// - zero-truncated Poisson (X given X >= 1, as classes without records are not seen): `k' = min(k, n, c + 1)`.
///
/// Assumption: every person is in the sample with the same probability. Direction of error: classes of a sample that are small by
/// chance are not told from those that are small in the population, so the k found is too low rather than too high.
///
/// Source: El Emam & Dankar, Protecting privacy using k-anonymity, JAMIA 15:5 (2008) 627-637, hypothesis testing approach; the
/// counting of c as in ARX.
public struct EstimatedKMap: Sendable, Hashable {
    /// How the number of records in the sample is distributed.
    public enum Distribution: String, Sendable, Hashable, CaseIterable {
        /// Poisson.
        case poisson
        /// Poisson, given that there is at least one record.
        case zeroTruncatedPoisson
    }

    /// The share of the population that is in the sample, in `(0, 1]`.
    public let samplingFraction: Double
    /// n: the records of the sample.
    public let records: Int
    /// alpha: the probability that a class of k persons passes for a larger one, in `(0, 1)`.
    public let significance: Double

    /// The rule for a sample.
    ///
    /// - Parameters:
    ///   - samplingFraction: Must be in `(0, 1]`.
    ///   - records: At least 1.
    ///   - significance: Must be in `(0, 1)`.
    public init(samplingFraction: Double, records: Int, significance: Double = 0.01) {
        precondition(
            samplingFraction > 0 && samplingFraction <= 1, "a sampling fraction is in (0, 1], not \(samplingFraction)")
        precondition(significance > 0 && significance < 1, "a significance is in (0, 1), not \(significance)")
        self.samplingFraction = samplingFraction
        self.records = records
        self.significance = significance
    }

    /// k': the records that every class of the sample must have for a k of the population.
    ///
    /// - Parameters:
    ///   - k: At least 1.
    ///   - distribution: How the records of a class in the sample are taken to be spread.
    /// - Complexity: O(samplingFraction k) time.
    public func requiredSize(k: Int, _ distribution: Distribution) -> Int {
        precondition(k >= 1, "k is at least 1, not \(k)")
        let limit = min(k, records)
        let mean = samplingFraction * Double(k)
        let truncated = distribution == .zeroTruncatedPoisson
        let scale = truncated ? -expm1(-mean) : 1
        var sum = 0.0
        var count = truncated ? 1 : 0
        while true {
            sum += exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1)) / scale
            let required = truncated ? count + 1 : count + 2
            if sum >= 1 - significance || required >= limit { return min(limit, required) }
            count += 1
        }
    }

    /// The largest k whose required size a smallest class reaches; `nil` without a class.
    ///
    /// - Parameters:
    ///   - smallest: The records of the smallest class of the sample.
    ///   - population: The persons of the population: no k is larger.
    ///   - distribution: How the records of a class in the sample are taken to be spread.
    /// - Complexity: O(log(population) samplingFraction population) time at most; the required size does not fall as k grows.
    public func largestK(smallest: Int?, population: Int, _ distribution: Distribution) -> Int? {
        guard let smallest else { return nil }
        var (reached, high) = (1, 2)
        while high <= population, requiredSize(k: high, distribution) <= smallest {
            reached = high
            high *= 2
        }
        var beyond = min(high, population + 1)
        while reached + 1 < beyond {
            let middle = (reached + beyond) / 2
            if requiredSize(k: middle, distribution) <= smallest { reached = middle } else { beyond = middle }
        }
        return reached
    }
}
