internal import Microdata

/// Iterative proportional fitting: the fitted values are scaled to each margin of the model in turn until all agree.
///
/// The limit is the maximum-likelihood fit of the Poisson (or multinomial) log-linear model whose largest interactions are
/// the margins, when the fit starts within the model.
///
/// Source: Deming & Stephan 1940; Bishop, Fienberg & Holland, Discrete Multivariate Analysis, 1975, chapter 3.
struct ProportionalFitting {
    /// Stop when no margin is off by more than this share of the records.
    var tolerance = 1e-9
    /// The most sweeps over all margins.
    var sweeps = 1000
    /// The number of threads; all cores when `nil`.
    var threads: Int?

    /// What a fit took.
    struct Outcome {
        let sweeps: Int
        let converged: Bool
    }

    /// Fits a table in place, from the fitted values that it has.
    ///
    /// - Complexity: O(cells x margins) time per sweep.
    func fit(_ table: CellTable) -> Outcome {
        let margins = table.marginSizes.count
        if margins == 0 { return Outcome(sweeps: 0, converged: true) }
        let stripes = table.stripes
        let observed = table.marginSizes.indices.map { margin in
            total(stripes) { $0.observed(margin: margin, size: table.marginSizes[margin]) }
        }
        let records = observed[0].reduce(0, +)
        var sums = total(stripes) { $0.sums(margin: 0, size: table.marginSizes[0]) }
        for sweep in 1...sweeps {
            var largest = 0.0
            for margin in 0..<margins {
                var factors = sums
                for place in factors.indices {
                    let (wanted, found) = (observed[margin][place], sums[place])
                    largest = max(largest, abs(wanted - found))
                    factors[place] = found > 0 ? wanted / found : 0
                }
                let next = (margin + 1) % margins
                let scale = factors
                sums = total(stripes) {
                    $0.scale(margin: margin, by: scale, summing: next, size: table.marginSizes[next])
                }
            }
            if largest <= tolerance * max(records, 1) { return Outcome(sweeps: sweep, converged: true) }
        }
        return Outcome(sweeps: sweeps, converged: false)
    }

    /// The sums of all stripes, added in their order.
    private func total(_ stripes: DisjointBuffer<CellStripe>, _ sums: @Sendable (CellStripe) -> [Double]) -> [Double] {
        let slots = DisjointBuffer<[Double]?>(stripes.count)
        Workers(threads).run(stripes.count) { _, stripe in slots[stripe] = sums(stripes[stripe]) }
        var all = slots.results()
        var result = all.removeFirst()
        for other in all {
            for place in result.indices { result[place] += other[place] }
        }
        return result
    }
}
