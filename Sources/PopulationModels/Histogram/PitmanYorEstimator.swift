internal import Counting
internal import Foundation
internal import Statistics

/// Pitman-Yor: the curve of uniqueness against size, fitted to smaller samples of the sample and continued.
///
/// The shares of uniques that samples of n, n/2, n/4, ... of the records have on average are exact; (h, gamma) of the process
/// minimise the mean of `ln n (U(n) - observed)^2` over them. `S_1 = N U(N)`.
///
/// Source: see `PitmanYorProcess`.
package struct PitmanYorEstimator: PopulationEstimator {
    /// `pitmanYor`.
    package static let name = "pitmanYor"
    /// See `PopulationEstimator`.
    package static let assumptions = [
        "uniqueness goes on falling with the size of the population as it does up to the size of the sample"
    ]
    /// See `PopulationEstimator`.
    package static let directionOfError =
        "overstates when the fields have a limited number of combinations; less so than a fit to all class sizes"

    /// The size of a population and what the fitted process says about it.
    package struct Point: Sendable, Hashable {
        /// Persons, at least 1.
        package let size: Int
        /// The share of persons alone in their class.
        package let uniqueness: Double
        /// The chance that a guess within the class is right.
        package let correctness: Double
    }

    /// An estimator.
    package init() {}

    /// The fitted process; `nil` when the sample has too few records or no curve to fit.
    ///
    /// - Complexity: O(largest class) time.
    package func process(of sample: PopulationSample) -> PitmanYorProcess? { Self.curve(sample.histogram)?.process }

    /// The curve at given sizes of a population.
    ///
    /// - Parameters:
    ///   - process: The fitted process.
    ///   - sizes: Each at least 1.
    /// - Throws: `sizeOutOfRange`.
    package func points(of process: PitmanYorProcess, at sizes: [Int]) throws(EstimationError) -> [Point] {
        var points: [Point] = []
        for size in sizes {
            if size < 1 { throw .sizeOutOfRange(size) }
            points.append(
                Point(
                    size: size, uniqueness: process.uniqueness(of: size), correctness: process.correctness(of: size)))
        }
        return points
    }

    /// See `PopulationEstimator`.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        let size = sample.populationSize
        if sample.records < 16 { return .none("fewer than 16 records give too short a curve") }
        guard let fit = Self.curve(sample.histogram) else {
            return .none("the sample has no uniques, or nothing but uniques, so it gives no curve to continue")
        }
        let value = Double(size) * fit.process.uniqueness(of: size)
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap {
            interval = bootstrap.interval(
                around: value, most: Double(size), purpose: BootstrapPurpose.pitmanYor,
                draws: bootstrap.draws(costing: Double(sample.records) * 8), method: .parametricBootstrap
            ) { stream in
                fit.process.draw(sample, &stream) { drawn in
                    Self.curve(drawn).map { Double(size) * $0.process.uniqueness(of: size) }
                }
            }
        }
        return PopulationEstimate(
            .value(value, interval: interval.interval),
            parameters: [
                .init(name: "discount", value: fit.process.discount),
                .init(name: "concentration", value: fit.process.concentration),
                .init(name: "entropy", value: fit.process.entropy), .init(name: "tail", value: fit.process.tail),
            ],
            diagnostics: EstimateDiagnostics(
                converged: fit.search.converged, iterations: fit.search.iterations, notes: interval.notes))
    }

    private static func curve(
        _ histogram: SizeHistogram
    ) -> (process: PitmanYorProcess, search: NelderMead.Outcome)? {
        let rarefaction = Rarefaction(histogram)
        let sizes = rarefaction.sizes
        if sizes.count < 3 || histogram.uniques == 0 || histogram.uniques == histogram.records { return nil }
        let points = sizes.map { (size: $0, weight: log(Double($0)), share: rarefaction.uniqueness(of: $0)) }
        let search = NelderMead().minimise(from: [12, 0.26], scale: [-4, 0.2]) { point in
            guard let process = PitmanYorProcess(entropy: point[0], tail: point[1]) else { return .infinity }
            let loss = points.reduce(0) { sum, point in
                let miss = process.uniqueness(of: point.size) - point.share
                return sum + point.weight * miss * miss
            }
            return loss.isNaN ? .infinity : loss / Double(points.count)
        }
        return PitmanYorProcess(entropy: search.point[0], tail: search.point[1]).map { ($0, search) }
    }
}
