/// A setting of Spark's, such as `spark.executor.memory` and `4g`.
package struct SparkProperty: Codable, Hashable, Sendable {
    /// The name.
    package let key: String
    /// The value.
    package let value: String

    init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }

    /// Reads `key=value`.
    ///
    /// - Throws: `SparkError.property` without a name or `=`; `SparkError.reservedProperty` for one on which the counts depend.
    package init(_ text: String) throws(SparkError) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex, !text.contains("\0") else {
            throw .property
        }
        key = String(text[..<sign])
        value = String(text[text.index(after: sign)...])
        if Self.fixed.contains(where: { $0.key == key }) { throw .reservedProperty(key) }
    }

    /// What the statements and the counts depend on, whatever the user's Spark is set to.
    static let fixed = [
        // Statements are read as they are written.
        SparkProperty("spark.sql.variable.substitute", "false"),
        SparkProperty("spark.sql.parser.escapedStringLiterals", "false"),
        SparkProperty("spark.sql.parser.quotedRegexColumnNames", "false"),
        SparkProperty("spark.sql.legacy.integerGroupingId", "false"),
        // A field that the data lack is an error, even where a statement has a column of that name.
        SparkProperty("spark.sql.lateralColumnAlias.enableImplicitResolution", "false"),
        // Every record counts: a column that nobody asked for still shows that a record is ragged.
        SparkProperty("spark.sql.csv.parser.columnPruning.enabled", "false"),
        SparkProperty("spark.sql.files.ignoreCorruptFiles", "false"),
        SparkProperty("spark.sql.files.ignoreMissingFiles", "false"),
        // Different times have different texts: there are no two hours of one name in UTC.
        SparkProperty("spark.sql.session.timeZone", "UTC"),
    ]

    /// What is set unless the user's Spark or `--spark-conf` says otherwise.
    static func defaults(for source: SparkSource) -> [SparkProperty] {
        var defaults = [SparkProperty("spark.ui.showConsoleProgress", "true")]
        // Files need no catalogue of tables, which Spark would else make in the current folder.
        if case .files = source { defaults.append(SparkProperty("spark.sql.catalogImplementation", "in-memory")) }
        return defaults
    }
}
