/// Quantiles of numbers in ascending order, interpolated between neighbours.
package enum Quantile {
    /// The quantile at a probability in `[0, 1]` of at least one number.
    ///
    /// Source: Hyndman & Fan, Sample quantiles in statistical packages, American Statistician 50 (1996), definition 7.
    package static func of(_ sorted: [Double], _ p: Double) -> Double {
        precondition(!sorted.isEmpty, "no numbers have no quantile")
        let place = p * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }

    /// The mean.
    package static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
}
