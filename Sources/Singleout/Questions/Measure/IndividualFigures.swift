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

    /// - Parameter meanRisk: The mean of 1/f, which is the rate without weights: a quotient of counts, and no sum of fractions.
    init(_ risks: IndividualRisks, _ plan: IndividualPlan, meanRisk: Double?) {
        method = plan.methodName
        expectedReidentifications = risks.expectedReidentifications
        rate = plan.weight == nil ? meanRisk : risks.rate
        highestRisk = risks.highest
        maxRate = plan.maxRate
        threshold = plan.maxRate.flatMap { RiskThreshold(risks, maxRate: $0) }
    }
}
