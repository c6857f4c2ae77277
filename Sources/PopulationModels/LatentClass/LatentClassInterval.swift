internal import Foundation
internal import Statistics

/// The interval of a latent-class estimate.
///
/// Each draw makes a sample from the model; a unique of it stays one with its probability, and the uniques of the population
/// beyond the sample follow a Poisson distribution about their expectation under the model, `(1-pi) N E(1-p(x))^(N-1)`, which
/// is a mean over persons drawn once. The model is carried on from the fitted one and estimates. Where that would take too
/// long, `ConditionalVariance` stands in.
struct LatentClassInterval {
    private let sample: PopulationSample
    private let data: LatentClassData
    private let fit: LatentClassFit
    private let beyond: [Double]
    private let sampler: LatentClassSampler

    /// Elementary steps that all draws together may take.
    private static let budget = 3e9
    private static let stepsOfARefit = 30
    private static let persons = 20_000

    init(_ sample: PopulationSample, _ data: LatentClassData, _ fit: LatentClassFit, _ beyond: [Double]) {
        self.sample = sample
        self.data = data
        self.fit = fit
        self.beyond = beyond
        sampler = LatentClassSampler(fit.model, data)
    }

    func interval(
        around value: Double, _ bootstrap: Bootstrap
    ) -> (interval: EstimateInterval?, notes: [String]) {
        let cost =
            Double(data.rows) * Double(data.fields + 12) * Double(fit.model.classes) * Double(Self.stepsOfARefit)
            + Double(sample.records) * Double(data.fields) * 20
        if cost * Double(Bootstrap.leastDraws) > Self.budget {
            return (
                ConditionalVariance.interval(around: value, sample, beyond: beyond), [ConditionalVariance.note]
            )
        }
        let size = sample.populationSize
        var stream = RandomStream(seed: bootstrap.seed, purpose: BootstrapPurpose.latentClass, item: .max)
        let drawn = sampler.draw(records: Self.persons, &stream)
        let stays = zip(fit.model.probabilities(drawn), drawn.weights).reduce(0.0) { sum, row in
            sum + row.1 * exp(Double(size - 1) * log1p(-min(row.0, 1 - 1e-16)))
        }
        let expected = stays / Double(Self.persons) * Double(size - sample.records)
        return bootstrap.interval(
            around: value, most: Double(size), purpose: BootstrapPurpose.latentClass,
            draws: bootstrap.draws(costing: cost, budget: Self.budget), method: .parametricBootstrap
        ) { stream in
            let rows = sampler.draw(records: sample.records, &stream)
            var uniques = stream.nextPoisson(mean: expected)
            let persons = Double(size - sample.records)
            for (p, weight) in zip(fit.model.probabilities(rows), rows.weights) where weight == 1 {
                if stream.nextUnit() < exp(-persons * p) { uniques += 1 }
            }
            let again = LatentClassFit(
                rows, from: fit.model, steps: Self.stepsOfARefit, tolerance: 1e-6, threads: 1)
            let counts = rows.weights.map { UInt32($0) }
            return Bootstrap.Draw(
                truth: Double(uniques),
                estimate: LatentClassEstimator.uniques(
                    counts, again.beyond(sample, rows), fraction: sample.samplingFraction))
        }
    }
}
