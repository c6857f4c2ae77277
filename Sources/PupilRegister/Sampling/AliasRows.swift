internal import Statistics

/// Distributions over the same outcomes, one after another in one block of memory, so that drawing from any of them touches
/// one place. Each is a table of aliases; see `AliasTable`.
struct AliasRows: Sendable {
    private let cells: [UInt64]
    private let outcomes: Int

    /// Distributions with probabilities in proportion to rows of weights, which have the same number of outcomes.
    init(_ rows: [[Double]]) {
        outcomes = rows[0].count
        var cells: [UInt64] = []
        cells.reserveCapacity(rows.count * outcomes)
        for row in rows {
            precondition(row.count == outcomes, "distributions over different outcomes")
            cells += AliasTable(weights: row).cells
        }
        self.cells = cells
    }

    /// An outcome of the distribution with a number.
    func draw(from row: Int, using stream: inout RandomStream) -> Int {
        let (cell, rest) = stream.next().multipliedFullWidth(by: UInt64(outcomes))
        let entry = cells[row * outcomes + Int(truncatingIfNeeded: cell)]
        return rest >> 32 < entry >> 32 ? Int(truncatingIfNeeded: cell) : Int(truncatingIfNeeded: entry & 0xffff_ffff)
    }

    /// Asks for the memory of a distribution that is drawn from soon.
    func prefetch(row: Int) {
        // A line of the cache holds eight cells.
        for cell in stride(from: row * outcomes, to: (row + 1) * outcomes, by: 8) {
            Prefetch.element(cell, of: cells)
        }
    }
}
