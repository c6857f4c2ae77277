internal import Counting
internal import Statistics

/// Slide negative binomial: `S_1 = K beta^alpha`.
///
/// K, alpha and beta are fitted together by maximum likelihood, which gives back the parameters of a population that the model
/// describes. The older way, K by Shlosser's modified estimate and then alpha and beta by the equations for m_1 and m_2, does
/// not: on such populations it can be several times too high. Its result stands among the parameters, as `shlosserClasses` and
/// `shlosserUniques`, and is what `DankarRule` takes, as its paper does.
///
/// Source: see `SlideNegativeBinomial` and `ShlosserClasses`.
package struct SlideNegativeBinomialEstimator: PopulationEstimator {
    /// How the number of classes in the population is found.
    package enum ClassCount: Sendable, Hashable {
        /// Together with alpha and beta.
        case likelihood
        /// By Shlosser's modified estimate, before alpha and beta.
        case shlosser
    }

    /// `slideNegativeBinomial`.
    package static let name = "slideNegativeBinomial"
    /// See `PopulationEstimator`.
    package static let assumptions = ["the persons of a class beyond the first follow a negative binomial distribution"]
    /// See `PopulationEstimator`.
    package static let directionOfError = "overstates in small samples of populations with a few very large classes"

    /// How the number of classes in the population is found.
    package let classCount: ClassCount

    /// An estimator.
    package init(classCount: ClassCount = .likelihood) { self.classCount = classCount }

    /// See `PopulationEstimator`.
    ///
    /// - Complexity: O(different class sizes) time, and as much for each draw of the bootstrap.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        let (histogram, fraction, most) = (sample.histogram, sample.samplingFraction, Double(sample.populationSize))
        if histogram.uniques == 0 { return .none("no record is alone in the sample") }
        if histogram.uniques == sample.records { return .none("every record is alone in the sample") }
        let shlosser = Self.shlosser(histogram, fraction)
        var search: NelderMead.Outcome?
        let likely = SlideNegativeBinomial(likelihoodOf: histogram, fraction: fraction, search: &search)
        var parameters: [PopulationEstimate.Parameter] = []
        guard let model = classCount == .likelihood ? likely : shlosser else {
            return .none("no slide negative binomial has these class sizes")
        }
        parameters = [
            .init(name: "classes", value: model.classes), .init(name: "alpha", value: model.alpha),
            .init(name: "beta", value: model.beta),
        ]
        if classCount == .likelihood, let shlosser {
            parameters += [
                .init(name: "shlosserClasses", value: shlosser.classes),
                .init(name: "shlosserUniques", value: min(shlosser.uniques, most)),
            ]
        }
        let value = min(model.uniques, most)
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap {
            interval = bootstrap.interval(
                around: value, most: most, purpose: BootstrapPurpose.slideNegativeBinomial, draws: bootstrap.draws,
                method: .parametricBootstrap
            ) { stream in
                let (uniques, drawn) = (likely ?? model).draw(fraction: fraction, &stream)
                var search: NelderMead.Outcome?
                let estimate =
                    classCount == .likelihood
                    ? SlideNegativeBinomial(likelihoodOf: drawn, fraction: fraction, search: &search)?.uniques
                    : Self.shlosser(drawn, fraction)?.uniques
                return Bootstrap.Draw(truth: Double(uniques), estimate: estimate.map { min($0, most) })
            }
        }
        let isSearched = classCount == .likelihood
        return PopulationEstimate(
            .value(value, interval: interval.interval), parameters: parameters,
            diagnostics: EstimateDiagnostics(
                converged: isSearched ? search?.converged ?? false : true,
                iterations: isSearched ? search?.iterations ?? 0 : 0, notes: interval.notes))
    }

    private static func shlosser(_ histogram: SizeHistogram, _ fraction: Double) -> SlideNegativeBinomial? {
        ShlosserClasses.count(histogram, fraction: fraction)
            .flatMap { SlideNegativeBinomial(classes: $0, of: histogram, fraction: fraction) }
    }
}
