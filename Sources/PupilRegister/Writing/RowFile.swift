/// One file of a register: its columns, and how the rows of some of its items are written.
struct RowFile: Sendable {
    /// The path below the folder, without an extension.
    let name: String
    let columns: [String]
    /// How many items there are; an item has any number of rows.
    let items: Int
    /// Writes the rows of some items and returns how many rows they are.
    let write: @Sendable (_ items: Range<Int>, _ row: RowBuffer) -> Int

    /// A file of exactly one row for each item.
    ///
    /// - Parameter prepare: Called for each item before it is written, to ask for the memory of those after it.
    static func rows(
        _ name: String, columns: [String], count: Int,
        prepare: (@Sendable (_ item: Int, _ items: Range<Int>) -> Void)? = nil,
        write: @escaping @Sendable (_ item: Int, _ row: RowBuffer) -> Void
    ) -> RowFile {
        RowFile(name: name, columns: columns, items: count) { items, row in
            for item in items {
                prepare?(item, items)
                row.reserveRow()
                write(item, row)
                row.newline()
            }
            return items.count
        }
    }
}
