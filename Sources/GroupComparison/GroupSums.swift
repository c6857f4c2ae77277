internal import Microdata

/// Sums of outcomes over the records of each group, and of all records as one more group.
struct GroupSums: Sendable {
    private let width: Int
    private(set) var records: [Int]
    /// The clusters with records of the group.
    private(set) var clusters: [Int]
    /// Over the clusters the sum of the squares of the group's records in each.
    private(set) var squares: [Double]
    private var totals: [Double]

    private init(groups: Int, width: Int) {
        self.width = width
        records = [Int](repeating: 0, count: groups + 1)
        clusters = records
        squares = [Double](repeating: 0, count: groups + 1)
        totals = [Double](repeating: 0, count: (groups + 1) * width)
    }

    /// The mean of an outcome over a group; 0 without records.
    func mean(group: Int, outcome: Int) -> Double {
        // Rounding must not carry a sum of ones beyond its records.
        records[group] == 0 ? 0 : min(totals[group * width + outcome] / Double(records[group]), 1)
    }

    static func add(_ records: ClusterRecords, _ outcomes: ClusterOutcomes, _ groups: Int, _ workers: Workers)
        -> GroupSums
    {
        let parts = DisjointBuffer<GroupSums?>(ClusterRecords.parts)
        workers.run(ClusterRecords.parts) { _, part in
            var sums = GroupSums(groups: groups, width: outcomes.count)
            records.tally(in: records.part(part), groups: groups) { cluster, found, counts in
                let kind = Int(outcomes.kindOf[cluster]) * outcomes.count
                var size = 0
                for place in found.indices {
                    size += Int(counts[place])
                    sums.count(Int(found[place]), Int(counts[place]), outcomes, kind)
                    sums.records[groups] += Int(counts[place])
                    for outcome in 0..<outcomes.count {
                        sums.totals[groups * outcomes.count + outcome] +=
                            Double(counts[place]) * outcomes.values[kind + outcome]
                    }
                }
                sums.clusters[groups] += 1
                sums.squares[groups] += Double(size) * Double(size)
            }
            parts[part] = sums
        }
        return parts.results().reduce(into: GroupSums(groups: groups, width: outcomes.count)) { sums, part in
            for group in sums.records.indices {
                sums.records[group] += part.records[group]
                sums.clusters[group] += part.clusters[group]
                sums.squares[group] += part.squares[group]
            }
            for index in sums.totals.indices { sums.totals[index] += part.totals[index] }
        }
    }

    @inline(__always)
    private mutating func count(_ group: Int, _ number: Int, _ outcomes: ClusterOutcomes, _ kind: Int) {
        records[group] += number
        clusters[group] += 1
        squares[group] += Double(number) * Double(number)
        for outcome in 0..<width { totals[group * width + outcome] += Double(number) * outcomes.values[kind + outcome] }
    }
}
