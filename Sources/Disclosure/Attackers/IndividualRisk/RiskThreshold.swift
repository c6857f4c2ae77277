/// The individual risk up to which records can stay as they are, for a rate of re-identification that must not be reached.
///
/// With the risks of all groups ascending, r1 <= r2 <= ..., and xi the rate: the threshold is the largest r among them such that
/// `(1/n) sum min(r_i, r) < xi`: when records above it are protected down to it, the rate of the file is below xi.
///
/// Source: mu-Argus manual 5.1, section 3.3.3, equation 17.
public struct RiskThreshold: Sendable, Hashable {
    /// xi: the rate that must not be reached, in `(0, 1]`.
    public let maxRate: Double
    /// Records whose risk exceeds this are unsafe.
    public let risk: Double
    /// The number of records above the threshold.
    public let unsafeRecords: Int
    /// The rate once these are protected down to the threshold.
    public let rateAfter: Double

    /// The threshold for a rate; `nil` when even the lowest risk for all records reaches it, or without records.
    ///
    /// - Parameters:
    ///   - risks: The risk of every record.
    ///   - maxRate: Must be in `(0, 1]`.
    /// - Complexity: O(groups log groups) time.
    public init?(_ risks: IndividualRisks, maxRate: Double) {
        precondition(maxRate > 0 && maxRate <= 1, "a rate is in (0, 1], not \(maxRate)")
        let groups = zip(risks.risks, risks.sizes).sorted { $0.0 < $1.0 }
        let records = risks.records
        var best: (risk: Double, unsafe: Int, rate: Double)?
        var (sum, passed) = (0.0, 0)
        var start = 0
        while start < groups.count {
            let risk = groups[start].0
            var size = 0
            while start < groups.count, groups[start].0 == risk {
                size += groups[start].1
                start += 1
            }
            let rate = (sum + risk * Double(records - passed)) / Double(records)
            if rate >= maxRate { break }
            sum += risk * Double(size)
            passed += size
            best = (risk, records - passed, rate)
        }
        guard let best else { return nil }
        self.maxRate = maxRate
        risk = best.risk
        unsafeRecords = best.unsafe
        rateAfter = best.rate
    }
}
