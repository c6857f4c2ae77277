/// A distribution given by some of its quantiles, linear between them.
package struct QuantileTable: Sendable {
    private let probabilities: [Double]
    private let values: [Double]

    /// A distribution of quantiles in ascending order; the first probability must be 0 and the last 1.
    package init(probabilities: [Double], values: [Double]) {
        precondition(probabilities.count == values.count && probabilities.count > 1, "a quantile table of one point")
        precondition(probabilities.first == 0 && probabilities.last == 1, "a quantile table must reach from 0 to 1")
        precondition(
            zip(probabilities, probabilities.dropFirst()).allSatisfy(<)
                && zip(values, values.dropFirst()).allSatisfy(<=),
            "quantiles that do not ascend")
        self.probabilities = probabilities
        self.values = values
    }

    /// The quantile at a probability in `[0, 1]`.
    func value(at p: Double) -> Double {
        var upper = 1
        while upper < probabilities.count - 1 && probabilities[upper] < p { upper += 1 }
        let part = (p - probabilities[upper - 1]) / (probabilities[upper] - probabilities[upper - 1])
        return values[upper - 1] + (values[upper] - values[upper - 1]) * part
    }

    /// The mean.
    package var mean: Double {
        var sum = 0.0
        for upper in 1..<values.count {
            let width = probabilities[upper] - probabilities[upper - 1]
            sum += width * (values[upper] + values[upper - 1]) / 2
        }
        return sum
    }

    /// `count` values that lie at evenly spaced probabilities, in ascending order: a sample without chance.
    func spread(_ count: Int) -> [Double] {
        (0..<count).map { value(at: (Double($0) + 0.5) / Double(count)) }
    }
}
