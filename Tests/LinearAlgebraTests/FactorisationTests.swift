import LinearAlgebra
import Testing

/// The identities that LAPACK's factorisations satisfy, and their failures.
struct FactorisationTests {
    @Test(arguments: [0, 1, 2, 7, 40])
    func cholesky(size: Int) throws {
        let matrix: Matrix = Naive.positive(size: size, seed: 7)
        let factor = try matrix.cholesky()
        #expect(Naive.distance(Naive.product(factor, factor.transposed()), matrix) <= 1e-11)
        for i in 0..<size {
            for j in 0..<size where j > i { #expect(factor[i, j] == 0) }
        }
        let right: Matrix = Naive.random(rows: size, columns: 3, seed: 8)
        let solution = try CholeskyFactor(of: matrix).solve(right)
        #expect(Naive.distance(Naive.product(matrix, solution), right) <= 1e-11)
    }

    @Test func choleskyOfFloats() throws {
        let matrix: FloatMatrix = Naive.positive(size: 9, seed: 9)
        let factor = try matrix.cholesky()
        #expect(Naive.distance(Naive.product(factor, factor.transposed()), matrix) <= 1e-4)
    }

    @Test func solvesOneVector() throws {
        let matrix = Matrix(rows: 2, columns: 2, elements: [4, 2, 2, 3])
        let solution = try CholeskyFactor(of: matrix).solve([8, 7])
        #expect(abs(solution[0] - 1.25) < 1e-15 && abs(solution[1] - 1.5) < 1e-15)
    }

    @Test func choleskyNamesTheMinor() {
        let matrix = Matrix(rows: 3, columns: 3, elements: [1, 0, 0, 0, 1, 1, 0, 1, 1])
        #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 3)) { try matrix.cholesky() }
        let negative = Matrix(rows: 2, columns: 2, elements: [-1, 0, 0, 1])
        #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 1)) { try negative.cholesky() }
        let missing = Matrix(rows: 1, columns: 1, elements: [.nan])
        #expect(throws: LinearAlgebraError.notFinite) { try missing.cholesky() }
    }

    @Test(arguments: [0, 1, 2, 8, 31])
    func eigen(size: Int) throws {
        let matrix: Matrix = Naive.positive(size: size, seed: 10)
        let eigen = try matrix.symmetricEigen()
        #expect(eigen.values == eigen.values.sorted())
        var scaled = eigen.vectors
        for row in 0..<size {
            for column in 0..<size { scaled[row, column] *= eigen.values[column] }
        }
        #expect(Naive.distance(Naive.product(matrix, eigen.vectors), scaled) <= 1e-11)
        #expect(Naive.distance(eigen.vectors.gram(), Matrix(identity: size)) <= 1e-12)
    }

    @Test func eigenOfASmallMatrix() throws {
        let eigen = try Matrix(rows: 2, columns: 2, elements: [2, 1, 1, 2]).symmetricEigen()
        #expect(abs(eigen.values[0] - 1) < 1e-14 && abs(eigen.values[1] - 3) < 1e-14)
    }

    /// The residual is at right angles to every column.
    @Test(arguments: [(4, 2), (3, 3), (60, 12)])
    func leastSquares(rows: Int, columns: Int) throws {
        let matrix: Matrix = Naive.random(rows: rows, columns: columns, seed: 11)
        let right: Matrix = Naive.random(rows: rows, columns: 2, seed: 12)
        var residual = right
        residual.addProduct(matrix, try matrix.leastSquares(right), scale: -1)
        let angles = Naive.product(matrix.transposed(), residual)
        #expect(Naive.distance(angles, Matrix(rows: columns, columns: 2)) <= 1e-12)
    }

    @Test func leastSquaresOfALine() throws {
        let line = try Matrix(rows: 3, columns: 2, elements: [1, 0, 1, 1, 1, 2]).leastSquares(
            Matrix(rows: 3, columns: 1, elements: [1, 3, 5]))
        #expect(abs(line[0, 0] - 1) < 1e-14 && abs(line[1, 0] - 2) < 1e-14)
    }

    @Test func leastSquaresNamesTheColumn() {
        let matrix = Matrix(rows: 3, columns: 2, elements: [1, 2, 1, 2, 1, 2])
        #expect(throws: LinearAlgebraError.rankDeficient(column: 2)) {
            try matrix.leastSquares(Matrix(rows: 3, columns: 1))
        }
        let unequal = Matrix(rows: 3, columns: 3, elements: [1, 1, 2, 1, 2, 3, 1, 3, 4])
        #expect(throws: LinearAlgebraError.rankDeficient(column: 3)) {
            try unequal.leastSquares(Matrix(rows: 3, columns: 1, elements: [1, 2, 4]))
        }
    }

    @Test func errorsSayWhatToDo() {
        for error: LinearAlgebraError in [
            .notPositiveDefinite(leadingMinor: 2), .rankDeficient(column: 1), .noConvergence(count: 1), .notFinite,
        ] {
            #expect(error.description.hasSuffix("."))
        }
    }
}
