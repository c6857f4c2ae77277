internal import Counting
internal import Microdata

/// A number for each record, such as its group, cluster after cluster.
struct ClusterRecords: Sendable {
    /// The clusters are walked in so many parts, whatever the threads, so that sums do not depend on their number.
    static let parts = 64

    let clusters: Int
    /// The numbers of the records, cluster after cluster.
    let numbers: [UInt32]
    /// Where each cluster starts in `numbers`, and the end of the last.
    let starts: [UInt32]

    /// Sorts the records by cluster.
    ///
    /// - Parameters:
    ///   - clusterOf: The cluster of each record; `EquivalenceClasses.excluded` leaves a record out.
    ///   - clusters: The number of clusters.
    ///   - numberOf: The number of each record.
    /// - Complexity: O(records + clusters) time; 4 bytes per record and cluster.
    init(clusterOf: [UInt32], clusters: Int, numberOf: [UInt32]) {
        self.clusters = clusters
        var places = [UInt32](repeating: 0, count: clusters + 1)
        for cluster in clusterOf where cluster != EquivalenceClasses.excluded { places[Int(cluster)] += 1 }
        var sum: UInt32 = 0
        for cluster in places.indices { (places[cluster], sum) = (sum, sum + places[cluster]) }
        starts = places
        var numbers = [UInt32](repeating: 0, count: Int(sum))
        for record in clusterOf.indices where clusterOf[record] != EquivalenceClasses.excluded {
            let cluster = Int(clusterOf[record])
            numbers[Int(places[cluster])] = numberOf[record]
            places[cluster] += 1
        }
        self.numbers = numbers
    }

    /// The clusters of one of the `parts`.
    func part(_ number: Int) -> Range<Int> {
        clusters * number / Self.parts..<clusters * (number + 1) / Self.parts
    }

    /// Calls the body for each cluster of a range that has records, with its different numbers and the records of each.
    ///
    /// - Parameter groups: All numbers are below it.
    @inline(__always)
    func tally(
        in range: Range<Int>, groups: Int,
        _ body: (_ cluster: Int, _ groups: Span<UInt32>, _ counts: Span<UInt32>) -> Void
    ) {
        var table = [UInt32](repeating: 0, count: groups)
        var found: [UInt32] = []
        var counts: [UInt32] = []
        let records = numbers.span
        let starts = starts.span
        for cluster in range {
            let (start, end) = (Int(starts[cluster]), Int(starts[cluster + 1]))
            if start == end { continue }
            found.removeAll(keepingCapacity: true)
            counts.removeAll(keepingCapacity: true)
            if end - start == 1 {
                found.append(records[start])
                counts.append(1)
            } else {
                for place in start..<end {
                    let group = records[place]
                    if table[Int(group)] == 0 { found.append(group) }
                    table[Int(group)] += 1
                }
                for group in found {
                    counts.append(table[Int(group)])
                    table[Int(group)] = 0
                }
            }
            body(cluster, found.span, counts.span)
        }
    }
}
