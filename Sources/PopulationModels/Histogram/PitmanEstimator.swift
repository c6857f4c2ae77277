/// Pitman: the classes follow the Ewens-Pitman partition, fitted by maximum likelihood within its domain.
///
/// `S_1 = N Gamma(theta+1) Gamma(N+theta+alpha-1) / (Gamma(theta+alpha) Gamma(N+theta))`, the expectation in a population
/// of N; for a large N it is near `Gamma(theta+1)/Gamma(theta+alpha) N^alpha`, which some tools print.
///
/// Source: Hoshino 2001, see `PitmanFit`.
package struct PitmanEstimator: PopulationEstimator {
    /// `pitman`.
    package static let name = "pitman"
    /// See `PopulationEstimator`.
    package static let assumptions = [
        "classes follow an Ewens-Pitman partition: new ones keep appearing as a power of the population"
    ]
    /// See `PopulationEstimator`.
    package static let directionOfError =
        "overstates when the fields have a limited number of combinations and the sample does not have them all"

    /// An estimator.
    package init() {}

    /// See `PopulationEstimator`.
    ///
    /// - Complexity: O(different class sizes) time, and O(records) once for the check and for each draw of the bootstrap.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        let size = sample.populationSize
        let fit: PitmanFit
        do throws(PitmanFit.Failure) {
            fit = try PitmanFit(sample.histogram)
        } catch {
            return .none(error.reason)
        }
        let value = Double(size) * fit.process.uniqueness(of: size)
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap {
            interval = bootstrap.interval(
                around: value, most: Double(size), purpose: BootstrapPurpose.pitman,
                draws: bootstrap.draws(costing: Double(sample.records) * 8), method: .parametricBootstrap
            ) { stream in
                fit.process.draw(sample, &stream) { drawn in
                    (try? PitmanFit(drawn, checked: false)).map { Double(size) * $0.process.uniqueness(of: size) }
                }
            }
        }
        return PopulationEstimate(
            .value(value, interval: interval.interval),
            parameters: [
                .init(name: "theta", value: fit.process.concentration),
                .init(name: "alpha", value: fit.process.discount),
            ],
            diagnostics: EstimateDiagnostics(
                iterations: fit.iterations,
                fallback: fit.usedDirectSums ? "sums taken term by term, because the closed ones cancel" : nil,
                notes: interval.notes))
    }
}
