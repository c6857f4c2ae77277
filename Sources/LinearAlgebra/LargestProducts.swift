internal import CKernels

/// For each row of a matrix A the rows of B with the largest inner products, B coming block by block.
///
/// `A * B^T` is made in tiles that stay in a processor's cache (`sgemm`); while a tile is there, the products above the
/// row's bound are kept. A row's bound is the least product that it keeps, so after the first blocks nearly every
/// product is passed over 32 at a time.
///
/// A row of B is known by the number that its block was given, and blocks must come in ascending order; of equal products
/// the lower numbers are kept. A product below or at the bound given at the start is never kept. Several of these, each
/// with its own blocks, together find the same as one with all blocks; a product's last digits depend on its block only.
package struct LargestProducts: Sendable {
    /// One product.
    package struct Product: Sendable, Hashable {
        /// The number of the row of B.
        package let row: UInt32
        /// The inner product.
        package let value: Float
    }

    // A tile of 256 x 512 products takes 512 KiB, about the second cache of a core.
    private static let panel = 256
    private static let tile = 512

    private let panels: [FloatMatrix]
    private let keep: Int
    private let least: Float
    private let vectors = singleout_product_vectors()
    /// What each row keeps, unordered: up to twice as many as asked for, then the lesser half is dropped.
    private var kept: [[Product]]
    private var bounds: [Float]
    private var products: [Float]
    private var found: [UInt32]

    /// Nothing is found yet.
    ///
    /// - Parameters:
    ///   - rows: The matrix A.
    ///   - keep: How many products each row keeps, at least 1.
    ///   - least: The bound at the start.
    /// - Complexity: O(rows x keep) memory, 16 bytes each.
    package init(for rows: FloatMatrix, keeping keep: Int, above least: Float) {
        precondition(keep >= 1, "at least one product must be kept, not \(keep)")
        panels = stride(from: 0, to: rows.rows, by: Self.panel).map { first in
            let count = min(Self.panel, rows.rows - first)
            let elements = rows.elements[first * rows.columns..<(first + count) * rows.columns]
            return FloatMatrix(rows: count, columns: rows.columns, elements: Array(elements))
        }
        self.keep = keep
        self.least = least
        kept = Array(repeating: [], count: rows.rows)
        bounds = Array(repeating: least, count: rows.rows)
        products = Array(repeating: 0, count: Self.panel * Self.tile)
        found = Array(repeating: 0, count: Self.tile)
    }

    /// Looks at a block of B.
    ///
    /// - Parameters:
    ///   - block: Must have as many columns as A.
    ///   - first: The number of its first row; at least that of every row before.
    /// - Complexity: O(A.rows x block.rows x columns) time.
    package mutating func add(_ block: FloatMatrix, numberedFrom first: UInt32) {
        ThreadPolicy.prepare()
        for start in stride(from: 0, to: block.rows, by: Self.tile) {
            let count = min(Self.tile, block.rows - start)
            for (number, panel) in panels.enumerated() {
                precondition(
                    panel.columns == block.columns, "\(block.columns) columns beside \(panel.columns) columns")
                multiply(panel, block, start, count)
                for row in 0..<panel.rows {
                    collect(number * Self.panel + row, row * count, count, first + UInt32(start))
                }
            }
        }
    }

    private mutating func multiply(_ panel: FloatMatrix, _ block: FloatMatrix, _ start: Int, _ count: Int) {
        if block.columns == 0 { return }
        ProductBuffers.whileHeld {
            MatrixRoutines.multiply(panel, byTransposed: start..<start + count, of: block, into: &products)
        }
    }

    private mutating func collect(_ row: Int, _ start: Int, _ count: Int, _ first: UInt32) {
        let bound = bounds[row]
        let hits = MatrixRoutines.findAbove(bound, start..<start + count, of: products, into: &found, vectors: vectors)
        if hits == 0 { return }
        for hit in 0..<hits {
            let place = found[hit]
            // The bound may have risen since the tile was searched.
            let value = products[start + Int(place)]
            if value <= bounds[row] { continue }
            kept[row].append(Product(row: first + place, value: value))
            if kept[row].count == 2 * keep {
                Self.select(keep, of: &kept[row])
                bounds[row] = kept[row][keep - 1].value
                kept[row].removeLast(keep)
            }
        }
    }

    /// Moves the largest products to the front, in no order; of equal ones those of the lowest rows.
    ///
    /// - Complexity: O(products) expected time: each step keeps about half.
    private static func select(_ keep: Int, of products: inout [Product]) {
        var (low, high) = (0, products.count - 1)
        while low < high {
            let middle = low + (high - low) / 2
            let pivot = products[middle]
            var (left, right) = (low, high)
            while left <= right {
                while isLarger(products[left], pivot) { left += 1 }
                while isLarger(pivot, products[right]) { right -= 1 }
                if left <= right {
                    products.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if keep - 1 <= right { high = right } else if keep - 1 >= left { low = left } else { return }
        }
    }

    @inline(__always)
    private static func isLarger(_ a: Product, _ b: Product) -> Bool {
        a.value > b.value || a.value == b.value && a.row < b.row
    }

    /// What a row of A keeps, the largest first.
    ///
    /// - Parameters:
    ///   - row: Must be below the number of rows of A.
    ///   - all: Searches for the same matrix, each with other blocks; at least one.
    package static func found(row: Int, in all: [LargestProducts]) -> [Product] {
        var products = all.flatMap { $0.kept[row] }
        let keep = min(all.map(\.keep).min() ?? 0, products.count)
        select(keep, of: &products)
        return products.prefix(keep).sorted(by: isLarger)
    }
}
