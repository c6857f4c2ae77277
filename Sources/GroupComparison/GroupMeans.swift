internal import Foundation
internal import Microdata
internal import Statistics

/// The means of outcomes by group, with intervals that know that the records of a cluster share their outcome.
///
/// With n_gc records of group g in cluster c, n_g in all, and the outcome v_c: `m_g = sum_c n_gc v_c / n_g`; its variance is that of a
/// ratio of totals over clusters, `V_g = C/(C-1) sum_c (n_gc (v_c - m_g) / n_g)^2` with C clusters that have records of the group.
/// The interval is Wilson's with `m_g (1 - m_g) / V_g` effective records, where that is finite. A mean of 0 has those that it would
/// have if one record were a cluster with the outcome, m_g = 1/n_g: it says no less than a mean just above 0. Else there are C. The ratio to all records
/// m has `Var ln(m_g/m) = V_g/m_g^2 + V/m^2 - 2 Cov/(m_g m)`, with the covariance over the same clusters.
///
/// Source: Cochran, Sampling Techniques, 1977, sections 6.3 and 9A.2; Korn & Graubard, Confidence intervals for proportions with
/// small expected number of positive counts estimated from survey data, 1998 (effective sample size).
package struct GroupMeans: Sendable, Hashable {
    /// The groups.
    package let groups: RecordGroups
    /// For each outcome the mean over all records.
    package let whole: [GroupMean]
    /// For each group and outcome the mean over its records.
    package let means: [[GroupMean]]

    /// The number of records in all groups.
    package var records: Int { groups.groups.reduce(0) { $0 + $1.records } }

    /// The part of the sum of an outcome over all records that a group has; `nil` when the sum is 0.
    package func shareOfWhole(group: Int, outcome: Int) -> Double? {
        let total = whole[outcome].value * Double(records)
        return total == 0 ? nil : means[group][outcome].value * Double(groups.groups[group].records) / total
    }

    /// The means of the outcomes of clusters over groups of records.
    ///
    /// - Parameters:
    ///   - outcomes: What happens to each cluster.
    ///   - clusterOf: The cluster of each record; `EquivalenceClasses.excluded` leaves a record out.
    ///   - groups: The groups of the same records, with the same ones left out.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Complexity: O(records + clusters) time; 8 bytes per record and per group and outcome 64 x 3 numbers.
    package init(_ outcomes: ClusterOutcomes, clusterOf: [UInt32], groups: RecordGroups, threads: Int? = nil) {
        precondition(clusterOf.count == groups.groupOf.count, "clusters and groups of different records")
        let clusters = ClusterRecords(
            clusterOf: clusterOf, clusters: outcomes.kindOf.count, numberOf: groups.groupOf)
        let workers = Workers(threads)
        let sums = GroupSums.add(clusters, outcomes, groups.groups.count, workers)
        let spreads = GroupSpreads.add(clusters, outcomes, sums, workers)
        let width = outcomes.count
        let all = groups.groups.count
        self.groups = groups
        whole = (0..<width).map { outcome in
            let value = sums.mean(group: all, outcome: outcome)
            return GroupMean(
                value: value,
                interval: Self.interval(value, spreads.variances[all * width + outcome], sums, group: all),
                ratio: nil, ratioInterval: nil)
        }
        means = groups.groups.indices.map { group in
            (0..<width).map { outcome in
                Self.mean(sums, spreads, group: group, outcome: outcome, all: all, width: width)
            }
        }
    }

    private static func mean(
        _ sums: GroupSums, _ spreads: GroupSpreads, group: Int, outcome: Int, all: Int, width: Int
    ) -> GroupMean {
        let (value, whole) = (sums.mean(group: group, outcome: outcome), sums.mean(group: all, outcome: outcome))
        let variance = spreads.variances[group * width + outcome]
        let interval = interval(value, variance, sums, group: group)
        if whole == 0 { return GroupMean(value: value, interval: interval, ratio: nil, ratioInterval: nil) }
        let ratio = value / whole
        var ratioInterval: ClosedRange<Double>?
        if let interval {
            if value == 0 {
                // A logarithm has no zero; the upper end is that of the mean.
                ratioInterval = 0...interval.upperBound / whole
            } else {
                let spread =
                    variance / (value * value) + spreads.variances[all * width + outcome] / (whole * whole)
                    - 2 * spreads.covariances[group * width + outcome] / (value * whole)
                let factor = exp(z * max(spread, 0).squareRoot())
                ratioInterval = ratio / factor...ratio * factor
            }
        }
        return GroupMean(value: value, interval: interval, ratio: ratio, ratioInterval: ratioInterval)
    }

    private static let z = NormalDistribution.quantile(0.975)

    private static func interval(
        _ value: Double, _ variance: Double, _ sums: GroupSums, group: Int
    ) -> ClosedRange<Double>? {
        let clusters = sums.clusters[group]
        if clusters < 2 { return nil }
        // Rounding leaves a trace of variance where all outcomes are equal.
        let spread = value * (1 - value)
        let effective =
            if value == 0 {
                effectiveRecordsOfOne(Double(sums.records[group]), squares: sums.squares[group], clusters: clusters)
            } else if variance > 1e-24 && spread > 0 { spread / variance } else { Double(clusters) }
        let bounds = WilsonInterval(share: value, effectiveTrials: effective).bounds
        // At the ends the formula is exact and its rounding is not.
        return (value == 0 ? 0 : bounds.lowerBound)...(value == 1 ? 1 : bounds.upperBound)
    }

    /// The effective records of a group of n records of which one is a cluster of its own and alone has the outcome.
    private static func effectiveRecordsOfOne(_ n: Double, squares: Double, clusters: Int) -> Double {
        let mean = 1 / n
        let correction = Double(clusters) / Double(clusters - 1)
        let variance = correction * ((1 - mean) * (1 - mean) + (squares - 1) * mean * mean) / (n * n)
        return mean * (1 - mean) / variance
    }
}
