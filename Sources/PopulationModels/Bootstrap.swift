internal import Foundation
internal import Microdata
internal import Statistics

/// How intervals are made: how many draws, from which seed.
///
/// Each draw gives a truth and an estimate under the fitted model; with r the ratio of truth to estimate over the draws,
/// the interval of an estimate s is `[s q(r, 0.025), s q(r, 0.975)]`. It so holds both the noise of the sample and the
/// chance in the population, and corrects a bias that the model knows of. With fewer than 100 draws the quantiles are
/// those of a normal distribution fitted to `ln r`. Half a person is added to numerator and denominator, so that counts
/// of 0 have a logarithm.
///
/// Source: Efron & Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6 and 12.
package struct Bootstrap: Sendable, Hashable {
    /// The confidence of every interval.
    package static let confidence = 0.95
    /// The fewest draws that give an interval.
    package static let leastDraws = 20
    /// How many draws can be asked for.
    package static let drawRange = leastDraws...2_000
    /// The number of draws unless said otherwise.
    package static let defaultDraws = 200

    /// The seed of the draws.
    package let seed: UInt64
    /// The number of draws asked for; expensive models make fewer and say so.
    package let draws: Int
    /// The number of threads; all cores when `nil`. The answer does not depend on it.
    package let threads: Int?

    /// Draws from a seed.
    ///
    /// - Parameters:
    ///   - seed: Any number.
    ///   - draws: In `drawRange`, from 20.
    ///   - threads: At least 1; all cores when `nil`.
    /// - Throws: `tooFewDraws` or `tooManyDraws`.
    package init(seed: UInt64 = 1, draws: Int = defaultDraws, threads: Int? = nil) throws(EstimationError) {
        if draws < Self.leastDraws { throw .tooFewDraws(draws, least: Self.leastDraws) }
        if !Self.drawRange.contains(draws) { throw .tooManyDraws(draws, most: Self.drawRange.upperBound) }
        self.seed = seed
        self.draws = draws
        self.threads = threads
    }

    /// What one draw gave.
    struct Draw: Sendable {
        /// The number in the drawn population.
        let truth: Double
        /// What the estimator says about it, if it has an answer.
        let estimate: Double?
    }

    /// As many draws as a budget of elementary steps allows, at least 20.
    func draws(costing cost: Double, budget: Double = 2e9) -> Int {
        max(Self.leastDraws, min(draws, Int(min(budget / max(cost, 1), 1e9))))
    }

    /// The interval of a value, and a remark when some draws had no answer.
    ///
    /// - Parameters:
    ///   - value: The estimate.
    ///   - most: The most that the truth can be.
    ///   - purpose: Which estimator the random numbers are for.
    ///   - count: The number of draws.
    ///   - method: How the draws are made.
    ///   - draw: Makes one draw from its stream.
    func interval(
        around value: Double, most: Double, purpose: UInt64, draws count: Int, method: EstimateInterval.Method,
        parallel: Bool = true, _ draw: @Sendable (inout RandomStream) -> Draw
    ) -> (interval: EstimateInterval?, notes: [String]) {
        let slots = DisjointBuffer<Draw?>(count)
        Workers(parallel ? threads : 1).run(count) { _, item in
            var stream = RandomStream(seed: seed, purpose: purpose, item: UInt64(item))
            slots[item] = draw(&stream)
        }
        let answered = slots.results().compactMap { draw in draw.estimate.map { (draw.truth, $0) } }
        guard answered.count >= Self.leastDraws / 2, answered.count * 10 >= count * 8 else {
            return (
                nil, ["No interval: only \(answered.count) of \(count) draws from the fitted model have an answer."]
            )
        }
        var notes: [String] = []
        if answered.count < count {
            notes.append("\(count - answered.count) of \(count) draws had no answer and are left out of the interval.")
        }
        let logarithms = answered.map { log(($0.0 + 0.5) / ($0.1 + 0.5)) }.sorted()
        let (low, high) = Self.ends(logarithms)
        let ends = [low, high].map { min(max((value + 0.5) * exp($0) - 0.5, 0), most) }
        if value < ends[0] || value > ends[1] {
            notes.append(
                "The interval does not hold the value. On draws from the fitted model the estimate is off by a factor of "
                    + "\(Self.rounded(exp(-(low + high) / 2))), and the interval is corrected for that.")
        }
        return (
            EstimateInterval(
                lower: ends[0], upper: ends[1], confidence: Self.confidence, method: method, draws: answered.count),
            notes
        )
    }

    private static func ends(_ sorted: [Double]) -> (Double, Double) {
        let tail = (1 - confidence) / 2
        if sorted.count >= 100 { return (Quantile.of(sorted, tail), Quantile.of(sorted, 1 - tail)) }
        let count = Double(sorted.count)
        let mean = sorted.reduce(0, +) / count
        let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let reach = NormalDistribution.quantile(1 - tail) * (variance * (1 + 1 / count)).squareRoot()
        return (mean - reach, mean + reach)
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// What the random numbers of each estimator are for, so that they are independent of one another.
enum BootstrapPurpose {
    static let zayatz: UInt64 = 0x5a41
    static let pitman: UInt64 = 0x5049
    static let slideNegativeBinomial: UInt64 = 0x534e
    static let pitmanYor: UInt64 = 0x5059
    static let logLinear: UInt64 = 0x4c4c
    static let latentClass: UInt64 = 0x4c43
    static let latentClassStart: UInt64 = 0x4c53
    static let dis: UInt64 = 0x4449
    static let backTest: UInt64 = 0x4254
}
