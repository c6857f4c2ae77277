/// The values of the records of a source as text, NULL where they are missing.
struct SparkRecords: Hashable, Sendable {
    let source: SparkSource
    /// What the view of files is called.
    let view: String
    /// The values that mean 'missing', beside NULL and the empty text.
    let missingValues: [String]

    /// What makes the view of files, whose columns are texts where the format has no types; `nil` for a table.
    var viewStatement: String? {
        guard case .files(let files) = source else { return nil }
        var options = ["path \(SparkText.literal(files.path))"]
        if let delimiter = files.delimiter {
            options += [
                "header 'true'", "inferSchema 'false'", "enforceSchema 'false'", "mode 'FAILFAST'", "multiLine 'true'",
                "sep \(SparkText.literal(String(UnicodeScalar(delimiter))))", "quote \(SparkText.literal("\""))",
                "escape \(SparkText.literal("\""))",
            ]
        }
        return "CREATE OR REPLACE TEMPORARY VIEW \(view) USING \(files.format.rawValue) "
            + "OPTIONS (\(options.joined(separator: ", ")))"
    }

    /// The value of a field under a name.
    func column(_ field: String, as name: String) -> String {
        let absent = ([""] + missingValues.filter { !$0.isEmpty }).map { SparkText.literal($0) }.joined(separator: ", ")
        let text = "CAST(\(SparkText.identifier(field)) AS STRING)"
        return "IF(\(text) IN (\(absent)), NULL, \(text)) AS \(name)"
    }

    /// Some columns of every record.
    func select(_ columns: [String]) -> String {
        let from: String
        switch source {
        case .table(let table): from = SparkText.identifier(table.parts)
        case .files: from = view
        }
        return "SELECT \(columns.joined(separator: ", ")) FROM \(from)"
    }
}
