internal import LinearAlgebra
internal import Microdata

/// Finds for every query the records with the largest inner products of feature vectors, among all records: no blocking.
///
/// The register's vectors are made block by block and never held together.
struct MatrixSearch: Sendable {
    /// Records of a block.
    private static let block = 1 << 13
    /// How many times the short list the product keeps: it is exact to some bits only, and the weights decide later.
    static let reserve = 256

    private let layout: FeatureLayout
    private let records: Int

    /// - Complexity: A byte per column of each different value of the register.
    init(_ fields: [LinkedField], records: Int, dimensions: Int, workers: Workers) {
        layout = FeatureLayout(fields, dimensions: dimensions, workers: workers)
        self.records = records
    }

    /// What one thread works with.
    private final class Searcher {
        var products: LargestProducts
        var block: FloatMatrix

        init(_ products: LargestProducts, _ block: FloatMatrix) {
            self.products = products
            self.block = block
        }
    }

    /// The records with the largest products for each of some queries, in the order of the register.
    ///
    /// - Parameters:
    ///   - asked: The queries.
    ///   - keep: How many records each gets; fewer when fewer have anything in common with it.
    /// - Complexity: O(asked x records x columns) time.
    func candidates(
        of asked: [Int], keeping keep: Int, workers: Workers, progress: (@Sendable (Double) -> Void)?
    ) -> [[UInt32]] {
        if asked.isEmpty { return [] }
        let matrix = layout.matrix(ofQueries: asked)
        let blocks = (records + Self.block - 1) / Self.block
        let searchers = DisjointBuffer(
            (0..<min(workers.count, blocks)).map { _ in
                Searcher(
                    LargestProducts(for: matrix, keeping: keep, above: 0),
                    FloatMatrix(rows: Self.block, columns: layout.columns))
            })
        workers.run(blocks) { worker, block in
            let range = block * Self.block..<min(records, (block + 1) * Self.block)
            let searcher = searchers[worker]
            if range.count < Self.block { searcher.block = FloatMatrix(rows: range.count, columns: layout.columns) }
            layout.write(range, to: &searcher.block)
            searcher.products.add(searcher.block, numberedFrom: UInt32(range.lowerBound))
            progress?(Double(block) / Double(blocks))
        }
        let all = searchers.elements.map(\.products)
        let found = DisjointBuffer<[UInt32]?>(asked.count)
        workers.run(asked.count) { _, row in
            found[row] = LargestProducts.found(row: row, in: all).map(\.row).sorted()
        }
        return found.results()
    }
}
