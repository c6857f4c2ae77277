internal import Counting
internal import Foundation
internal import Statistics

/// The sums of the Ewens-Pitman likelihood equations, in closed form by digamma or term by term.
struct PitmanEquations {
    let records: Int
    let classes: Int
    let direct: Bool
    private let entries: [SizeHistogram.Entry]

    init(_ histogram: SizeHistogram, direct: Bool) {
        records = histogram.records
        classes = histogram.classes
        entries = histogram.entries
        self.direct = direct
    }

    /// The theta that solves the first equation for an alpha; `nil` when it is beyond every sensible number.
    func theta(for alpha: Double) -> Double? {
        let root = RootFinding.bracketed(-34, 40, tolerance: 1e-13) { logarithm in
            let theta = exp(logarithm) - alpha
            return inverseSum(theta, alpha) - recordSum(theta)
        }
        return root.map { exp($0) - alpha }.flatMap { $0 < 1e15 ? $0 : nil }
    }

    /// The second equation's left side.
    func alphaScore(theta: Double, alpha: Double) -> Double { numberedSum(theta, alpha) - sizeSum(alpha) }

    /// The log-likelihood up to a constant.
    func logLikelihood(theta: Double, alpha: Double) -> Double {
        let u = Double(classes)
        var sum = -SpecialFunctions.logGamma(theta + Double(records)) + SpecialFunctions.logGamma(theta + 1)
        if alpha == 0 {
            sum += (u - 1) * log(theta)
        } else {
            // Gamma(c + 1) with c = theta / alpha > -1.
            let c = theta / alpha
            sum += (u - 1) * log(alpha) + SpecialFunctions.logGamma(c + u) - SpecialFunctions.logGamma(c + 1)
        }
        let one = SpecialFunctions.logGamma(1 - alpha)
        for entry in entries where entry.size > 1 {
            sum += Double(entry.classes) * (SpecialFunctions.logGamma(Double(entry.size) - alpha) - one)
        }
        return sum
    }

    /// Whether every sum is the same to 1e-6.
    func agrees(with other: PitmanEquations, theta: Double, alpha: Double) -> Bool {
        [
            (inverseSum(theta, alpha), other.inverseSum(theta, alpha)), (recordSum(theta), other.recordSum(theta)),
            (numberedSum(theta, alpha), other.numberedSum(theta, alpha)), (sizeSum(alpha), other.sizeSum(alpha)),
        ].allSatisfy { abs($0 - $1) <= 1e-6 * max(abs($1), 1e-300) }
    }

    /// `sum_{i=1}^{u-1} 1/(theta + i alpha)`.
    private func inverseSum(_ theta: Double, _ alpha: Double) -> Double {
        if direct { return (1..<max(classes, 1)).reduce(0) { $0 + 1 / (theta + Double($1) * alpha) } }
        let u = Double(classes)
        if theta > 0, u * alpha < 1e-3 * theta {
            let x = alpha / theta
            return ((u - 1) - x * (powers.0 - x * (powers.1 - x * powers.2))) / theta
        }
        let c = theta / alpha
        return (SpecialFunctions.digamma(c + u) - SpecialFunctions.digamma(c + 1)) / alpha
    }

    /// `sum_{i=1}^{u-1} i/(theta + i alpha)`.
    private func numberedSum(_ theta: Double, _ alpha: Double) -> Double {
        if direct { return (1..<max(classes, 1)).reduce(0) { $0 + Double($1) / (theta + Double($1) * alpha) } }
        let u = Double(classes)
        if theta > 0, u * alpha < 1e-3 * theta {
            let x = alpha / theta
            return (powers.0 - x * (powers.1 - x * (powers.2 - x * powers.3))) / theta
        }
        return ((u - 1) - theta * inverseSum(theta, alpha)) / alpha
    }

    /// `sum_{i=1}^{n-1} 1/(theta + i)`.
    private func recordSum(_ theta: Double) -> Double {
        if direct { return (1..<max(records, 1)).reduce(0) { $0 + 1 / (theta + Double($1)) } }
        let n = Double(records)
        if theta > 1e6 * n { return (n - 1) / (theta + n / 2) }
        return SpecialFunctions.digamma(theta + n) - SpecialFunctions.digamma(theta + 1)
    }

    /// `sum_{i>=2} m_i sum_{j=1}^{i-1} 1/(j - alpha)`.
    private func sizeSum(_ alpha: Double) -> Double {
        if direct {
            var (sum, inner, done) = (0.0, 0.0, 1)
            for entry in entries {
                while done < entry.size {
                    inner += 1 / (Double(done) - alpha)
                    done += 1
                }
                sum += Double(entry.classes) * inner
            }
            return sum
        }
        let one = SpecialFunctions.digamma(1 - alpha)
        return entries.reduce(0) { sum, entry in
            entry.size == 1
                ? sum : sum + Double(entry.classes) * (SpecialFunctions.digamma(Double(entry.size) - alpha) - one)
        }
    }

    /// The sums of i, i^2, i^3 and i^4 up to u - 1.
    private var powers: (Double, Double, Double, Double) {
        let m = Double(classes - 1)
        let first = m * (m + 1) / 2
        let second = m * (m + 1) * (2 * m + 1) / 6
        return (first, second, first * first, second * (3 * m * m + 3 * m - 1) / 5)
    }
}
