internal import Statistics

/// A number over several runs of a simulation.
public struct RunSummary: Sendable, Hashable {
    /// The mean of the runs.
    public let mean: Double
    /// The quantiles of the runs at 2.5 and 97.5 %; `nil` for a single run.
    public let interval: ClosedRange<Double>?

    /// The summary of at least one value.
    public init(_ values: [Double]) {
        precondition(!values.isEmpty, "a summary of no runs")
        let sorted = values.sorted()
        mean = Quantile.mean(sorted)
        interval = sorted.count > 1 ? Quantile.of(sorted, 0.025)...Quantile.of(sorted, 0.975) : nil
    }
}
