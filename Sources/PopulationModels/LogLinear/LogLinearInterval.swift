internal import Foundation
internal import Microdata
internal import Statistics

/// The interval of a log-linear estimate.
///
/// Each draw gives every cell Poisson records in the sample and beyond it, counts the uniques, fits the model again from the
/// fitted values, and estimates. Where that would take too long, `ConditionalVariance` stands in.
struct LogLinearInterval {
    private let sample: PopulationSample
    private let fit: LogLinearFit

    /// Passes over a cell and margin that all draws together may take.
    private static let budget = 3e9
    /// The most sweeps of a fit that starts near its limit.
    private static let sweepsOfARefit = 25

    init(_ sample: PopulationSample, _ fit: LogLinearFit) {
        self.sample = sample
        self.fit = fit
    }

    func interval(
        around value: Double, _ bootstrap: Bootstrap
    ) -> (interval: EstimateInterval?, notes: [String]) {
        let most = Double(sample.populationSize)
        let beyond = fit.beyond(sample)
        guard let table = fit.table else {
            return (
                ConditionalVariance.interval(around: value, sample, beyond: beyond), [ConditionalVariance.note]
            )
        }
        let cost = Double(table.count) * Double(table.marginSizes.count + 10) * Double(Self.sweepsOfARefit)
        if cost * Double(Bootstrap.leastDraws) > Self.budget {
            return (
                ConditionalVariance.interval(around: value, sample, beyond: beyond), [ConditionalVariance.note]
            )
        }
        // Large tables share each fit among the threads, small ones the draws.
        let sharesDraws = table.stripes.count < 4
        return bootstrap.interval(
            around: value, most: most, purpose: BootstrapPurpose.logLinear,
            draws: bootstrap.draws(costing: cost, budget: Self.budget), method: .parametricBootstrap,
            parallel: sharesDraws
        ) { stream in draw(table, &stream, threads: sharesDraws ? 1 : bootstrap.threads) }
    }

    private func draw(_ table: CellTable, _ stream: inout RandomStream, threads: Int?) -> Bootstrap.Draw {
        let fraction = sample.samplingFraction
        var uniques = 0
        let stripes = table.stripes.elements.map { stripe in
            let counts = stripe.fitted.map { rate -> Double in
                let count = stream.nextPoisson(mean: rate)
                if count <= 1 {
                    let v = (1 - fraction) / fraction * rate
                    if stream.nextUnit() < (count == 1 ? exp(-v) : v * exp(-v)) { uniques += 1 }
                }
                return Double(count)
            }
            return stripe.copy(counts: counts, fitted: stripe.fitted)
        }
        let drawn = CellTable(table, stripes: stripes)
        var fitting = ProportionalFitting()
        fitting.tolerance = 1e-5
        fitting.sweeps = Self.sweepsOfARefit
        fitting.threads = threads
        _ = fitting.fit(drawn)
        var tau = 0.0
        for stripe in drawn.stripes.elements {
            for (count, rate) in zip(stripe.counts, stripe.fitted) where count == 1 {
                tau += exp(-(1 - fraction) / fraction * rate)
            }
        }
        return Bootstrap.Draw(truth: Double(uniques), estimate: tau / fraction)
    }
}
