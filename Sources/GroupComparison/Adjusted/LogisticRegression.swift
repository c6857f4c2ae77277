internal import Foundation
internal import LinearAlgebra
internal import Microdata

/// Logistic regression of events among trials on indicator columns, by iteratively reweighted least squares.
///
/// Each step solves `X^T W X d = X^T (y - n p)` with `W = n p (1 - p)`, by `syrk` over blocks of rows and one Cholesky
/// factorisation, and halves d while the deviance rises. A column that depends on those before it is left out, as in R.
///
/// Source: McCullagh & Nelder, Generalized Linear Models, 1989, section 4.4.
struct LogisticRegression: Sendable {
    /// The most steps.
    static let stepLimit = 50

    /// The coefficients of the columns that stayed.
    let coefficients: [Double]
    /// The design of these columns.
    let design: IndicatorDesign
    /// For each column of the design asked for the column that stayed, `nil` for one that was left out.
    let columnOf: [Int?]
    let deviance: Double
    let steps: Int
    private let factor: CholeskyFactor<Double>

    /// Fits events among trials.
    ///
    /// - Parameters:
    ///   - design: One row for each of the trials' patterns.
    ///   - events: y, at most the trials of the row.
    ///   - trials: n; rows of none are skipped, and have no events. Both kinds of outcome occur.
    /// - Throws: `notSettled` when the steps run out.
    /// - Complexity: O(rows x columns^2) time per step, half a multiplication each; O(columns^2) memory per part.
    init(_ asked: IndicatorDesign, events: [UInt32], trials: [UInt32], threads: Int?) throws(GroupError) {
        let workers = Workers(threads)
        var design = asked
        let with = events.reduce(0) { $0 + Double($1) }
        let all = trials.reduce(0) { $0 + Double($1) }
        precondition(with > 0 && with < all, "\(with) events among \(all) trials")
        var beta = [Double](repeating: 0, count: design.columns)
        beta[0] = log(with / (all - with))
        var step = LogisticStep.pass(design, events: events, trials: trials, beta, workers)
        var columnOf = (0..<design.columns).map(Optional.some)
        for removed in Self.dependentColumns(step.information) {
            guard let column = columnOf[removed] else { continue }
            design.remove(column)
            columnOf[removed] = nil
            for later in removed + 1..<columnOf.count { columnOf[later] = columnOf[later].map { $0 - 1 } }
        }
        if design.columns < asked.columns {
            beta = [beta[0]] + [Double](repeating: 0, count: design.columns - 1)
            step = LogisticStep.pass(design, events: events, trials: trials, beta, workers)
        }
        for number in 1...Self.stepLimit {
            guard let factor = try? CholeskyFactor(of: step.information) else { break }
            let change = factor.solve(step.score)
            var (next, after, share) = (beta, step, 1.0)
            repeat {
                next = zip(beta, change).map { $0 + share * $1 }
                after = LogisticStep.pass(design, events: events, trials: trials, next, workers)
                share /= 2
            } while !(after.deviance <= step.deviance * (1 + 1e-12)) && share > 1e-6
            let settled = abs(after.deviance - step.deviance) <= 1e-11 * (abs(after.deviance) + 0.1)
            (beta, step) = (next, after)
            if settled, let factor = try? CholeskyFactor(of: step.information) {
                coefficients = beta
                self.design = design
                self.columnOf = columnOf
                deviance = step.deviance
                steps = number
                self.factor = factor
                return
            }
        }
        throw .notSettled(steps: Self.stepLimit)
    }

    /// `H^-1 B H^-1` with the information H: the covariance of the coefficients when B is that of the score.
    func sandwich(_ meat: Matrix) -> Matrix { factor.solve(factor.solve(meat).transposed()) }

    /// `H^-1`, the covariance of the coefficients when all trials are independent.
    func inverseInformation() -> Matrix { factor.solve(Matrix(identity: design.columns)) }

    /// `1 / (1 + exp(-predictor))`.
    @inline(__always)
    static func probability(_ predictor: Double) -> Double { 1 / (1 + exp(-predictor)) }

    /// The columns that depend on those before them, ascending: by Gram-Schmidt on the scaled matrix.
    private static func dependentColumns(_ information: Matrix) -> [Int] {
        let size = information.rows
        var lower = Matrix(rows: size, columns: size)
        var dependent: [Int] = []
        let scale = (0..<size).map { 1 / max(information[$0, $0], 1e-300).squareRoot() }
        for column in 0..<size {
            for row in 0..<column where !dependent.contains(row) {
                var sum = information[column, row] * scale[column] * scale[row]
                for earlier in 0..<row { sum -= lower[column, earlier] * lower[row, earlier] }
                lower[column, row] = sum / lower[row, row]
            }
            var rest = information[column, column] > 0 ? 1.0 : 0.0
            for earlier in 0..<column { rest -= lower[column, earlier] * lower[column, earlier] }
            if rest < 1e-9 {
                dependent.append(column)
                for earlier in 0..<column { lower[column, earlier] = 0 }
            } else {
                lower[column, column] = rest.squareRoot()
            }
        }
        return dependent
    }
}
