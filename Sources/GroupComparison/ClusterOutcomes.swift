package import Disclosure

/// What happens to the records of each cluster: outcomes in `[0, 1]` that all records of a cluster share.
///
/// Clusters are equivalence classes, families or single requests: whatever shares its risk and so cannot count as so many
/// independent observations.
package struct ClusterOutcomes: Sendable, Hashable {
    /// The number of outcomes, at least 1.
    package let count: Int
    /// The kind of each cluster.
    let kindOf: [UInt32]
    /// `count` outcomes for each kind, one kind after the other.
    let values: [Double]

    /// Outcomes of clusters by kind.
    ///
    /// - Parameters:
    ///   - kindOf: The kind of each cluster.
    ///   - count: The outcomes of a kind, at least 1.
    ///   - values: For each kind its outcomes in `[0, 1]`, one kind after the other.
    package init(kindOf: [UInt32], count: Int, values: [Double]) {
        precondition(count > 0 && values.count % count == 0, "\(values.count) outcomes of kinds of \(count)")
        precondition(values.allSatisfy { $0 >= 0 && $0 <= 1 }, "an outcome outside [0, 1]")
        precondition(kindOf.allSatisfy { Int($0) * count < values.count }, "a cluster of no kind")
        self.count = count
        self.kindOf = kindOf
        self.values = values
    }

    /// The outcomes of equivalence classes: risk 1/f, whether that exceeds a threshold, and whether the record is unique.
    ///
    /// - Complexity: O(classes) time; 4 bytes per class.
    package init(classSizes sizes: [UInt32], threshold: Double) {
        let different = Array(Set(sizes)).sorted()
        var kinds = [UInt32: UInt32](minimumCapacity: different.count)
        for (kind, size) in different.enumerated() { kinds[size] = UInt32(kind) }
        // Small sizes, which almost all classes have, are looked up in a table.
        let small = (0..<UInt32(256)).map { kinds[$0] ?? 0 }
        self.init(
            kindOf: sizes.map { $0 < 256 ? small[Int($0)] : kinds[$0] ?? 0 }, count: 3,
            values: different.flatMap { [1 / Double($0), 1 / Double($0) > threshold ? 1 : 0, $0 == 1 ? 1 : 0] })
    }

    /// The same outcomes and one more, the individual risk of the records of each class.
    ///
    /// - Parameters:
    ///   - sizes: The records of each class.
    ///   - threshold: A record is at risk when 1/f exceeds it, in `(0, 1]`.
    ///   - risks: That of the classes.
    /// - Complexity: O(classes) time; 36 bytes per class.
    package init(classSizes sizes: [UInt32], threshold: Double, risks: IndividualRisks) {
        precondition(risks.risks.count == sizes.count, "one risk is needed for each class")
        let classes = ClusterOutcomes(classSizes: sizes, threshold: threshold)
        var values: [Double] = []
        values.reserveCapacity(sizes.count * 4)
        for (kind, risk) in zip(classes.kindOf, risks.risks) {
            values += classes.values[Int(kind) * 3..<Int(kind) * 3 + 3]
            values.append(risk)
        }
        self.init(kindOf: (0..<UInt32(sizes.count)).map { $0 }, count: 4, values: values)
    }
}
