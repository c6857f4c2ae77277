import LinearAlgebra
import Statistics
import Testing

/// The largest products beside sorting all of them.
struct LargestProductsTests {
    private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> FloatMatrix {
        // Small whole numbers: sums are exact, so equal products are equal in any order of adding.
        var random = RandomStream(seed: seed, purpose: 2, item: 0)
        return FloatMatrix(
            rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in Float(random.next(below: 7)) - 3 })
    }

    private func slow(_ a: FloatMatrix, _ b: FloatMatrix, _ row: Int, _ keep: Int, _ least: Float) -> [UInt32] {
        let products = (0..<b.rows).map { other in
            (0..<a.columns).reduce(Float(0)) { $0 + a[row, $1] * b[other, $1] }
        }
        let order = products.indices.filter { products[$0] > least }.sorted {
            (-products[$0], $0) < (-products[$1], $1)
        }
        return order.prefix(keep).map { UInt32($0) }
    }

    /// Odd shapes, more columns than are kept and fewer, and blocks shared out between two searches. Seeds 1 and 2.
    @Test(arguments: [(3, 5, 4, 10), (300, 1300, 16, 7), (5, 2000, 3, 1), (1, 40, 1, 100), (2, 700, 0, 3)])
    func agreesWithSorting(rows: Int, others: Int, columns: Int, keep: Int) {
        let (a, b) = (matrix(rows, columns, seed: 1), matrix(others, columns, seed: 2))
        var searches = (0..<2).map { _ in LargestProducts(for: a, keeping: keep, above: 0) }
        let size = 333
        for (number, start) in stride(from: 0, to: others, by: size).enumerated() {
            let count = min(size, others - start)
            let block = FloatMatrix(
                rows: count, columns: columns,
                elements: Array(b.elements[start * columns..<(start + count) * columns]))
            searches[number % 2].add(block, numberedFrom: UInt32(start))
        }
        for row in stride(from: 0, to: rows, by: 7) {
            let found = LargestProducts.found(row: row, in: searches)
            #expect(found.map(\.row) == slow(a, b, row, keep, 0), "row \(row)")
        }
    }

    /// All products are equal: the first rows are kept.
    @Test func equalProducts() {
        let a = FloatMatrix(rows: 1, columns: 2, elements: [1, 1])
        var search = LargestProducts(for: a, keeping: 3, above: 0)
        for start in [0, 600] {
            let block = FloatMatrix(rows: 600, columns: 2, elements: Array(repeating: 2, count: 1200))
            search.add(block, numberedFrom: UInt32(start))
        }
        #expect(LargestProducts.found(row: 0, in: [search]).map(\.row) == [0, 1, 2])
    }
}
