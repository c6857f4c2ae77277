internal import Statistics

/// Data intrusion simulation: the probability that a match with a record alone in the sample is correct.
///
/// `theta = pi m_1 / (pi m_1 + 2 m_2 (1 - pi))`, with pi the sampling fraction.
///
/// Source: Skinner & Elliot, A measure of disclosure risk for microdata, J. R. Stat. Soc. B 64, 2002, equation 2.5.
package struct DISEstimator: PopulationEstimator {
    /// `dis`.
    package static let name = "dis"
    /// See `PopulationEstimator`.
    package static let assumptions: [String] = []
    /// See `PopulationEstimator`.
    package static let directionOfError = "nearly unbiased, whatever the distribution of class sizes"

    /// An estimator.
    package init() {}

    /// See `PopulationEstimator`.
    ///
    /// - Complexity: O(1) time.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        let (once, twice) = (sample.classes(ofSize: 1), sample.classes(ofSize: 2))
        let share = sample.samplingFraction
        func theta(_ once: Double, _ twice: Double) -> Double? {
            let matches = share * once + 2 * twice * (1 - share)
            return once == 0 || matches == 0 ? nil : share * once / matches
        }
        guard let value = theta(Double(once), Double(twice)) else {
            return .none("no record is alone in the sample", .matchProbability)
        }
        var interval: EstimateInterval?
        if let bootstrap {
            var values: [Double] = []
            for item in 0..<bootstrap.draws {
                var stream = RandomStream(seed: bootstrap.seed, purpose: BootstrapPurpose.dis, item: UInt64(item))
                let drawn = theta(
                    Double(stream.nextPoisson(mean: Double(once))), Double(stream.nextPoisson(mean: Double(twice))))
                if let drawn { values.append(drawn) }
            }
            if values.count >= Bootstrap.leastDraws / 2 {
                values.sort()
                let tail = (1 - Bootstrap.confidence) / 2
                interval = EstimateInterval(
                    lower: Quantile.of(values, tail), upper: Quantile.of(values, 1 - tail),
                    confidence: Bootstrap.confidence, method: .classBootstrap, draws: values.count)
            }
        }
        return PopulationEstimate(.value(value, interval: interval), of: .matchProbability)
    }

    /// See `PopulationEstimator`; in a sample that is the population every match of a unique is correct.
    package func estimate(_ sample: PopulationSample, bootstrap: Bootstrap? = nil) -> PopulationEstimate {
        if sample.records == 0 { return .none("the sample has no records", .matchProbability) }
        return fit(sample, bootstrap: bootstrap)
    }
}
