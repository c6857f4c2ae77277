internal import LinearAlgebra
internal import Statistics

/// Four correlated ranks of every pupil: language, poverty, special need and absence, by a Gaussian copula.
///
/// Independent normal scores E, a row per pupil, become correlated ones by E L', where L is the Cholesky factor of the
/// correlation matrix. Language and poverty come first, so that they depend on the family's scores alone and siblings
/// share them. The scores lie on a grid of 2^-16 and the factor on one of 2^-20: products and sums are exact, and the
/// result does not depend on how a library orders them.
struct AttributeCopula: Sendable {
    /// The order of the scores in a row.
    static let columns = 4

    private let factor: Matrix
    let grid: NormalGrid

    init(_ settings: AttributeSettings, grid: NormalGrid) throws(RegisterError) {
        let r = settings.correlations
        let correlation = Matrix(
            rows: 4, columns: 4,
            elements: [1, r[0], r[1], r[2], r[0], 1, r[3], r[4], r[1], r[3], 1, r[5], r[2], r[4], r[5], 1])
        do {
            var factor = try correlation.cholesky()
            factor.elements = factor.elements.map { ($0 * 0x1p20).rounded() * 0x1p-20 }
            self.factor = factor
        } catch {
            throw .outOfRange(setting: "attributes", expected: "correlations that can hold at the same time")
        }
        self.grid = grid
    }

    /// Turns rows of independent scores, times `NormalGrid.scale`, into correlated ones.
    func correlate(_ scores: [Double]) -> [Double] {
        var block = Matrix(rows: scores.count / Self.columns, columns: Self.columns, elements: scores)
        block.multiplyRight(byTransposedLowerTriangle: factor)
        return block.elements
    }

    /// The rank of a correlated score in the population, times 2^16.
    func rank(_ score: Double) -> UInt16 { grid.rank(score / NormalGrid.scale) }
}
