import Counting

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
    private static let classes = "singleout_classes"

    let source: SparkSource
    let fields: [String]
    let missing: MissingSemantics
    let missingValues: [String]
    let batches: [GroupingBatch]

    /// The statements, in order.
    var statements: [String] {
        var statements = [data.viewStatement].compactMap(\.self)
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

    private var data: SparkRecords {
        SparkRecords(source: source, view: "singleout_files", missingValues: missingValues)
    }

    /// The values of some fields of every record, and a count of 1.
    private func records(_ some: [Int]) -> String {
        let columns = some.map { data.column(fields[$0], as: "f\($0)") }
        return "(\(data.select(columns + ["CAST(1 AS BIGINT) AS n"])))"
    }

    /// One row for all that agree on some fields.
    private static func collapsed(_ rows: String, _ some: [Int]) -> String {
        let names = GroupingBatch.names(some)
        return "SELECT \(names), sum(n) AS n FROM \(rows) GROUP BY \(names)"
    }

    private func count(_ batch: GroupingBatch, number: Int, of rows: String) -> String {
        let sets = batch.sets(beside: [], withNone: true)
        let names = batch.names
        var whole = ""
        if missing == .exclude {
            whole = "\nWHERE \(batch.isComplete)"
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
}
