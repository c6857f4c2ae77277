public import Counting
import Foundation

/// DIS: the probability that a match between a unique record of a sample and some person is correct, and its division
/// among the records by their SUDA scores.
///
/// With m1 the sample uniques, m2 the pairs of the whole combination and pi the sampling fraction:
///
/// `theta = pi m1 / (pi m1 + 2 m2 (1 - pi))`
///
/// DIS-SUDA gives record i with score s_i > 0, with U the sample uniques (records alone on all fields) and m fields,
/// `1 / (1 + (U / theta - U) / (s_i^Q A))` with `Q = 1 + (8 - m) / 20` and `A = sum of s^-Q`; a record without a score gets 0.
///
/// Assumptions: the sample is drawn with equal probabilities. Source: Skinner & Elliot, A measure of disclosure risk for
/// microdata, JRSS B 64 (2002) 855-867; Elliot, Integrating file and record level disclosure risk assessment, 2002.
public struct DataIntrusion: Sendable, Hashable {
    /// The share of the population that is in the file, in `(0, 1]`.
    public let samplingFraction: Double
    /// The probability that a match with a sample unique is correct, in `[0, 1]`.
    public let theta: Double
    /// U: the records that are alone on all fields.
    public let sampleUniques: Int

    /// The simulation's figure from class sizes; `nil` without uniques and pairs, which say nothing.
    ///
    /// - Parameters:
    ///   - histogram: The class sizes of the sample.
    ///   - samplingFraction: Must be in `(0, 1]`.
    public init?(_ histogram: SizeHistogram, samplingFraction: Double) {
        precondition(
            samplingFraction > 0 && samplingFraction <= 1, "a sampling fraction is in (0, 1], not \(samplingFraction)")
        let pairs = histogram.entries.first { $0.size == 2 }?.classes ?? 0
        if histogram.uniques == 0 && pairs == 0 { return nil }
        self.samplingFraction = samplingFraction
        sampleUniques = histogram.uniques
        let uniques = samplingFraction * Double(histogram.uniques)
        let split = 2 * Double(pairs) * (1 - samplingFraction)
        // A whole population in which nobody is unique has no match to be correct.
        theta = uniques == 0 ? 0 : uniques / (uniques + split)
    }

    /// DIS-SUDA of each record, in `[0, 1]`.
    ///
    /// - Parameters:
    ///   - scores: The SUDA score of each record, at least 0.
    ///   - fields: The fields that were looked at, fewer than 28.
    /// - Complexity: O(records) time and memory; the sum is taken by ascending score, so record order does not matter.
    public func shares(_ scores: [Double], fields: Int) -> [Double] {
        precondition(fields < 28, "the exponent of DIS-SUDA is above 0 for fewer than 28 fields only")
        if theta == 0 { return scores.map { _ in 0 } }
        let power = 1 + (8 - Double(fields)) / 20
        var recordsOf: [Double: Int] = [:]
        for score in scores where score > 0 { recordsOf[score, default: 0] += 1 }
        let sum = recordsOf.sorted { $0.key < $1.key }.reduce(0) { $0 + Double($1.value) * pow($1.key, -power) }
        let special = Double(sampleUniques)
        let shareOf = recordsOf.keys.reduce(into: [0.0: 0.0]) { shares, score in
            shares[score] = 1 / (1 + (special / theta - special) / (pow(score, power) * sum))
        }
        return scores.map { shareOf[$0] ?? 0 }
    }
}
