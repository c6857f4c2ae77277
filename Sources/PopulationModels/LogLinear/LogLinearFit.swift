internal import Foundation
internal import Microdata

/// A log-linear Poisson model fitted to a sample: how many persons of the population each cell is expected to hold.
///
/// With mu the fitted records of a cell, pi the sampling fraction and lambda = mu / pi:
/// `tau1 = sum_{f=1} exp(-(1-pi) lambda)`, `tau2 = sum_{f=1} (1 - exp(-v)) / v` with `v = (1-pi) lambda`.
///
/// Source: Skinner & Shlomo, Assessing identification risk in survey microdata using log-linear models, JASA 103, 2008.
package struct LogLinearFit: Sendable {
    /// Why there is no fit.
    enum Failure: Error {
        case table(CellTable.Failure)
        case noCells
    }

    /// The model.
    package let formula: LogLinearFormula
    /// The expected number of sample uniques that are unique in the population.
    package let tau1: Double
    /// The expected number of correct matches of sample uniques.
    package let tau2: Double
    /// B of Skinner and Shlomo: above 0 the model leaves out interactions, below 0 it may have too many; its sign says more than
    /// its size. `nil` when the cells are too many to list. See `LogLinearCriterion`.
    package let criterion: Double?
    /// The number of cells to which the model gives records; `nil` when they are too many to list.
    package let cells: Int?
    /// The number of sweeps over the margins; 0 for a closed form.
    package let sweeps: Int
    /// Whether the margins agree to the tolerance, or tau1 and tau2 stand still where they cannot.
    package let converged: Bool
    /// How far the sweeps of the second half moved tau1 and tau2, as a share of them; `nil` when the margins agree.
    package let reach: Double?
    /// The share of the sample uniques that are alone in one of the model's interactions already, in `[0, 1]`.
    ///
    /// Such an interaction gives the unique a record of its own, whatever others are like: the model repeats it.
    package let repeated: Double
    /// For each cell of the sample the records that the model expects.
    let rates: [Double]
    let table: CellTable?

    init(
        _ sample: PopulationSample, _ formula: LogLinearFormula, threads: Int?
    ) throws(Failure) {
        guard let cells = sample.cells else { throw .noCells }
        self.formula = formula
        let margins = formula.generators
        let table: CellTable
        do {
            table = try CellTable(cells, margins: margins)
        } catch {
            // Without interactions the fit is a product at each cell of the sample, however many cells there are.
            guard case .tooManyCells = error, margins.allSatisfy({ $0.count == 1 }) else { throw .table(error) }
            self.table = nil
            rates = Self.independentRates(cells, margins.map { $0[0] }, records: sample.records)
            (sweeps, converged, reach, criterion, self.cells, repeated) = (0, true, nil, nil, nil, 0)
            (tau1, tau2) = Self.risks(sample, rates)
            return
        }
        var fitting = ProportionalFitting()
        fitting.threads = threads
        let outcome = Self.settle(table, sample, fitting)
        rates = Self.rates(of: table)
        self.table = table
        (sweeps, converged, reach, self.cells) = (outcome.sweeps, outcome.converged, outcome.reach, table.count)
        (tau1, tau2) = Self.risks(sample, rates)
        repeated = Self.repeated(table, sample, interactions: margins.indices.filter { margins[$0].count > 1 })
        criterion = LogLinearCriterion.value(table, fraction: sample.samplingFraction, threads: threads)
    }

    /// For each cell of the sample the persons expected beyond the sample.
    func beyond(_ sample: PopulationSample) -> [Double] {
        let factor = (1 - sample.samplingFraction) / sample.samplingFraction
        return rates.map { $0 * factor }
    }

    /// The first number of sweeps after which tau1 and tau2 are looked at.
    private static let firstLook = 64
    /// Stop when a doubling of the sweeps moves neither by more than this share.
    private static let stillness = 1e-4
    /// A fit that ends at the most sweeps has settled when the last doubling moved neither by more than this share.
    private static let lastStillness = 1e-3

    /// Fits until the margins agree, or until tau1 and tau2 stand still.
    ///
    /// In a sparse table the likelihood has its maximum on the border: some cells without records are fitted 0 in the limit
    /// alone, and the margins come near the observed ones only as one over the number of sweeps. The rest of the way is
    /// then as long as the way of the last doubling, whose change says what more sweeps could still bring.
    private static func settle(
        _ table: CellTable, _ sample: PopulationSample, _ fitting: ProportionalFitting
    ) -> (sweeps: Int, converged: Bool, reach: Double?) {
        var fitting = fitting
        let most = fitting.sweeps
        var done = 0
        var last: (Double, Double)?
        var reach: Double?
        while done < most {
            fitting.sweeps = min(done == 0 ? firstLook : 2 * done, most) - done
            let outcome = fitting.fit(table)
            done += outcome.sweeps
            if outcome.converged { return (done, true, nil) }
            let now = risks(sample, rates(of: table))
            if let last {
                let moved = max(
                    abs(now.0 - last.0) / max(now.0, Double.leastNormalMagnitude),
                    abs(now.1 - last.1) / max(now.1, Double.leastNormalMagnitude))
                reach = moved
                if moved <= stillness { return (done, true, moved) }
            }
            last = now
        }
        return (done, (reach ?? .infinity) <= lastStillness, reach)
    }

    private static func repeated(_ table: CellTable, _ sample: PopulationSample, interactions: [Int]) -> Double {
        let uniques = zip(sample.cells?.counts ?? [], table.places).filter { $0.0 == 1 }.map(\.1)
        if uniques.isEmpty { return 0 }
        var isAlone = [Bool](repeating: false, count: uniques.count)
        for margin in interactions {
            var records = [Double](repeating: 0, count: table.marginSizes[margin])
            for stripe in table.stripes.elements {
                for (place, count) in zip(stripe.places[margin], stripe.counts) { records[Int(place)] += count }
            }
            for (number, at) in uniques.enumerated()
            where records[Int(table.stripes[at.stripe].places[margin][at.cell])] == 1 {
                isAlone[number] = true
            }
        }
        return Double(isAlone.count { $0 }) / Double(uniques.count)
    }

    private static func rates(of table: CellTable) -> [Double] {
        table.places.map { table.stripes[$0.stripe].fitted[$0.cell] }
    }

    private static func risks(_ sample: PopulationSample, _ rates: [Double]) -> (Double, Double) {
        var (unique, match) = (0.0, 0.0)
        let factor = (1 - sample.samplingFraction) / sample.samplingFraction
        for (count, rate) in zip(sample.cells?.counts ?? [], rates) where count == 1 {
            let v = factor * rate
            unique += SampleUniqueRisk.unique(size: 1, beyond: v)
            match += SampleUniqueRisk.match(size: 1, beyond: v)
        }
        return (unique, match)
    }

    private static func independentRates(_ cells: SampleCells, _ fields: [Int], records: Int) -> [Double] {
        let n = Double(records)
        var rates = [Double](repeating: n, count: cells.count)
        for field in cells.fields.indices {
            var shares = [Double](repeating: 0, count: cells.cardinalities[field])
            for (cell, code) in cells.codes[field].enumerated() { shares[Int(code)] += Double(cells.counts[cell]) / n }
            if !fields.contains(field) {
                let values = Double(shares.count { $0 > 0 })
                for code in shares.indices { shares[code] = 1 / values }
            }
            for (cell, code) in cells.codes[field].enumerated() { rates[cell] *= shares[Int(code)] }
        }
        return rates
    }
}
