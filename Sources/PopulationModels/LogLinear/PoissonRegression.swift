internal import Foundation
package import LinearAlgebra

/// Poisson regression with a logarithmic link, by iteratively reweighted least squares.
///
/// Each step solves the normal equations `X^T W X b = X^T W z` with `W = diag(mu)` and `z = X b + (y - mu)/mu`, by `syrk` over
/// blocks of rows and one Cholesky factorisation. For log-linear models of categories alone `ProportionalFitting` has the
/// same fit for less; this is for designs of any columns.
///
/// Source: McCullagh & Nelder, Generalized Linear Models, 1989, section 2.5.
package struct PoissonRegression: Sendable {
    /// The coefficients, one per column of the design.
    package let coefficients: [Double]
    /// mu, the fitted mean of each row.
    package let fitted: [Double]
    /// `2 sum (y ln(y/mu) - (y - mu))`.
    package let deviance: Double
    /// The number of steps.
    package let iterations: Int
    /// Whether the deviance settled before the steps ran out.
    package let converged: Bool

    /// Fits counts to a design.
    ///
    /// - Parameters:
    ///   - design: X, one row per count; its columns must not depend on one another.
    ///   - counts: y, each finite and at least 0.
    ///   - tolerance: Stop when the deviance changes by less than this share.
    ///   - limit: The most steps.
    /// - Throws: `LinearAlgebraError.notPositiveDefinite` for a singular design or a coefficient without a finite maximum,
    ///   `notFinite` for numbers that are not finite.
    /// - Complexity: O(rows x columns^2) time per step; one block of 2,048 rows and columns^2 of memory.
    package init(
        design: Matrix, counts: [Double], tolerance: Double = 1e-12, limit: Int = 50
    ) throws(LinearAlgebraError) {
        precondition(design.rows == counts.count, "\(counts.count) counts for a design of \(design.rows) rows")
        precondition(counts.allSatisfy { $0 >= 0 }, "counts must be at least 0")
        if !counts.allSatisfy(\.isFinite) { throw .notFinite }
        var mu = counts.map { $0 + 0.1 }
        var eta = mu.map { log($0) }
        var coefficients = [Double](repeating: 0, count: design.columns)
        var last = Double.infinity
        for step in 1...limit {
            coefficients = try Self.step(design, counts, mu: mu, eta: eta)
            for row in eta.indices {
                var sum = 0.0
                for column in coefficients.indices { sum += design[row, column] * coefficients[column] }
                eta[row] = min(max(sum, -500), 500)
                mu[row] = exp(eta[row])
            }
            let deviance = Self.deviance(counts, mu)
            if abs(deviance - last) <= tolerance * (abs(deviance) + 0.1) {
                self.init(coefficients, mu, deviance, step, true)
                return
            }
            last = deviance
        }
        self.init(coefficients, mu, last, limit, false)
    }

    private init(_ coefficients: [Double], _ fitted: [Double], _ deviance: Double, _ steps: Int, _ converged: Bool) {
        self.coefficients = coefficients
        self.fitted = fitted
        self.deviance = deviance
        iterations = steps
        self.converged = converged
    }

    private static func step(
        _ design: Matrix, _ counts: [Double], mu: [Double], eta: [Double]
    ) throws(LinearAlgebraError) -> [Double] {
        let columns = design.columns
        var normal = Matrix(rows: columns, columns: columns)
        var right = [Double](repeating: 0, count: columns)
        for start in stride(from: 0, to: design.rows, by: 2048) {
            let rows = start..<min(start + 2048, design.rows)
            var block = Matrix(rows: rows.count, columns: columns)
            for row in rows {
                let root = mu[row].squareRoot()
                let response = root * (eta[row] + (counts[row] - mu[row]) / max(mu[row], 1e-300))
                for column in 0..<columns {
                    let value = root * design[row, column]
                    block[row - start, column] = value
                    right[column] += value * response
                }
            }
            normal.addGram(of: block)
        }
        // Scaled to a diagonal of ones, so that rounding cannot make a dependent column look like a small one.
        let scale = (0..<columns).map { 1 / max(normal[$0, $0], 1e-300).squareRoot() }
        for row in 0..<columns {
            for column in 0..<columns { normal[row, column] *= scale[row] * scale[column] }
        }
        let factor = try CholeskyFactor(of: normal)
        if let minor = (0..<columns).first(where: { factor.lower[$0, $0] < 1e-7 }) {
            throw .notPositiveDefinite(leadingMinor: minor + 1)
        }
        return zip(factor.solve(zip(right, scale).map { $0 * $1 }), scale).map { $0 * $1 }
    }

    private static func deviance(_ counts: [Double], _ mu: [Double]) -> Double {
        2
            * zip(counts, mu).reduce(0) { sum, pair in
                sum + (pair.0 > 0 ? pair.0 * log(pair.0 / pair.1) : 0) - (pair.0 - pair.1)
            }
    }
}
