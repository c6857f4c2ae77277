/// The library that multiplies and factorises matrices, OpenBLAS, and whether it does so rightly on this processor.
///
/// Some versions compute wrong numbers on processors that they take for others. So what the package asks of them is tried once,
/// beside plain loops over whole numbers, which have one right answer.
package enum MatrixLibrary {
    /// The name, version and build of the library, and the processor that it takes this one for.
    package static var description: String {
        configuration.split(separator: " ").prefix(2).joined(separator: " ") + ", core " + core
    }

    private static let fault: String? = fault(of: Double.self) ?? fault(of: Float.self)

    /// Tries the library, once in the life of a process; to be called before any product.
    ///
    /// - Throws: `noMemory` where memory is limited and does not suffice for a product; `wrongResults`.
    /// - Complexity: Less than a millisecond, the first time.
    package static func requireCorrect() throws(LinearAlgebraError) {
        if !ProductBuffers.areThere { throw .noMemory(library: description, bytes: ProductBuffers.bytes) }
        if let fault { throw .wrongResults(library: description, routine: fault) }
    }

    /// The first routine whose result is not that of a plain loop.
    ///
    /// - Parameter result: What a routine of a name has computed, as the library gives it; a test gives another.
    static func fault<Element: MatrixElement>(
        of type: Element.Type, result: (String, [Element]) -> [Element] = { $1 }
    ) -> String? {
        // Odd sizes need the edges of every kernel; the larger ones leave the way that is kept for small matrices.
        for (rows, inner, columns) in [(1, 1, 1), (7, 5, 9), (37, 29, 41), (112, 97, 113)] {
            let left: DenseMatrix<Element> = sample(rows, inner, 1)
            let right: DenseMatrix<Element> = sample(inner, columns, 2)
            let expected = left.checked(right)
            for (name, product) in [
                ("gemm", left.multiplied(by: right)),
                ("gemm, right transposed", left.multiplied(byTransposed: right.transposed())),
                ("gemm, left transposed", left.transposed().transposeMultiplied(by: right)),
            ] where !expected.isProduct(result(name, product.elements), columns: columns) {
                return name
            }
            if rows > 64 { continue }
            let gram = left.transposed().checked(left)
            if !gram.isProduct(result("syrk", left.gram().elements), columns: inner) { return "syrk" }
            // The factor of L L^T is L, whose numbers are whole, with a diagonal of ones and twos.
            var lower: DenseMatrix<Element> = sample(inner, inner, 3)
            for row in 0..<inner {
                for column in row..<inner { lower[row, column] = 0 }
                lower[row, row] = Element(1 + row % 2)
            }
            var square = DenseMatrix<Element>(rows: inner, columns: inner)
            for row in 0..<inner {
                for column in 0..<inner {
                    for place in 0...min(row, column) {
                        square[row, column] += lower[row, place] * lower[column, place]
                    }
                }
            }
            guard let factor = try? square.cholesky(),
                zip(result("potrf", factor.elements), lower.elements).allSatisfy({ ($0 - $1).magnitude < 1e-3 })
            else { return "potrf" }
            var triangular: DenseMatrix<Element> = sample(rows, inner, 4)
            let product = triangular.checked(lower)
            triangular.multiplyRight(byLowerTriangle: lower)
            if !product.isProduct(result("trmm", triangular.elements), columns: inner) { return "trmm" }
        }
        return nil
    }

    /// A matrix of whole numbers from -2 to 2.
    private static func sample<Element: MatrixElement>(_ rows: Int, _ columns: Int, _ seed: UInt32) -> DenseMatrix<
        Element
    > {
        var state = seed &* 0x9E37_79B9
        return DenseMatrix(
            rows: rows, columns: columns,
            elements: (0..<rows * columns).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return Element(Int((state >> 16) % 5) - 2)
            })
    }
}

/// A product that is known by loops: what it makes of a vector of whole numbers, row by row, which no wrong product is likely to
/// make; of a small one every number.
private struct KnownProduct<Element: MatrixElement> {
    let weights: [Element]
    let sums: [Element]
    let elements: [Element]?

    func isProduct(_ found: [Element], columns: Int) -> Bool {
        if let elements { return found == elements }
        return found.count == sums.count * columns
            && sums.indices.allSatisfy { row in
                var sum: Element = 0
                for column in 0..<columns { sum += found[row * columns + column] * weights[column] }
                return sum == sums[row]
            }
    }
}

extension DenseMatrix {
    fileprivate func checked(_ other: DenseMatrix) -> KnownProduct<Element> {
        let weights = (0..<other.columns).map { Element(1 + $0 * $0 % 13) }
        if rows <= 8 {
            var all = DenseMatrix(rows: rows, columns: other.columns)
            for row in 0..<rows {
                for column in 0..<other.columns {
                    for place in 0..<columns { all[row, column] += self[row, place] * other[place, column] }
                }
            }
            return KnownProduct(weights: weights, sums: [], elements: all.elements)
        }
        func times(_ matrix: DenseMatrix, _ vector: [Element]) -> [Element] {
            (0..<matrix.rows).map { row in
                var sum: Element = 0
                for column in 0..<matrix.columns { sum += matrix[row, column] * vector[column] }
                return sum
            }
        }
        return KnownProduct(weights: weights, sums: times(self, times(other, weights)), elements: nil)
    }
}
