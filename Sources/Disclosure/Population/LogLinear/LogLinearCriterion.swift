internal import Foundation
internal import Microdata

/// The goodness criterion of Skinner and Shlomo: an estimate of the error of tau1 from the fit alone.
///
/// tau1 sums `h(lambda^) = exp(-(1-pi) lambda^)` over sample uniques, where h(lambda) is right, so that its error is
/// `sum w(lambda) (h(lambda^) - h(lambda))` with `w = pi lambda exp(-pi lambda) = P(f = 1)`. Expanded at lambda^ to the second
/// order, with lambda - lambda^ estimated by `r/pi`, `r = f - pi lambda^`, and its square by `(r^2 - f)/pi^2`:
///
/// `B = sum (1-pi) exp(-lambda^) { lambda^ r + [1 - (1+pi) lambda^/2] (r^2 - f)/pi }`.
///
/// The second-order term holds the change of w with lambda beside that of h; without it the sign would be wrong: a model
/// that leaves out interactions overstates the risk, because the uniques are found where lambda is above its fit. In the
/// simulations of the tests B is above 0 for models with too few interactions, and nearer 0 for the true one.
///
/// Source: Skinner & Shlomo 2008, section 4.
enum LogLinearCriterion {
    /// B of a fitted table.
    ///
    /// - Complexity: O(cells) time.
    static func value(_ table: CellTable, fraction: Double, threads: Int?) -> Double {
        let slots = Slots<Double>(table.stripes.count)
        Workers(threads).run(table.stripes.count) { _, number in
            let stripe = table.stripes[number]
            var sum = 0.0
            for (count, fitted) in zip(stripe.counts, stripe.fitted) {
                let lambda = fitted / fraction
                let rest = count - fitted
                let second = 1 - (1 + fraction) * lambda / 2
                sum +=
                    (1 - fraction) * exp(-lambda)
                    * (lambda * rest + second * (rest * rest - count) / fraction)
            }
            slots[number] = sum
        }
        return slots.values.reduce(0, +)
    }
}
