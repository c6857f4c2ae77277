internal import Foundation
internal import Microdata

/// A log-linear Poisson model fitted to a sample: how many persons of the population each cell is expected to hold.
///
/// With mu the fitted records of a cell, pi the sampling fraction and lambda = mu / pi:
/// `tau1 = sum_{f=1} exp(-(1-pi) lambda)`, `tau2 = sum_{f=1} (1 - exp(-v)) / v` with `v = (1-pi) lambda`.
///
/// Source: Skinner & Shlomo, Assessing identification risk in survey microdata using log-linear models, JASA 103, 2008.
public struct LogLinearFit: Sendable {
    /// Why there is no fit.
    enum Failure: Error {
        case table(CellTable.Failure)
        case noCells
    }

    /// The model.
    public let formula: LogLinearFormula
    /// The expected number of sample uniques that are unique in the population.
    public let tau1: Double
    /// The expected number of correct matches of sample uniques.
    public let tau2: Double
    /// B of Skinner and Shlomo: above 0 the model leaves out interactions, below 0 it may have too many; its sign says more than
    /// its size. `nil` when the cells are too many to list. See `LogLinearCriterion`.
    public let criterion: Double?
    /// The number of cells to which the model gives records; `nil` when they are too many to list.
    public let cells: Int?
    /// The number of sweeps over the margins; 0 for a closed form.
    public let sweeps: Int
    /// Whether the fit reached its tolerance.
    public let converged: Bool
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
            (sweeps, converged, criterion, self.cells) = (0, true, nil, nil)
            (tau1, tau2) = Self.risks(sample, rates)
            return
        }
        var fitting = ProportionalFitting()
        fitting.threads = threads
        let outcome = fitting.fit(table)
        rates = table.places.map { table.stripes[$0.stripe].fitted[$0.cell] }
        self.table = table
        (sweeps, converged, self.cells) = (outcome.sweeps, outcome.converged, table.count)
        (tau1, tau2) = Self.risks(sample, rates)
        criterion = LogLinearCriterion.value(table, fraction: sample.samplingFraction, threads: threads)
    }

    /// For each cell of the sample the persons expected beyond the sample.
    func beyond(_ sample: PopulationSample) -> [Double] {
        let factor = (1 - sample.samplingFraction) / sample.samplingFraction
        return rates.map { $0 * factor }
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
