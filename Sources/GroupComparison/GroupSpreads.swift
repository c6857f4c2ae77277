internal import Microdata

/// The variance of the mean of each group and of all records, and the covariance of the two.
struct GroupSpreads: Sendable {
    private(set) var variances: [Double]
    private(set) var covariances: [Double]

    private init(_ count: Int) {
        variances = [Double](repeating: 0, count: count)
        covariances = variances
    }

    static func add(
        _ records: ClusterRecords, _ outcomes: ClusterOutcomes, _ sums: GroupSums, _ workers: Workers
    ) -> GroupSpreads {
        let width = outcomes.count
        let all = sums.records.count - 1
        let means = (0...all).flatMap { group in (0..<width).map { sums.mean(group: group, outcome: $0) } }
        let parts = DisjointBuffer<GroupSpreads?>(ClusterRecords.parts)
        workers.run(ClusterRecords.parts) { _, part in
            var spreads = GroupSpreads((all + 1) * width)
            records.tally(in: records.part(part), groups: all) { cluster, found, counts in
                let kind = Int(outcomes.kindOf[cluster]) * width
                var size = 0
                for place in found.indices { size += Int(counts[place]) }
                for outcome in 0..<width {
                    let value = outcomes.values[kind + outcome]
                    let wholeIndex = all * width + outcome
                    let ofAll = Double(size) * (value - means[wholeIndex])
                    spreads.variances[wholeIndex] += ofAll * ofAll
                    for place in found.indices {
                        let index = Int(found[place]) * width + outcome
                        let own = Double(counts[place]) * (value - means[index])
                        spreads.variances[index] += own * own
                        spreads.covariances[index] += own * ofAll
                    }
                }
            }
            parts[part] = spreads
        }
        var result = parts.results().reduce(into: GroupSpreads((all + 1) * width)) { sum, part in
            for index in sum.variances.indices {
                sum.variances[index] += part.variances[index]
                sum.covariances[index] += part.covariances[index]
            }
        }
        let correctionOfAll = correction(sums.clusters[all])
        for group in 0...all where sums.records[group] > 0 {
            let (own, every) = (Double(sums.records[group]), Double(sums.records[all]))
            let correction = correction(sums.clusters[group])
            for index in group * width..<(group + 1) * width {
                result.variances[index] *= correction / (own * own)
                result.covariances[index] *= (correction * correctionOfAll).squareRoot() / (own * every)
            }
        }
        return result
    }

    private static func correction(_ clusters: Int) -> Double {
        clusters < 2 ? 1 : Double(clusters) / Double(clusters - 1)
    }
}
