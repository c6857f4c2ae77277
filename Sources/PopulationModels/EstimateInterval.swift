/// An interval of an estimate and how it was made.
public struct EstimateInterval: Sendable, Hashable {
    /// How an interval is made.
    public enum Method: String, Sendable, Hashable {
        /// Populations and samples drawn from the fitted model, and the model fitted to each again.
        case parametricBootstrap
        /// The class sizes drawn again, each number of classes from a Poisson distribution.
        case classBootstrap
        /// The variance of the estimate given the fitted cells, without that of the fit.
        case conditionalVariance
        /// The sample is the population, so the number is exact.
        case exact
    }

    /// The lower end.
    public let lower: Double
    /// The upper end, at least `lower`.
    public let upper: Double
    /// The share of such intervals that hold the truth when the assumptions hold, in `(0, 1)`.
    public let confidence: Double
    /// How it was made.
    public let method: Method
    /// The number of draws that it rests on; 0 without any.
    public let draws: Int

    /// Whether a number is within the interval.
    public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }
}
