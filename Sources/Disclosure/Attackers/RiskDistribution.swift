public import Counting

/// How the risk of single records is spread: bands and quantiles, as for a plot.
public struct RiskDistribution: Sendable, Hashable {
    /// The upper bounds of the bands, as they are written; a band holds the risks above the bound before it, up to its own.
    ///
    /// Source: those of ARX: decades up to 0.001, hundredths up to 0.1, and the risks of classes of 8 to 1.
    public static let bounds = [
        "1e-8", "1e-7", "1e-6", "1e-5", "1e-4", "0.001", "0.01", "0.02", "0.03", "0.04", "0.05", "0.06", "0.07", "0.08",
        "0.09", "0.1", "0.125", "0.143", "0.167", "0.2", "0.25", "0.334", "0.5", "1",
    ]
    /// The shares of records at which quantiles are given, as they are written.
    public static let quantileShares = ["0", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99", "1"]

    private static let bandBounds = bounds.compactMap(Double.init)
    private static let shares = quantileShares.compactMap(Double.init)

    /// The number of records of all bands.
    public let records: Int
    /// The records of each band of `bounds`.
    public let bandRecords: [Int]
    /// For each of `quantileShares` the smallest risk that this share of the records, rounded up to whole ones, does not exceed;
    /// 0 gives the lowest risk.
    public let quantiles: [Double]

    /// The distribution of the risks 1/f of a partition; `nil` without records.
    ///
    /// - Complexity: O(different class sizes) time.
    public init?(_ histogram: SizeHistogram) {
        self.init(histogram.entries.map { (1 / Double($0.size), $0.size * $0.classes) })
    }

    /// The distribution of individual risks; `nil` without records.
    ///
    /// - Complexity: O(groups log groups) time.
    public init?(_ risks: IndividualRisks) {
        self.init(zip(risks.risks, risks.sizes).map { ($0, $1) })
    }

    private init?(_ groups: [(risk: Double, records: Int)]) {
        let sorted = groups.sorted { $0.risk < $1.risk }
        let records = sorted.reduce(0) { $0 + $1.records }
        if records == 0 { return nil }
        var bands = [Int](repeating: 0, count: Self.bandBounds.count)
        var band = 0
        for (risk, count) in sorted {
            while band < bands.count - 1, risk > Self.bandBounds[band] { band += 1 }
            bands[band] += count
        }
        var quantiles: [Double] = []
        var (place, passed) = (0, sorted[0].records)
        for share in Self.shares {
            let wanted = max(1, Int((share * Double(records)).rounded(.up)))
            while passed < wanted, place < sorted.count - 1 {
                place += 1
                passed += sorted[place].records
            }
            quantiles.append(sorted[place].risk)
        }
        self.records = records
        bandRecords = bands
        self.quantiles = quantiles
    }
}
