internal import Counting
package import Microdata

/// What two published tables of the same cells tell by subtraction.
///
/// A table publishes a count for each cell or suppresses it. A cell that one table suppresses and the other shows tells about
/// what it was: all of it where nobody came or left in between, and nearly all where few did.
package struct TableDifference: Sendable, Hashable {
    /// What a table says of a cell.
    package enum Count: Sendable, Hashable {
        /// A published count.
        case shown(Int)
        /// A count that is withheld, which is not known to be zero.
        case suppressed
        /// No count, as the cell cannot have one.
        case notApplicable
    }

    /// The number of cells of A and of B.
    package let cells: [Int]
    /// The suppressed cells of A and of B.
    package let suppressed: [Int]
    /// Cells that both tables have.
    package let shared: Int
    /// Cells of both to which no count applies in one of them; they are no part of the figures below.
    package let notApplicable: Int
    /// Cells that both suppress.
    package let suppressedInBoth: Int
    /// Cells that A suppresses and B shows.
    package let shownLater: Int
    /// Cells that A shows and B suppresses.
    package let suppressedLater: Int
    /// Cells that both show.
    package let shownInBoth: Int
    /// Cells that both show with different counts.
    package let different: Int
    /// Cells whose counts both reach the threshold and differ by less than it.
    package let isolating: Int
    /// The records isolated in them, the sum of the differences.
    package let isolated: Int
    /// Isolating cells that differ by one record.
    package let single: Int

    /// One table: the fields that say which cell a row is, and its count.
    package struct Published: Sendable {
        let source: String
        let keys: [Column]
        let counts: [Count]

        /// A table with a count for each row of the key columns, and what it was read from, for messages.
        package init(source: String, keys: [Column], counts: [Count]) {
            precondition(!keys.isEmpty && keys[0].count == counts.count, "a count for each cell")
            self.source = source
            self.keys = keys
            self.counts = counts
        }
    }

    /// Compares the tables cell by cell.
    ///
    /// - Parameters:
    ///   - first: A.
    ///   - second: B, with the same key fields in the same order.
    ///   - minimumCell: The smallest count that is published, at least 2.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `PublishedTableError.repeatedCell` for a table with two rows of one cell, `noCommonCell` for tables without a
    ///   common one; `CountingError`.
    /// - Complexity: O(cells x fields) time; 60 bytes for each cell.
    package init(_ first: Published, _ second: Published, minimumCell: Int = 10, threads: Int? = nil) throws {
        precondition(minimumCell >= 2, "a smallest count of \(minimumCell)")
        try Combination.validate(first.keys)
        let union = MatchUnion([first.keys, second.keys], identifiers: nil)
        let classes = try EquivalenceClasses(of: union.columns, threads: threads)
        let none = -1
        var rows = [[Int]](repeating: .init(repeating: none, count: classes.sizes.count), count: 2)
        for (row, number) in classes.classOf.enumerated() {
            let table = row < first.counts.count ? 0 : 1
            let own = row - (table == 0 ? 0 : first.counts.count)
            if rows[table][Int(number)] != none {
                throw PublishedTableError.repeatedCell(
                    source: (table == 0 ? first : second).source, rows: [rows[table][Int(number)] + 1, own + 1])
            }
            rows[table][Int(number)] = own
        }
        var (shared, inapplicable, both, later, earlier, shown) = (0, 0, 0, 0, 0, 0)
        var (different, isolating, isolated, single) = (0, 0, 0, 0)
        for (one, other) in zip(rows[0], rows[1]) where one != none && other != none {
            shared += 1
            switch (first.counts[one], second.counts[other]) {
            case (.notApplicable, _), (_, .notApplicable): inapplicable += 1
            case (.suppressed, .suppressed): both += 1
            case (.suppressed, .shown): later += 1
            case (.shown, .suppressed): earlier += 1
            case (.shown(let before), .shown(let after)):
                shown += 1
                let difference = abs(before - after)
                if difference == 0 { continue }
                different += 1
                if min(before, after) < minimumCell || difference >= minimumCell { continue }
                isolating += 1
                isolated += difference
                if difference == 1 { single += 1 }
            }
        }
        if shared == 0 {
            throw PublishedTableError.noCommonCell(
                sources: [first.source, second.source], fields: first.keys.map(\.name))
        }
        cells = [first.counts.count, second.counts.count]
        suppressed = [first.counts.count { $0 == .suppressed }, second.counts.count { $0 == .suppressed }]
        self.shared = shared
        notApplicable = inapplicable
        suppressedInBoth = both
        shownLater = later
        suppressedLater = earlier
        shownInBoth = shown
        self.different = different
        self.isolating = isolating
        self.isolated = isolated
        self.single = single
    }
}
