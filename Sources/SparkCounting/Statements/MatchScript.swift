import Counting

/// The statements that match the records of a source A with those of another source by many combinations of shared fields.
///
/// Rows are
///
///     singleout  0  batch  combination  f  F  joined  classes
///     singleout  1  batch  combination  records
///     singleout  2  batch  combination  checkable  right
///
/// - 0: classes of f records of A and F of the other source. `joined` tells how many of the f records are joined, where that
///   matters: for f = 1, and for the combination of no fields, whose one class holds all records.
/// - 1: joined records that are alone among the joined ones by the combination and the added values.
/// - 2: records of A with exactly one match where both have an identifier, and those where it is the same.
///
/// The last row is `singleout  end`. A combination without such records has no row.
struct MatchScript {
    static let classesKind = 0
    static let addedKind = 1
    static let truthKind = 2
    private static let people = "singleout_people"
    private static let keys = "singleout_keys"

    let file: SparkRecords
    let other: SparkRecords
    let fields: [String]
    /// The fields that the other source adds.
    let added: [String]
    let truth: String?
    let missing: MissingSemantics
    let batches: [GroupingBatch]

    /// The statements that count.
    var counting: Int { batches.count * (1 + (added.isEmpty ? 0 : 1) + (truth == nil ? 0 : 1)) }

    /// The statements as `spark-sql` reads them; ASCII.
    var text: String { statements.map { $0 + ";\n" }.joined() }

    /// The statements, in order.
    var statements: [String] {
        var statements = [file.viewStatement, other.viewStatement].compactMap(\.self)
        if truth != nil {
            statements.append(Self.kept(Self.people, summed(union, by: fieldNames + ", id")))
        }
        statements.append(Self.kept(Self.keys, summed(truth == nil ? union : Self.people, by: fieldNames)))
        for (number, batch) in batches.enumerated() {
            statements.append(classes(batch, number: number))
            if !added.isEmpty { statements.append(uniques(batch, number: number)) }
            if truth != nil { statements.append(checks(batch, number: number)) }
        }
        statements.append("SELECT '\(GroupingScript.mark)' AS mark, '\(GroupingScript.end)' AS part")
        return statements
    }

    private var fieldNames: String { GroupingBatch.names(Array(fields.indices)) }
    private var addedNames: [String] { added.indices.map { "e\($0)" } }

    private static func kept(_ name: String, _ rows: String) -> String {
        "CACHE LAZY TABLE \(name) OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS\n\(rows)"
    }

    /// The records of both sources; a counts those of A and b the others.
    private var union: String {
        func select(_ records: SparkRecords, isFile: Bool) -> String {
            var columns = fields.enumerated().map { records.column($1, as: "f\($0)") }
            if let truth { columns.append(records.column(truth, as: "id")) }
            columns += added.enumerated().map {
                isFile ? "CAST(NULL AS STRING) AS e\($0)" : records.column($1, as: "e\($0)")
            }
            columns += ["CAST(\(isFile ? 1 : 0) AS BIGINT) AS a", "CAST(\(isFile ? 0 : 1) AS BIGINT) AS b"]
            return records.select(columns)
        }
        return "(\(select(file, isFile: true)) UNION ALL \(select(other, isFile: false)))"
    }

    /// One row for all that agree; the largest added value is the only one where b is 1.
    private func summed(_ rows: String, by names: String) -> String {
        let values = addedNames.map { ", max(\($0)) AS \($0)" }.joined()
        return "SELECT \(names), sum(a) AS a, sum(b) AS b\(values) FROM \(rows) GROUP BY \(names)"
    }

    /// Whether the records of a row of all shared fields are joined: exactly one of the other source agrees.
    private var isJoined: String {
        let complete = fields.indices.map { " AND f\($0) IS NOT NULL" }.joined()
        return "b = 1" + (missing == .exclude ? complete : "")
    }

    private func classes(_ batch: GroupingBatch, number: Int) -> String {
        let joined = added.isEmpty ? "CAST(0 AS BIGINT)" : "IF(\(isJoined), a, 0)"
        let complete = missing == .exclude ? " AND \(batch.isComplete)" : ""
        return """
            SELECT '\(GroupingScript.mark)' AS mark, \(Self.classesKind) AS kind, \(number) AS batch, combination, size, other, \
            joined, count(*) AS classes
            FROM (
              SELECT combination, size, other, IF(size = 1 OR combination = \(batch.numberOfNone), joined, 0) AS joined
              FROM (
                SELECT grouping_id() AS combination, sum(a) AS size, sum(b) AS other, sum(j) AS joined, \(batch.names)
                FROM (
                  SELECT \(batch.names), sum(a) AS a, sum(b) AS b, sum(\(joined)) AS j
                  FROM \(Self.keys) GROUP BY \(batch.names)
                )
                GROUP BY \(batch.names) GROUPING SETS (\(batch.sets(beside: [], withNone: true)))
              )
              WHERE size > 0\(complete)
            )
            GROUP BY combination, size, other, joined
            """
    }

    private func uniques(_ batch: GroupingBatch, number: Int) -> String {
        let names = GroupingBatch.names(batch.fields, beside: addedNames)
        return """
            SELECT '\(GroupingScript.mark)' AS mark, \(Self.addedKind) AS kind, \(number) AS batch, combination, \
            count(*) AS records
            FROM (
              SELECT shiftright(grouping_id(), \(added.count)) AS combination, sum(a) AS size
              FROM (SELECT \(names), sum(a) AS a FROM \(Self.keys) WHERE a > 0 AND \(isJoined) GROUP BY \(names))
              GROUP BY \(names) GROUPING SETS (\(batch.sets(beside: addedNames, withNone: false)))
            )
            WHERE size = 1
            GROUP BY combination
            """
    }

    private func checks(_ batch: GroupingBatch, number: Int) -> String {
        let names = GroupingBatch.names(batch.fields, beside: ["id"])
        let complete = missing == .exclude ? " AND \(batch.isComplete)" : ""
        return """
            SELECT '\(GroupingScript.mark)' AS mark, \(Self.truthKind) AS kind, \(number) AS batch, combination, \
            sum(known) AS checkable, sum(same) AS right_ones
            FROM (
              SELECT combination, \(batch.names), sum(b) AS other, sum(IF(id IS NOT NULL, b, 0)) AS other_known,
                sum(IF(id IS NOT NULL, a, 0)) AS known, sum(IF(id IS NOT NULL AND b = 1, a, 0)) AS same
              FROM (
                SELECT shiftright(grouping_id(), 1) AS combination, \(names), sum(a) AS a, sum(b) AS b
                FROM (SELECT \(names), sum(a) AS a, sum(b) AS b FROM \(Self.people) GROUP BY \(names))
                GROUP BY \(names) GROUPING SETS (\(batch.sets(beside: ["id"], withNone: false)))
              )
              GROUP BY combination, \(batch.names)
            )
            WHERE other = 1 AND other_known = 1 AND known > 0\(complete)
            GROUP BY combination
            """
    }
}
