internal import Counting
internal import Foundation

/// Shlosser's modified estimate of the number of classes in the population.
///
/// `K = u + m_1 [sum i pi^2 (1-pi^2)^(i-1) m_i / sum (1-pi)^i ((1+pi)^i - 1) m_i] [sum (1-pi)^i m_i / sum i pi (1-pi)^(i-1) m_i]^2`.
///
/// Source: Haas & Stokes, Estimating the number of classes in a finite population, JASA 93, 1998, D_Sh3.
enum ShlosserClasses {
    /// K, at least u; `nil` when a sum vanishes.
    ///
    /// - Parameter fraction: Must be in `(0, 1)`.
    static func count(_ histogram: SizeHistogram, fraction: Double) -> Double? {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
        for entry in histogram.entries {
            let (i, m) = (Double(entry.size), Double(entry.classes))
            let miss = exp(i * log1p(-fraction))
            let square = fraction * fraction
            first += i * square * exp((i - 1) * log1p(-square)) * m
            // (1 - pi)^i (1 + pi)^i - (1 - pi)^i, without the large power.
            second += (exp(i * log1p(-square)) - miss) * m
            third += miss * m
            fourth += i * fraction * miss / (1 - fraction) * m
        }
        guard second > 0, fourth > 0 else { return nil }
        let ratio = third / fourth
        return Double(histogram.classes) + Double(histogram.uniques) * first / second * ratio * ratio
    }
}
