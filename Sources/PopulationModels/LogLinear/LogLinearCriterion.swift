internal import Foundation
internal import Microdata

/// The goodness criterion of Skinner and Shlomo: whether tau1 is too high or too low, from the fit alone.
///
/// tau1 sums `h(lambda^) = exp(-(1-pi) lambda^)` over sample uniques, where h(lambda) is right, so that its error is
/// `sum w (h(lambda^) - h(lambda))` with `w = P(f = 1) = pi lambda exp(-pi lambda)`. Expanded about lambda to the second order,
/// with lambda^ put for lambda in the coefficients, lambda - lambda^ estimated by `r/pi`, `r = f - pi lambda^`, and its square
/// by `(r^2 - f)/pi^2`:
///
/// `B = sum (1-pi) lambda^ exp(-lambda^) { r + (1-pi) (r^2 - f) / (2 pi) }`.
///
/// Cells that vary more than their fit allows (r^2 above f) make B positive: interactions are left out, and the risk is
/// overstated. An expansion about lambda^ has the other sign before the second term and fails where the fit is far off; in
/// 18 simulated populations the form above was positive for every model that left out interactions which there were, and near 0
/// or below for the true model and larger ones.
///
/// Source: Skinner & Shlomo 2008, section 4.
enum LogLinearCriterion {
    /// B of a fitted table.
    ///
    /// - Complexity: O(cells) time.
    static func value(_ table: CellTable, fraction: Double, threads: Int?) -> Double {
        let slots = DisjointBuffer<Double?>(table.stripes.count)
        Workers(threads).run(table.stripes.count) { _, number in
            let stripe = table.stripes[number]
            var sum = 0.0
            for (count, fitted) in zip(stripe.counts, stripe.fitted) {
                let lambda = fitted / fraction
                let rest = count - fitted
                sum +=
                    (1 - fraction) * lambda * exp(-lambda)
                    * (rest + (1 - fraction) * (rest * rest - count) / (2 * fraction))
            }
            slots[number] = sum
        }
        return slots.results().reduce(0, +)
    }
}
