internal import Counting

/// The contract of every estimator of the population from a sample.
///
/// An estimator
/// - gives a finite number, at least 0 and for uniques at most N, or no answer with a reason, and never NaN;
/// - is exact when the sample is the population, and does not depend on the order of records or fields beyond rounding;
/// - gives the same answer, interval included, for any number of threads and the same seed;
/// - says what it assumes and in which direction it errs when the assumptions fail.
package protocol PopulationEstimator: Sendable {
    /// The name of the model, in camelCase, as in the JSON output.
    static var name: String { get }
    /// What must hold for the interval to mean what it says, beyond a simple random sample.
    static var assumptions: [String] { get }
    /// Whether the number tends to be above or below the truth, and when.
    static var directionOfError: String { get }

    /// Estimates from a sample that has records and is not the whole population.
    ///
    /// - Parameters:
    ///   - sample: The sample.
    ///   - bootstrap: How to make the interval; none when `nil`.
    func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate
}

extension PopulationEstimator {
    /// Estimates from any sample.
    ///
    /// - Parameters:
    ///   - sample: The sample; without records there is no answer, and a sample that is the population answers itself.
    ///   - bootstrap: How to make the interval; none when `nil`.
    package func estimate(_ sample: PopulationSample, bootstrap: Bootstrap? = nil) -> PopulationEstimate {
        if sample.records == 0 { return .none("the sample has no records") }
        if sample.records == sample.populationSize {
            let uniques = Double(sample.histogram.uniques)
            return PopulationEstimate(
                .value(
                    uniques,
                    interval: EstimateInterval(
                        lower: uniques, upper: uniques, confidence: Bootstrap.confidence, method: .exact, draws: 0)),
                diagnostics: EstimateDiagnostics(notes: ["The sample is the population, so its uniques are counted."]))
        }
        return fit(sample, bootstrap: bootstrap)
    }
}
