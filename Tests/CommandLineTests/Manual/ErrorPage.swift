import ErrorReports

/// The page with the code of every error, made from an error of each kind.
enum ErrorPage {
    static let name = "notebooks-text/errors.md"

    /// The page's text.
    static func text() -> String {
        let reports = Dictionary(grouping: ErrorSamples.all.map(\.report), by: \.code)
        let rows = reports.sorted { $0.key < $1.key }.map { code, reports -> String in
            let report = reports[0]
            let cells = ["`\(code)`", report.kind == .usage ? "64" : "2", report.text]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return """
            # Errors

            A command that fails writes one error to standard error and nothing to standard output. It ends with status 64 where what was
            asked for is wrong, such as a mistyped option or field, and with status 2 where the work failed. The other statuses are 0
            (done) and 1 (the stated policy is not met).

            With `--format json` the error is one line of JSON. `singleout schema error` prints its schema. Warnings, such as those of old
            names of options, stay lines of text and come before it.

            ```json
            {"schema": "singleout.error/1", "code": "data.unknown-field", "kind": "usage", "message": "pupils.csv has no field 'aera'.", "remedy": "Did you mean 'area'?", "exitStatus": 64, "file": "pupils.csv", "field": "aera"}
            ```

            Programs should look at `code`: it stays the same when the words change. `file`, `line`, `row`, `column` and `field` say where
            the fault is, as far as that is known. No error holds a value of a record.

            | Code | Status | An example |
            | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
    }
}
