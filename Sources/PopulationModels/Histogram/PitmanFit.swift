internal import Counting
internal import Foundation
internal import Statistics

/// The maximum-likelihood fit of the Ewens-Pitman partition to class sizes.
///
/// `sum_{i=1}^{u-1} 1/(theta + i alpha) - sum_{i=1}^{n-1} 1/(theta + i) = 0` and
/// `sum_{i=1}^{u-1} i/(theta + i alpha) - sum_{i>=2} m_i sum_{j=1}^{i-1} 1/(j - alpha) = 0`.
///
/// Goals, in order: never outside the domain (0 <= alpha < 1, theta > -alpha), never an unconstrained step that diverges;
/// the sums of the paper to 1e-6; speed. For each alpha the first equation has one root in theta, which is bracketed; the
/// second is then a function of alpha alone, whose falling roots are bracketed on a grid, and the likeliest is taken.
///
/// Source: Hoshino, Applying Pitman's sampling formula to microdata disclosure risk assessment, J. Official Stat. 17, 2001.
struct PitmanFit {
    /// Why there is no fit.
    enum Failure: Error {
        /// Every record is alone: any population would do.
        case allUnique
        /// One class: no new one is to be expected.
        case oneClass
        /// The likelihood grows up to the border of the domain.
        case border

        var reason: String {
            switch self {
            case .allUnique: "every record is alone in the sample, so the likelihood has no maximum"
            case .oneClass: "all records are in one class, so the likelihood has no maximum"
            case .border: "the likelihood grows up to the border of its domain, so it has no maximum"
            }
        }
    }

    let process: PitmanYorProcess
    let iterations: Int
    /// Whether the sums had to be taken term by term.
    let usedDirectSums: Bool

    private static let grid: [Double] =
        [0, 0.005] + (1..<20).map { Double($0) * 0.05 } + [0.98, 0.995, 0.999, 0.9999]

    /// Fits a histogram.
    ///
    /// - Parameter checked: Whether to compare the closed sums with the direct ones, and to use the direct ones when
    ///   they differ by more than 1e-6.
    init(_ histogram: SizeHistogram, checked: Bool = true) throws(Failure) {
        let closed = try Self.solve(PitmanEquations(histogram, direct: false))
        if !checked {
            self = closed
            return
        }
        let direct = PitmanEquations(histogram, direct: true)
        let (theta, alpha) = (closed.process.concentration, closed.process.discount)
        if PitmanEquations(histogram, direct: false).agrees(with: direct, theta: theta, alpha: alpha) {
            self = closed
        } else {
            self = try Self.solve(direct)
        }
    }

    private init(_ process: PitmanYorProcess, _ iterations: Int, _ direct: Bool) {
        self.process = process
        self.iterations = iterations
        usedDirectSums = direct
    }

    private static func solve(_ equations: PitmanEquations) throws(Failure) -> PitmanFit {
        if equations.classes == equations.records { throw .allUnique }
        if equations.classes == 1 { throw .oneClass }
        var iterations = 0
        func profile(_ alpha: Double) -> Double? {
            iterations += 1
            return equations.theta(for: alpha).map { equations.alphaScore(theta: $0, alpha: alpha) }
        }
        var best: (likelihood: Double, process: PitmanYorProcess)?
        func offer(_ alpha: Double) {
            guard let theta = equations.theta(for: alpha),
                let process = PitmanYorProcess(discount: alpha, concentration: theta)
            else { return }
            let likelihood = equations.logLikelihood(theta: theta, alpha: alpha)
            if likelihood > best?.likelihood ?? -.infinity { best = (likelihood, process) }
        }
        var last: (alpha: Double, score: Double)?
        for alpha in grid {
            guard let score = profile(alpha) else { continue }
            if let last, last.score > 0, score <= 0 {
                if let root = RootFinding.bracketed(last.alpha, alpha, tolerance: 1e-12, { profile($0) ?? 0 }) {
                    offer(root)
                }
            } else if last == nil, score <= 0 {
                offer(alpha)
            }
            last = (alpha, score)
        }
        guard let best else { throw .border }
        return PitmanFit(best.process, iterations, equations.direct)
    }
}
