internal import Foundation
internal import Statistics

/// The interval of `sum_{f=1} h / pi` given the fitted cells, h being the probability that a sample unique is unique.
///
/// The estimate and the true number differ by `I(f=1) h/pi - I(F=1)` in each cell; with a mean of 0 and, as the sample sees
/// it, a variance of `sum_{f=1} h/pi (h/pi - 2 h + 1)`. The uncertainty of the fit is left out.
enum ConditionalVariance {
    static let note =
        "The cells are too many to fit again and again, so the interval leaves out the uncertainty of the fit."

    /// The interval of a value, from the persons expected beyond the sample in each cell.
    static func interval(around value: Double, _ sample: PopulationSample, beyond: [Double]) -> EstimateInterval {
        let fraction = sample.samplingFraction
        var variance = 0.0
        for (count, v) in zip(sample.cells?.counts ?? [], beyond) where count == 1 {
            let h = exp(-v)
            variance += h / fraction * (h / fraction - 2 * h + 1)
        }
        let reach = NormalDistribution.quantile(0.5 + Bootstrap.confidence / 2) * variance.squareRoot()
        return EstimateInterval(
            lower: max(0, value - reach), upper: min(value + reach, Double(sample.populationSize)),
            confidence: Bootstrap.confidence, method: .conditionalVariance, draws: 0)
    }
}
