internal import Counting
internal import Statistics

/// Zayatz: the classes of the population are taken to have the sizes of the classes of the sample.
///
/// `P(F = 1 | f = 1) = (m_1 / u) H(1; N, 1, n) / sum_i (m_i / u) H(1; N, i, n)` and `S_1 = m_1 P / (n / N)`, with H the
/// hypergeometric probability that a class of i is sampled once.
///
/// Source: Zayatz, Estimation of the percent of unique population elements on a microdata file using the sample, 1991.
package struct ZayatzEstimator: PopulationEstimator {
    /// `zayatz`.
    package static let name = "zayatz"
    /// See `PopulationEstimator`.
    package static let assumptions = ["classes have the same distribution of sizes in the population as in the sample"]
    /// See `PopulationEstimator`.
    package static let directionOfError =
        "overstates, the more the smaller the sample: classes grow with the population"

    /// An estimator.
    package init() {}

    /// See `PopulationEstimator`.
    ///
    /// - Complexity: O(largest class) time at most.
    package func fit(_ sample: PopulationSample, bootstrap: Bootstrap?) -> PopulationEstimate {
        let (n, size) = (sample.records, sample.populationSize)
        let sizes = sample.histogram.entries.map { (size: $0.size, classes: Double($0.classes)) }
        guard let (value, probability) = Self.uniques(sizes, records: n, population: size) else {
            return PopulationEstimate(
                .value(0, interval: nil),
                diagnostics: EstimateDiagnostics(notes: ["No record is alone in the sample."]))
        }
        var interval: (interval: EstimateInterval?, notes: [String]) = (nil, [])
        if let bootstrap {
            interval = bootstrap.interval(
                around: value, most: Double(size), purpose: BootstrapPurpose.zayatz, draws: bootstrap.draws,
                method: .classBootstrap
            ) { stream in
                let drawn = sizes.map { (size: $0.size, classes: Double(stream.nextPoisson(mean: $0.classes))) }
                let truth = Double(stream.nextPoisson(mean: value))
                return Bootstrap.Draw(
                    truth: truth, estimate: Self.uniques(drawn, records: n, population: size)?.uniques ?? 0)
            }
        }
        return PopulationEstimate(
            .value(value, interval: interval.interval),
            parameters: [.init(name: "uniqueGivenSampleUnique", value: probability)],
            diagnostics: EstimateDiagnostics(notes: interval.notes))
    }

    /// S_1 and P(F = 1 | f = 1); `nil` without sample uniques.
    private static func uniques(
        _ sizes: [(size: Int, classes: Double)], records: Int, population: Int
    ) -> (uniques: Double, probability: Double)? {
        guard let first = sizes.first, first.size == 1, first.classes > 0 else { return nil }
        // H(1; N, i, n) / H(1; N, 1, n) = i (N-n)(N-n-1)... / ((N-1)(N-2)...), i - 1 factors each.
        var sum = 0.0
        var chance = 1.0
        var done = 1
        for (size, classes) in sizes {
            while done < size, chance > 1e-300 {
                chance *= Double(max(population - records - done + 1, 0)) / Double(population - done)
                done += 1
            }
            if chance <= 1e-300 { break }
            sum += classes * Double(size) * chance
        }
        let probability = first.classes / sum
        return (first.classes * probability * Double(population) / Double(records), probability)
    }
}
