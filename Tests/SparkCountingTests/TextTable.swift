import Counting
import Microdata
import SingleoutTesting

/// A table of texts, to load into DuckDB and to count locally.
struct TextTable: CustomStringConvertible {
    /// Field names that would be SQL if they were not quoted.
    static let hostileNames = [
        "a;b", "back`tick", "`", "it's", "say \"x\"", "${HOME}", "--c", "/*d*/", "na\u{EF}ve \u{1F600}", "new\nline",
        "tick`\u{301}",
        "1 = 1) OR (2", "b\\s", "sum", "f1", "`); DROP TABLE db.a; --",
    ]
    /// Values that are easily confused with one another, with NULL or with SQL.
    static let hostileValues = [
        "x", "x ", " x", "X", "01", "1", "1.0", "NULL", "null", "';", "`", "\"q\"", "a\nb", "--", "\\", "\\N", "a,b",
        "${HOME}", "e\u{301}", "\u{1F600}", "NaN", "true",
    ]

    let names: [String]
    /// The values of each record; `nil` is NULL.
    let rows: [[String?]]

    init(names: [String], rows: [[String?]]) {
        self.names = names
        self.rows = rows
    }

    /// A random table, in which each missing value is NULL, the empty text or one of `missingValues`.
    init(seed: UInt64, names: [String], missingValues: [String]) {
        let seeded = SeededTable.random(seed: seed, records: 1...60, fields: names.count...names.count).table
        var generator = SeededGenerator(seed: seed)
        let absent = [nil, ""] + missingValues
        self.names = names
        rows = (0..<seeded.records).map { record in
            seeded.columns.map { column in
                let code = column.codes.widened()[record]
                if code == column.missingCode { return absent[generator.next(below: absent.count)] }
                let number = Int(code)
                let values = Self.hostileValues
                return number < values.count ? values[number] : "v\(number)"
            }
        }
    }

    var description: String { "\(names.map(\.debugDescription)): \(rows.count) records" }

    /// DuckDB's SQL that creates the table.
    func statements(making parts: [String]) -> [String] {
        let table = DuckDBStatements.name(parts)
        let schemas = parts.count > 1 ? ["CREATE SCHEMA IF NOT EXISTS " + DuckDBStatements.name([parts[0]])] : []
        let records = rows.map { row in
            "(" + row.map { $0.map(DuckDBStatements.text) ?? "NULL" }.joined(separator: ", ") + ")"
        }
        return schemas + [
            "CREATE TABLE \(table) (" + names.map { DuckDBStatements.name([$0]) + " VARCHAR" }.joined(separator: ", ")
                + ")",
            "INSERT INTO \(table) VALUES " + records.joined(separator: ", "),
        ]
    }

    /// The table as CSV, with every value in quotes.
    func csv(delimiter: String = ",") -> String {
        func line(_ values: [String]) -> String {
            values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter) + "\r\n"
        }
        return line(names) + rows.map { line($0.map { $0 ?? "" }) }.joined()
    }

    /// Some fields as the local reader reads them.
    func columns(_ fields: [String], missingValues: [String]) -> [Column] {
        fields.map { field in
            let place = names.firstIndex(of: field) ?? names.endIndex
            return Column(
                name: field,
                values: rows.map { row in row[place].flatMap { ([""] + missingValues).contains($0) ? nil : $0 } })
        }
    }
}
