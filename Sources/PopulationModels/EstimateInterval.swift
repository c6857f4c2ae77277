/// An interval of an estimate and how it was made.
package struct EstimateInterval: Sendable, Hashable {
    /// How an interval is made.
    package enum Method: String, Sendable, Hashable {
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
    package let lower: Double
    /// The upper end, at least `lower`.
    package let upper: Double
    /// The share of such intervals that hold the truth when the assumptions hold, in `(0, 1)`.
    package let confidence: Double
    /// How it was made.
    package let method: Method
    /// The number of draws that it rests on; 0 without any.
    package let draws: Int

    /// Whether a number is within the interval.
    package func contains(_ value: Double) -> Bool { value >= lower && value <= upper }
}
