import Disclosure

/// The statements that count the classes of many combinations on a cluster.
///
/// Each batch of combinations is one statement, which prints rows of
///
///     singleout  batch  combination  class size  number of classes
///
/// where the combination is Spark's `grouping_id()`; the combination of no fields, which every batch has, tells the number of
/// records. The last row is `singleout  end`. Missing values are NULL to Spark; `grouping_id()` tells a NULL that was in the
/// data from one that stands for 'not in this combination'.
struct GroupingScript {
    /// The first field of every row.
    static let mark = "singleout"
    /// The second field of the last row.
    static let end = "end"
    private static let files = "singleout_files"
    private static let classes = "singleout_classes"

    let source: SparkSource
    let fields: [String]
    let missing: MissingSemantics
    let missingValues: [String]
    let batches: [GroupingBatch]

    /// The statements, in order.
    var statements: [String] {
        var statements: [String] = []
        if case .files(let files) = source { statements.append(Self.view(of: files)) }
        let all = Array(fields.indices)
        if batches.count > 1 {
            statements.append(
                """
                CACHE LAZY TABLE \(Self.classes) OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
                \(Self.collapsed(records(all), all))
                """)
        }
        for (number, batch) in batches.enumerated() {
            let rows: String
            if batches.count > 1 {
                rows =
                    batch.fields == all
                    ? Self.classes : "(\(Self.collapsed(Self.classes, batch.fields)))"
            } else if batch.combinations.count > 1 {
                rows = "(\(Self.collapsed(records(batch.fields), batch.fields)))"
            } else {
                rows = records(batch.fields)
            }
            statements.append(count(batch, number: number, of: rows))
        }
        statements.append("SELECT '\(Self.mark)' AS mark, '\(Self.end)' AS part")
        return statements
    }

    /// The statements as `spark-sql` reads them; ASCII.
    var text: String { statements.map { $0 + ";\n" }.joined() }

    /// A view of files whose columns are texts where the format has no types.
    private static func view(of files: SparkFiles) -> String {
        var options = ["path \(SparkText.literal(files.path))"]
        if let delimiter = files.delimiter {
            options += [
                "header 'true'", "inferSchema 'false'", "enforceSchema 'false'", "mode 'FAILFAST'", "multiLine 'true'",
                "sep \(SparkText.literal(String(UnicodeScalar(delimiter))))", "quote \(SparkText.literal("\""))",
                "escape \(SparkText.literal("\""))",
            ]
        }
        return "CREATE OR REPLACE TEMPORARY VIEW \(Self.files) USING \(files.format.rawValue) "
            + "OPTIONS (\(options.joined(separator: ", ")))"
    }

    /// The values of some fields of every record as text, NULL where they are missing, and a count of 1.
    private func records(_ some: [Int]) -> String {
        let absent = ([""] + missingValues.filter { !$0.isEmpty }).map { SparkText.literal($0) }.joined(separator: ", ")
        let columns = some.map { field in
            let text = "CAST(\(SparkText.identifier(fields[field])) AS STRING)"
            return "IF(\(text) IN (\(absent)), NULL, \(text)) AS f\(field)"
        }
        let from: String
        switch source {
        case .table(let table): from = SparkText.identifier(table.parts)
        case .files: from = Self.files
        }
        return "(SELECT \(columns.joined(separator: ", ")), CAST(1 AS BIGINT) AS n FROM \(from))"
    }

    /// One row for all that agree on some fields.
    private static func collapsed(_ rows: String, _ some: [Int]) -> String {
        let names = list(some)
        return "SELECT \(names), sum(n) AS n FROM \(rows) GROUP BY \(names)"
    }

    private func count(_ batch: GroupingBatch, number: Int, of rows: String) -> String {
        let sets = (batch.combinations + [[]]).map { "(\(Self.list($0)))" }.joined(separator: ", ")
        let names = Self.list(batch.fields)
        var whole = ""
        if missing == .exclude {
            // A class is left out when it has a missing value in a field that its combination holds.
            let tests = batch.fields.map { "(f\($0) IS NOT NULL OR (combination & \(batch.bit(of: $0))) <> 0)" }
            whole = "\nWHERE \(tests.joined(separator: " AND "))"
        }
        return """
            SELECT '\(Self.mark)' AS mark, \(number) AS batch, combination, size, count(*) AS classes
            FROM (
              SELECT grouping_id() AS combination, sum(n) AS size\(missing == .exclude ? ", " + names : "")
              FROM \(rows)
              GROUP BY \(names) GROUPING SETS (\(sets))
            )\(whole)
            GROUP BY combination, size
            """
    }

    private static func list(_ some: [Int]) -> String { some.map { "f\($0)" }.joined(separator: ", ") }
}
