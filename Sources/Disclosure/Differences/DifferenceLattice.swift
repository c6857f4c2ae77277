package import Counting
package import Microdata

/// What two releases A and B of the same file tell by subtraction, for every combination of the fields that they share.
package struct DifferenceLattice: Sendable, Hashable {
    /// One combination and what it tells.
    package struct Entry: Sendable, Hashable {
        /// The fields, as ascending positions in `DifferenceLattice.fields`.
        package let fields: [Int]
        /// What is found.
        package let figures: DifferenceFigures
    }

    /// The names of the compared fields.
    package let fields: [String]
    /// The names of the sensitive fields.
    package let sensitive: [String]
    /// The records of A and of B.
    package let records: [Int]
    /// The smallest count that is published.
    package let minimumCell: Int
    /// The largest number of fields of a combination.
    package let maximumSize: Int
    /// Every combination: by number of fields, then in the order of the fields.
    package let entries: [Entry]
    /// The records by which the cells of all fields together differ: the sum of |a - b|, without records that
    /// the semantics leave out.
    package let differing: Int
    /// Those of them that lie, for at least one combination, in an isolating cell in which no differences cancel out.
    package let isolatedByAny: Int
    /// Those of them for which it is a cell that differs by this record alone.
    package let singleByAny: Int
    /// Who was added, dropped or changed; `nil` without a field that names persons.
    package let changes: RecordChanges?

    /// Compares the cells of every combination.
    ///
    /// - Parameters:
    ///   - first: The compared fields of A.
    ///   - second: The same fields of B, in the same order.
    ///   - sensitive: Fields whose values must not be learned, of A and of B.
    ///   - identifiers: The field that names persons, of A and of B.
    ///   - minimumCell: The smallest count that is published, at least 2.
    ///   - maximumSize: The largest number of fields of a combination; all when `nil`.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - progress: Called now and then with the share of the work that is done, in `[0, 1]`.
    /// - Throws: `CountingError`.
    /// - Complexity: O(records + different records x combinations) time; about 60 bytes for each record of both files.
    package init(
        _ first: [Column], _ second: [Column], sensitive: (first: [Column], second: [Column]) = ([], []),
        identifiers: (first: Column, second: Column)? = nil, minimumCell: Int = 10, maximumSize: Int? = nil,
        missing: MissingSemantics = .category, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) {
        precondition(first.count == second.count && sensitive.first.count == sensitive.second.count, "fields differ")
        precondition(minimumCell >= 2, "a smallest count of \(minimumCell)")
        if case .wildcard = missing { throw .wildcardOverCombinations }
        try Combination.validate(first + sensitive.first)
        try MatchLattice.checkSize(fields: first.count, maximumSize: maximumSize)
        let records = [first[0].count, second[0].count]
        if records[0] + records[1] > Combination.recordLimit { throw .tooManyRecords(records[0] + records[1]) }
        let union = MatchUnion([first + sensitive.first, second + sensitive.second], identifiers: nil)
        let whole = try EquivalenceClasses(of: union.columns, threads: threads)
        changes = identifiers.map { first, second in
            RecordChanges(
                Column(union: [first, second], name: first.name), classes: whole.classOf, before: records[0])
        }
        var cells = DifferenceCells(whole, columns: union.columns, fields: first.count, before: records[0])
        let size = min(maximumSize ?? first.count, first.count)
        let combinations = CombinationLattice.combinations(of: first.count, upTo: size)
        var entries: [Entry] = []
        for fields in combinations {
            let figures = try cells.figures(fields, minimumCell: minimumCell, missing: missing, threads: threads)
            entries.append(Entry(fields: fields, figures: figures))
            progress?(Double(entries.count) / Double(combinations.count))
        }
        fields = first.map(\.name)
        self.sensitive = sensitive.first.map(\.name)
        self.records = records
        self.minimumCell = minimumCell
        self.maximumSize = size
        self.entries = entries
        differing = cells.differing(missing)
        isolatedByAny = cells.isolated
        singleByAny = cells.single
    }
}
