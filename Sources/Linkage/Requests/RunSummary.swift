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
        interval = sorted.count > 1 ? Self.quantile(sorted, 25)...Self.quantile(sorted, 975) : nil
    }

    /// The quantile at some thousandths, linear between the values: for counts one division, so that 1.525 is not
    /// 1.5249999999999986.
    private static func quantile(_ sorted: [Double], _ thousandths: Int) -> Double {
        let (place, part) = ((sorted.count - 1) * thousandths).quotientAndRemainder(dividingBy: 1_000)
        if part == 0 || sorted[place] == sorted[place + 1] { return sorted[place] }
        return (sorted[place] * Double(1_000 - part) + sorted[place + 1] * Double(part)) / 1_000
    }
}
