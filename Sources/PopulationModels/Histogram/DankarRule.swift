internal import Counting

/// Dankar's rule: which of the estimators to take, by the sampling fraction.
///
/// No sample unique: 0. A fraction up to 0.1: Pitman if it has an answer above 0, else Zayatz. A larger fraction: the smaller
/// of slide negative binomial and Zayatz, or Zayatz alone when the former has no answer.
///
/// Source: Dankar, El Emam, Neisa & Roffey, Estimating the re-identification risk of clinical data sets, BMC Med. Inform.
/// Decis. Mak. 12:66, 2012, in the form that ARX uses.
package struct DankarRule: PopulationEstimator {
    /// `dankar`.
    package static let name = "dankar"
    /// See `PopulationEstimator`.
    package static let assumptions = ["those of the estimator that it takes"]
    /// See `PopulationEstimator`.
    package static let directionOfError = "that of the estimator that it takes"

    /// An estimator.
    package init() {}

    /// See `PopulationEstimator`.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        Self.choose(
            sample, zayatz: ZayatzEstimator().fit(sample, bootstrap: bootstrap),
            pitman: { PitmanEstimator().fit(sample, bootstrap: bootstrap) },
            slide: { SlideNegativeBinomialEstimator(classCount: .shlosser).fit(sample, bootstrap: bootstrap) })
    }

    /// Applies the rule to estimates at hand.
    static func choose(
        _ sample: PopulationSample, zayatz: PopulationEstimate, pitman: () -> PopulationEstimate,
        slide: () -> PopulationEstimate
    ) -> PopulationEstimate {
        if sample.histogram.uniques == 0 {
            return PopulationEstimate(
                .value(0, interval: nil),
                diagnostics: EstimateDiagnostics(notes: ["No record is alone in the sample."]))
        }
        if sample.samplingFraction <= 0.1 {
            let pitman = pitman()
            if let value = pitman.value, value > 0 { return named(pitman, PitmanEstimator.name, fallback: nil) }
            return named(zayatz, ZayatzEstimator.name, fallback: "Zayatz, because Pitman has no answer")
        }
        let slide = slide()
        guard let value = slide.value else {
            return named(
                zayatz, ZayatzEstimator.name, fallback: "Zayatz, because the slide negative binomial has no answer")
        }
        return value <= zayatz.value ?? .infinity
            ? named(slide, SlideNegativeBinomialEstimator.name, fallback: nil)
            : named(zayatz, ZayatzEstimator.name, fallback: nil)
    }

    private static func named(
        _ estimate: PopulationEstimate, _ name: String, fallback: String?
    ) -> PopulationEstimate {
        let diagnostics = estimate.diagnostics
        return PopulationEstimate(
            estimate.answer,
            diagnostics: EstimateDiagnostics(
                converged: diagnostics.converged, iterations: diagnostics.iterations,
                fallback: fallback ?? diagnostics.fallback, notes: ["Taken from \(name)."] + diagnostics.notes))
    }
}
