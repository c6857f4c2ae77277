/// A file of records in memory: named columns of equal length.
public struct Table: Sendable, Hashable {
    /// What the table was read from, for messages: a path, or `-`.
    public let source: String
    /// The columns that were kept, in the order in which they were asked for.
    public let columns: [Column]
    /// The number of records.
    public let records: Int
    /// What was noticed when the table was read, which is not compared; `nil` for a table that was not read.
    public var facts: ReadingFacts?

    /// A table of columns, all of the same length and with different names.
    public init(source: String, columns: [Column]) {
        precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns of one table differ in length")
        self.source = source
        self.columns = columns
        self.records = columns.first?.count ?? 0
    }

    /// A table that may have no columns and still a number of records.
    package init(source: String, columns: [Column], records: Int) {
        precondition(columns.allSatisfy { $0.count == records }, "columns of one table differ in length")
        self.source = source
        self.columns = columns
        self.records = records
    }

    /// Whether source, records and columns are equal, whatever was noticed in reading.
    public static func == (left: Table, right: Table) -> Bool {
        left.source == right.source && left.records == right.records && left.columns == right.columns
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(records)
        hasher.combine(columns)
    }

    /// The same table with columns that are changed, but not in name and number of records.
    package func changing(_ change: (inout Column) -> Void) -> Table {
        var columns = columns
        for place in columns.indices { change(&columns[place]) }
        var table = Table(source: source, columns: columns, records: records)
        table.facts = facts
        return table
    }

    /// The column with a name.
    ///
    /// - Throws: `MicrodataError.unknownField` with the nearest name that exists.
    public func column(named name: String) throws(MicrodataError) -> Column {
        if let column = columns.first(where: { $0.name == name }) { return column }
        throw .unknownField(
            name: name, source: source, nearest: NearestName.to(name, among: columns.map(\.name)))
    }
}
