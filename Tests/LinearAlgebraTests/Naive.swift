import LinearAlgebra
import Statistics

/// Slow, obvious twins and random matrices.
enum Naive {
    /// A matrix of numbers in (-1, 1).
    static func random<Element: MatrixElement>(rows: Int, columns: Int, seed: UInt64) -> DenseMatrix<Element> {
        var stream = RandomStream(seed: seed, purpose: 1, item: 0)
        return DenseMatrix(
            rows: rows, columns: columns,
            elements: (0..<rows * columns).map { _ in Element(2 * stream.nextUnit() - 1) })
    }

    /// A symmetric matrix with eigenvalues of at least 1.
    static func positive<Element: MatrixElement>(size: Int, seed: UInt64) -> DenseMatrix<Element> {
        let root: DenseMatrix<Element> = random(rows: size + 3, columns: size, seed: seed)
        var matrix = product(root.transposed(), root)
        for index in 0..<size { matrix[index, index] += 1 }
        return matrix
    }

    static func product<Element: MatrixElement>(
        _ left: DenseMatrix<Element>, _ right: DenseMatrix<Element>
    ) -> DenseMatrix<Element> {
        var result = DenseMatrix<Element>(rows: left.rows, columns: right.columns)
        for i in 0..<left.rows {
            for j in 0..<right.columns {
                for k in 0..<left.columns { result[i, j] += left[i, k] * right[k, j] }
            }
        }
        return result
    }

    /// The largest difference of two elements in the same place.
    static func distance<Element: MatrixElement>(
        _ one: DenseMatrix<Element>, _ other: DenseMatrix<Element>
    ) -> Double {
        guard one.rows == other.rows, one.columns == other.columns else { return .infinity }
        return zip(one.elements, other.elements).map { Double(($0 - $1).magnitude) }.max() ?? 0
    }
}
