internal import Statistics

/// A number over several runs of a simulation, and the range in which 95 of 100 further runs are expected.
///
/// Quantiles of the runs themselves are no such range: those of 20 runs hold 86 % of further ones, and it takes hundreds of
/// runs until they hold 95 %. But every run is made of many requests that are drawn one by one, so that the spread of the
/// runs is known from the spread of the requests, of which even a few runs have thousands.
///
/// With `n` runs of a mean `m`, `V` the variance of a run and `z` the normal quantile at 97.5 %, the range is
/// `m + (z^2 - 1) / 6 V / m` plus and minus `z sqrt(V (1 + 1/n))`: a further run varies, and so does the mean. The first
/// term is the skewness of a rare count (Cornish and Fisher, 1938). A range that would begin below none begins with it, and `z` is
/// the quantile at 95 %, since there are no runs below it. Where the requests were drawn independently, `V` would be
/// the sum of the variances of all requests; as no child is asked about twice in a run, it can be smaller by the share of all
/// pupils who are asked about, but not more. Between these two bounds it is the mean of what independent draws and the runs
/// themselves show, where the former count as 40 runs, since few runs tell their spread badly.
package struct RunSummary: Sendable, Hashable {
    /// The mean of the runs.
    package let mean: Double
    /// The range in which 95 of 100 further runs are expected, in whole numbers for counts; `nil` for a single run.
    package let interval: ClosedRange<Double>?

    private static let z = NormalDistribution.quantile(0.975)
    /// The variance in independent draws counts as much as that of so many runs.
    private static let prior = 40.0
    private static let oneSided = NormalDistribution.quantile(0.95)
    /// How far beyond the range a whole number may be to be in it: half of what a normal approximation of whole numbers is
    /// corrected by, so that small counts are held by 95 % and large ones by not much more.
    private static let slack = 0.25

    /// The summary of a count.
    ///
    /// - Parameters:
    ///   - count: What is counted.
    ///   - runs: The counts of at least one run.
    ///   - requests: How many requests of each run could have been counted, at least as many as were.
    ///   - share: The share of all pupils who are asked about in a run, in `[0, 1]`.
    package init(
        _ count: KeyPath<RequestCounts, Int>, in runs: [RequestCounts], ofRequests requests: Int, share: Double
    ) {
        precondition(!runs.isEmpty, "a summary of no runs")
        precondition(runs.allSatisfy { $0.requests <= requests }, "counts of more requests than there are")
        let values = runs.map { Double($0[keyPath: count]) }
        let all = Double(runs.count)
        let squares = Double(runs.reduce(0) { $0 + $1.squares(of: count) }) / all
        let mean = Quantile.mean(values)
        // None in all runs does not mean none in the next: half of one is expected in as many runs.
        let expected = values.allSatisfy { $0 == 0 } ? 0.5 / all : mean
        let independent = mean > 0 ? max(squares - mean * mean / Double(max(requests, 1)), 0) : expected
        self.mean = mean
        guard let range = Self.range(values, mean: expected, independent: independent, share: share, slack: Self.slack)
        else {
            interval = nil
            return
        }
        let most = RequestCounts.isOncePerRequest(count) ? Double(requests) : .infinity
        interval =
            min(
                range.lowerBound.rounded(.up), mean.rounded(.down))...min(
                max(range.upperBound.rounded(.down), mean.rounded(.up)), most)
    }

    /// The summary of a ratio, over the runs in which it has a denominator.
    ///
    /// - Parameters:
    ///   - part: What is counted of the requests that the denominator counts.
    ///   - all: The denominator, at most 1 for each request.
    ///   - runs: The counts of the runs.
    ///   - share: The share of all pupils who are asked about in a run, in `[0, 1]`.
    /// - Returns: `nil` where no run has a denominator.
    package init?(
        _ part: KeyPath<RequestCounts, Int>, of all: KeyPath<RequestCounts, Int>, in runs: [RequestCounts],
        share: Double
    ) {
        let runs = runs.filter { $0[keyPath: all] > 0 }
        if runs.isEmpty { return nil }
        let values = runs.map { Double($0[keyPath: part]) / Double($0[keyPath: all]) }
        mean = Quantile.mean(values)
        func sum(_ number: (RequestCounts) -> Int) -> Double { Double(runs.reduce(0) { $0 + number($1) }) }
        let (parts, wholes) = (sum { $0[keyPath: part] }, sum { $0[keyPath: all] })
        let ratio = parts / wholes
        // The requests of the denominator have 1 each, so that the sum of their products with the part is the part.
        let residuals = max(sum { $0.squares(of: part) } - ratio * parts, 0)
        let independent = residuals / wholes * Quantile.mean(runs.map { 1 / Double($0[keyPath: all]) })
        let most = RequestCounts.isOncePerRequest(part) ? 1 : Double.infinity
        interval = Self.range(values, mean: mean, independent: independent, share: share, slack: 0).map { range in
            min(range.lowerBound, most)...min(range.upperBound, most)
        }
    }

    /// The range of values whose mean and whose variance in independent draws are given, wider by some slack on either side.
    private static func range(
        _ values: [Double], mean: Double, independent: Double, share: Double, slack: Double
    ) -> ClosedRange<Double>? {
        if values.count < 2 { return nil }
        let all = Double(values.count)
        let observed = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (all - 1)
        let weighed = (prior * independent + (all - 1) * observed) / (prior + all - 1)
        let variance = min(max(weighed, independent * (1 - share)), independent)
        let deviation = (variance * (1 + 1 / all)).squareRoot()
        func centre(_ z: Double) -> Double { mean + (mean > 0 ? (z * z - 1) / 6 * variance / mean : 0) }
        let lower = centre(z) - z * deviation - slack
        let upper = lower > 0 ? centre(z) + z * deviation : centre(oneSided) + oneSided * deviation
        return max(lower, 0)...max(upper + slack, 0)
    }
}
