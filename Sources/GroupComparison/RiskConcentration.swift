package import Counting

/// How unequally the risk 1/f is spread over the records of a partition.
///
/// Records are put in order of their risk, the highest first; a class of any size carries a risk of 1 in all.
///
/// Source: Lorenz, Methods of measuring the concentration of wealth, 1905; Gini, Variabilita e mutabilita, 1912.
package struct RiskConcentration: Sendable, Hashable {
    /// A point of the Lorenz curve.
    package struct Point: Sendable, Hashable {
        /// The share of the records with the highest risks, in `[0, 1]`.
        package let records: Double
        /// The share of all risk that they carry, in `[0, 1]`.
        package let risk: Double
    }

    /// Gini's coefficient of the risks, in `[0, 1)`: 0 when all records have the same risk.
    package let gini: Double
    /// The curve from (0, 0) to (1, 1), one point for each class size.
    package let curve: [Point]

    /// The concentration of a partition; `nil` without records.
    ///
    /// `Gini = 1 - sum n_i (2 C_i + c_i) / (n c)` over the class sizes from the largest, with n_i records, c_i classes of that size,
    /// C_i classes of larger sizes, n records and c classes in all: exact integers up to the one division.
    ///
    /// - Complexity: O(different class sizes) time.
    package init?(_ histogram: SizeHistogram) {
        if histogram.records == 0 { return nil }
        var weighted = UInt128(0)
        var larger = UInt128(0)
        for entry in histogram.entries.reversed() {
            let classes = UInt128(entry.classes)
            weighted += UInt128(entry.size) * classes * (2 * larger + classes)
            larger += classes
        }
        let whole = UInt128(histogram.records) * UInt128(histogram.classes)
        gini = Double(whole - weighted) / Double(whole)
        var (records, classes) = (0, 0)
        curve =
            [Point(records: 0, risk: 0)]
            + histogram.entries.map { entry in
                records += entry.size * entry.classes
                classes += entry.classes
                return Point(
                    records: Double(records) / Double(histogram.records),
                    risk: Double(classes) / Double(histogram.classes))
            }
    }

    /// The smallest share of the records that carries a share of the risk.
    ///
    /// - Parameter share: Must be in `[0, 1]`.
    package func records(carrying share: Double) -> Double {
        precondition((0...1).contains(share), "a share of \(share)")
        guard let upper = curve.firstIndex(where: { $0.risk >= share }), upper > 0 else { return 0 }
        let (before, after) = (curve[upper - 1], curve[upper])
        return before.records
            + (after.records - before.records) * (share - before.risk) / (after.risk - before.risk)
    }
}
