internal import Foundation
internal import Microdata
internal import Statistics

/// Latent classes: within each of a few hidden classes of persons the fields are independent.
///
/// `S_1 = sum_{f=1} exp(-(1-pi) N p(x)) / pi`, with pi the sampling fraction.
///
/// Source: see `LatentClassModel`.
package struct LatentClassEstimator: PopulationEstimator {
    /// `latentClass`.
    package static let name = "latentClass"
    /// See `PopulationEstimator`.
    package static let assumptions = ["within each hidden class of persons the fields are independent"]
    /// See `PopulationEstimator`.
    package static let directionOfError =
        "overstates with too few classes, as an independence model does; understates with too many for the sample"

    /// C; the best by BIC when `nil`.
    package let classes: Int?
    /// The seed of the starts.
    package let seed: UInt64
    /// The number of threads; all cores when `nil`. The answer does not depend on it.
    package let threads: Int?

    /// How many classes can be asked for.
    package static let classRange = 1...LatentClassFit.classLimit

    /// An estimator.
    ///
    /// - Parameters:
    ///   - classes: In `[1, 200]`; the best by BIC when `nil`.
    ///   - seed: The seed of the starts.
    ///   - threads: At least 1; all cores when `nil`.
    /// - Throws: `classesOutOfRange`.
    package init(classes: Int? = nil, seed: UInt64 = 1, threads: Int? = nil) throws(EstimationError) {
        if let classes, !Self.classRange.contains(classes) {
            throw .classesOutOfRange(classes, most: LatentClassFit.classLimit)
        }
        self.classes = classes
        self.seed = seed
        self.threads = threads
    }

    /// See `PopulationEstimator`.
    ///
    /// - Complexity: O(rows x fields x C) time per EM step, of which there are some hundreds; 8 bytes per value and class.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        fitted(sample, bootstrap: bootstrap).estimate
    }

    /// The estimate and for each cell of the sample the persons expected beyond it; `nil` without an answer.
    func fitted(
        _ sample: PopulationSample, bootstrap: Bootstrap?
    ) -> (estimate: PopulationEstimate, beyond: [Double]?) {
        guard let cells = sample.cells else { return (.none("the values of the fields are not known"), nil) }
        let data = LatentClassData(cells)
        let fit = LatentClassFit(data, classes: classes, seed: seed, threads: threads)
        let beyond = fit.beyond(sample, data)
        let value = Self.uniques(cells.counts, beyond, fraction: sample.samplingFraction)
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap {
            interval = LatentClassInterval(sample, data, fit, beyond).interval(around: value, bootstrap)
        }
        let estimate = PopulationEstimate(
            .value(min(value, Double(sample.populationSize)), interval: interval.interval),
            parameters: [
                .init(name: "classes", value: Double(fit.model.classes)),
                .init(name: "logLikelihood", value: fit.logLikelihood), .init(name: "bic", value: fit.bic),
            ],
            diagnostics: EstimateDiagnostics(
                converged: fit.converged, iterations: fit.iterations, notes: interval.notes))
        return (estimate, beyond)
    }

    static func uniques(_ counts: [UInt32], _ beyond: [Double], fraction: Double) -> Double {
        zip(counts, beyond).reduce(0) { $0 + ($1.0 == 1 ? exp(-$1.1) : 0) } / fraction
    }
}
