/// Every combination of some fields, for a page on which a reader ticks the fields that are shared.
package struct Explorer: Sendable, Hashable {
    /// A column of records in small classes.
    package struct Below: Sendable, Hashable {
        /// The class size, at least 2.
        package let size: Int
        /// The key of the column with the records whose class is smaller.
        package let key: String

        /// The records in classes smaller than a number.
        package init(_ size: Int, key: String) {
            self.size = size
            self.key = key
        }
    }

    /// A field that can be known less exactly.
    package struct Coarsening: Sendable, Hashable {
        /// The field, by its place.
        package let field: Int
        /// What is known of it from the values on: exact, then coarser and coarser.
        package let names: [String]
        /// For each coarser level the row of each combination, by the set of its fields; `nil` for those without the
        /// field, and for those that were not counted.
        package let rows: [[Int?]]

        /// A field with its levels.
        ///
        /// - Parameters:
        ///   - field: The position of the field.
        ///   - names: What is known of it from the values on, at least one.
        ///   - rows: The rows of each coarser level, so one fewer than names.
        package init(field: Int, names: [String], rows: [[Int?]]) {
            precondition(rows.count == names.count - 1, "every coarser level needs its rows")
            self.field = field
            self.names = names
            self.rows = rows
        }
    }

    /// The most fields that a page can hold all combinations of.
    package static let fieldLimit = 16

    /// The fields, in the order of their check boxes.
    package let fields: [String]
    /// What the records are, in the plural.
    package let unit: String
    /// The positions of the fields that are ticked at first.
    package let start: [Int]
    /// The table with a row for each combination.
    package let table: String
    /// The row of each combination by the set of its fields, field j counting 2^j; `nil` for those that were not
    /// counted.
    package let rowOfCombination: [Int?]
    /// Whether counts are rounded, so that shares of few records say little.
    package let isRounded: Bool
    /// The key of the column with the records that were counted.
    package let records: String
    /// The key of the column with k.
    package let k: String
    /// The columns with the records in small classes, ascending from size 2.
    package let below: [Below]
    /// The fields that can be known less exactly, one at a time.
    package let coarsenings: [Coarsening]
    /// The table that their rows are of, with the same columns.
    package let coarserTable: String

    /// All combinations of some fields.
    ///
    /// - Parameters:
    ///   - fields: In the order of their check boxes, at most `fieldLimit`.
    ///   - unit: What the records are, in the plural.
    ///   - start: The positions of the fields that are ticked at first.
    ///   - table: The key of the table with a row for each combination.
    ///   - rowOfCombination: Must have 2^fields elements; the first, for no field, is `nil`.
    ///   - isRounded: Whether counts are rounded.
    ///   - records: The key of the column with the records that were counted.
    ///   - k: The key of the column with k.
    ///   - below: The columns with the records in small classes, ascending from size 2.
    ///   - coarsenings: The fields that can be known less exactly.
    ///   - coarserTable: The key of the table that their rows are of.
    package init(
        fields: [String], unit: String, start: [Int], table: String, rowOfCombination: [Int?], isRounded: Bool,
        records: String,
        k: String, below: [Below], coarsenings: [Coarsening] = [], coarserTable: String = ""
    ) {
        precondition(rowOfCombination.count == 1 << fields.count, "an explorer needs a place for every combination")
        self.fields = fields
        self.unit = unit
        self.start = start
        self.table = table
        self.rowOfCombination = rowOfCombination
        self.isRounded = isRounded
        self.records = records
        self.k = k
        self.below = below
        self.coarsenings = coarsenings
        self.coarserTable = coarserTable
    }
}
