internal import Foundation

/// What is known of a record's class when its population size is `f + Poisson(v)`, v being the persons expected beyond the
/// sample.
///
/// Source: Skinner & Shlomo, Assessing identification risk in survey microdata using log-linear models, JASA 103, 2008.
enum SampleUniqueRisk {
    /// P(F = 1 | f): `e^-v` for a record alone in the sample, else 0.
    static func unique(size: Int, beyond v: Double) -> Double { size == 1 ? exp(-v) : 0 }

    /// E(1/F | f), the probability of a correct match: `(1 - e^-v) / v` for f = 1, else `sum_j Poisson(j; v) / (f + j)`.
    ///
    /// - Complexity: O(sqrt(v)) time up to v = 1e6; beyond that the expansion about the mean is exact to 1e-9.
    static func match(size: Int, beyond v: Double) -> Double {
        if v == 0 { return 1 / Double(size) }
        if size == 1 { return -expm1(-v) / v }
        let f = Double(size)
        if v > 1e6 {
            let mean = f + v
            return (1 + v / (mean * mean)) / mean
        }
        // The terms within 12 standard deviations of the mean, outwards from it.
        let middle = v.rounded(.down)
        let reach = 12 * v.squareRoot() + 30
        let peak = exp(middle * log(v) - v - lgamma(middle + 1))
        var sum = peak / (f + middle)
        var (term, j) = (peak, middle)
        while j < middle + reach {
            j += 1
            term *= v / j
            sum += term / (f + j)
        }
        (term, j) = (peak, middle)
        while j >= 1, j > middle - reach {
            term *= j / v
            j -= 1
            sum += term / (f + j)
        }
        return min(sum, 1 / f)
    }
}
