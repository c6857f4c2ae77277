/// Slow and obvious means by group whose spread knows that the records of a cluster belong together.
public struct SlowGroups {
    private let clusters: [Int]
    private let groups: [Int]

    /// The cluster and the group of each record.
    public init(clusters: [Int], groups: [Int]) {
        self.clusters = clusters
        self.groups = groups
    }

    /// The mean over the records of a group, and its variance; no variance for a single cluster.
    ///
    /// - Complexity: O(records x clusters) time.
    public func mean(of values: [Double], group: Int?) -> (value: Double, variance: Double?) {
        let scores = scores(values, group)
        let variance = scores.count < 2 ? nil : scores.values.reduce(0) { $0 + $1 * $1 } * correction(scores.count)
        return (plainMean(values, group), variance)
    }

    /// The standard deviation of the logarithm of a group's mean over that of all records; `nil` where it is not defined.
    public func ratioDeviation(of values: [Double], group: Int) -> Double? {
        let (own, all) = (scores(values, group), scores(values, nil))
        let (mean, whole) = (plainMean(values, group), plainMean(values, nil))
        if own.count < 2 || all.count < 2 || mean == 0 { return nil }
        let (first, second) = (correction(own.count).squareRoot(), correction(all.count).squareRoot())
        let sum = all.keys.reduce(0.0) { sum, cluster in
            let difference = first * (own[cluster] ?? 0) / mean - second * (all[cluster] ?? 0) / whole
            return sum + difference * difference
        }
        return sum.squareRoot()
    }

    private func isInside(_ record: Int, _ group: Int?) -> Bool { group.map { groups[record] == $0 } ?? true }

    private func plainMean(_ values: [Double], _ group: Int?) -> Double {
        let inside = values.indices.filter { isInside($0, group) }
        return inside.reduce(0) { $0 + values[$1] } / Double(inside.count)
    }

    /// What each cluster adds to the mean beyond its share.
    private func scores(_ values: [Double], _ group: Int?) -> [Int: Double] {
        let mean = plainMean(values, group)
        let inside = values.indices.filter { isInside($0, group) }
        var scores: [Int: Double] = [:]
        for record in inside { scores[clusters[record], default: 0] += (values[record] - mean) / Double(inside.count) }
        return scores
    }

    private func correction(_ clusters: Int) -> Double { Double(clusters) / Double(clusters - 1) }
}
