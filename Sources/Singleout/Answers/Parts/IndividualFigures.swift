public import Disclosure

/// The risk of single records, added up.
public struct IndividualFigures: Hashable, Sendable {
    /// How risks were found: a method of `BenedettiFranconi`, or `inverseSize`, 1/f, without weights.
    public let method: String
    /// The expected number of records that are re-identified.
    public let expectedReidentifications: Double
    /// The expected share of records that are re-identified; `nil` without records.
    public let rate: Double?
    /// The highest risk of any record; `nil` without records.
    public let highestRisk: Double?
    /// The rate that must not be reached, when one was stated.
    public let maxRate: Double?
    /// The individual risk that keeps the rate below it; `nil` when no risk does.
    public let threshold: RiskThreshold?

    /// - Parameters:
    ///   - method: How risks were found.
    ///   - maxRate: The rate that must not be reached.
    ///   - rate: The expected share of records that are re-identified.
    init(_ risks: IndividualRisks, method: String, maxRate: Double?, rate: Double?) {
        (self.method, self.maxRate, self.rate) = (method, maxRate, rate)
        expectedReidentifications = risks.expectedReidentifications
        highestRisk = risks.highest
        threshold = maxRate.flatMap { RiskThreshold(risks, maxRate: $0) }
    }
}
