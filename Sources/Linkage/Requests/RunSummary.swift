/// A number over several runs of a simulation.
public struct RunSummary: Sendable, Hashable {
    /// The mean of the runs.
    public let mean: Double
    /// The quantiles of the runs at 2.5 and 97.5 %; `nil` for a single run.
    public let interval: ClosedRange<Double>?

    /// The summary of at least one value.
    ///
    /// Source of the quantiles: Hyndman & Fan, Sample quantiles in statistical packages, American Statistician 50 (1996),
    /// definition 7.
    public init(_ values: [Double]) {
        precondition(!values.isEmpty, "a summary of no runs")
        let sorted = values.sorted()
        mean = sorted.reduce(0, +) / Double(sorted.count)
        func quantile(_ p: Double) -> Double {
            let place = p * Double(sorted.count - 1)
            let low = Int(place)
            let high = min(low + 1, sorted.count - 1)
            return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
        }
        interval = sorted.count > 1 ? quantile(0.025)...quantile(0.975) : nil
    }
}
