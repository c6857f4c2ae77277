import LinearAlgebra
import Testing

/// Products against three nested loops, for floats and doubles, empty and odd shapes.
struct ProductTests {
    private static let shapes = [(0, 3, 2), (1, 1, 1), (3, 0, 2), (5, 7, 3), (17, 33, 9), (64, 65, 66), (2, 3, 0)]

    private func check<Element: MatrixElement>(
        _ type: Element.Type, _ rows: Int, _ inner: Int, _ columns: Int, within tolerance: Double
    ) {
        let a: DenseMatrix<Element> = Naive.random(rows: rows, columns: inner, seed: 1)
        let b: DenseMatrix<Element> = Naive.random(rows: inner, columns: columns, seed: 2)
        let expected = Naive.product(a, b)
        #expect(Naive.distance(a.multiplied(by: b), expected) <= tolerance)
        #expect(Naive.distance(a.multiplied(byTransposed: b.transposed()), expected) <= tolerance)
        #expect(Naive.distance(a.transposed().transposeMultiplied(by: b), expected) <= tolerance)
        #expect(Naive.distance(a.gram(), Naive.product(a.transposed(), a)) <= tolerance)
        var sum: DenseMatrix<Element> = Naive.random(rows: rows, columns: columns, seed: 3)
        var slow = sum
        sum.addProduct(a, b, scale: -2, keeping: 3)
        for index in slow.elements.indices {
            slow.elements[index] = 3 * slow.elements[index] - 2 * expected.elements[index]
        }
        #expect(Naive.distance(sum, slow) <= 4 * tolerance)
    }

    @Test(arguments: shapes)
    func doubles(rows: Int, inner: Int, columns: Int) {
        check(Double.self, rows, inner, columns, within: 1e-13)
    }

    @Test(arguments: shapes)
    func floats(rows: Int, inner: Int, columns: Int) {
        check(Float.self, rows, inner, columns, within: 1e-4)
    }

    @Test(arguments: [(4, 3), (1, 1), (0, 5), (50, 20)])
    func triangles(rows: Int, size: Int) {
        var triangle: Matrix = Naive.random(rows: size, columns: size, seed: 4)
        let full = triangle
        for i in 0..<size {
            for j in 0..<size where j > i { triangle[i, j] = 0 }
        }
        let block: Matrix = Naive.random(rows: rows, columns: size, seed: 5)
        // What stands above the diagonal is not read.
        var transposed = block
        transposed.multiplyRight(byTransposedLowerTriangle: full)
        #expect(Naive.distance(transposed, Naive.product(block, triangle.transposed())) <= 1e-13)
        var plain = block
        plain.multiplyRight(byLowerTriangle: full)
        #expect(Naive.distance(plain, Naive.product(block, triangle)) <= 1e-13)
    }

    @Test func threads() {
        #expect(ThreadPolicy.threads == 1)
        let a: Matrix = Naive.random(rows: 120, columns: 90, seed: 6)
        let one = a.gram()
        let two = ThreadPolicy.parallel(threads: 2) { a.gram() }
        #expect(Naive.distance(one, two) <= 1e-12)
        #expect(ThreadPolicy.threads == 1)
    }
}
