import Testing

@testable import SparkCounting

/// What is learned from the lines on standard error, and that nothing of a record gets through.
struct SparkMessagesTests {
    private func reason(_ lines: [String], status: Int = 1) -> SparkFailure {
        var messages = SparkMessages(fields: ["sex", "aera", "a`b"])
        for line in lines { messages.read(Array(line.utf8)) }
        return messages.reason(status: status, signal: nil)
    }

    @Test(arguments: [
        (
            "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `aera` cannot be "
                + "resolved. Did you mean one of the following? [`sex`, `area`]. SQLSTATE: 42703; line 1 pos 22;",
            SparkFailure.noField("aera", nearest: "area")
        ),
        (
            "[UNRESOLVED_COLUMN.WITHOUT_SUGGESTION] A column with name `a``b` cannot be resolved.",
            .noField("a`b", nearest: nil)
        ),
        ("[UNRESOLVED_COLUMN.WITH_SUGGESTION] with name `other` [`sex`]", .condition("UNRESOLVED_COLUMN")),
        ("[TABLE_OR_VIEW_NOT_FOUND] The table or view `db`.`census` cannot be found.", .noTable),
        ("[PATH_NOT_FOUND] Path does not exist: file:/tmp/no.csv. SQLSTATE: 42K03", .noFiles),
        ("[UNABLE_TO_INFER_SCHEMA] Unable to infer schema for CSV.", .noFiles),
        (
            "Caused by: org.apache.spark.SparkRuntimeException: [MALFORMED_CSV_RECORD] Malformed CSV record: x",
            .raggedRow
        ),
        ("java.lang.IllegalArgumentException: CSV header does not conform to the schema.", .differentHeaders),
        ("26/11/25 ERROR StandaloneSchedulerBackend: Reason: All masters are unresponsive! Giving up.", .noMaster),
        ("org.apache.spark.SparkException: Could not parse Master URL: 'x'", .noMaster),
        ("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space", .noMemory),
        ("AccessControlException: Permission denied: user=x", .notAllowed),
        ("[PARSE_SYNTAX_ERROR] Syntax error at or near 'GROUPING'.", .condition("PARSE_SYNTAX_ERROR")),
        ("nothing of note", .status(1)),
    ])
    func reasons(line: String, expected: SparkFailure) {
        #expect(reason([line]) == expected)
    }

    @Test func theMostTellingLineWins() {
        let lines = [
            "ERROR [FAILED_READ_FILE.NO_HINT] Encountered error", "java.lang.OutOfMemoryError",
            "Caused by: [MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION] Malformed records: [x,null]",
            "[INTERNAL_ERROR] more",
        ]
        #expect(reason(lines) == .raggedRow)
        #expect(reason(Array(lines.prefix(2))) == .noMemory)
        #expect(reason(Array(lines.prefix(1))) == .condition("FAILED_READ_FILE"))
    }

    /// A record may look like anything, a condition of Spark's among them.
    @Test(arguments: [
        "Malformed records are detected in record parsing: [ZANZIBAR7].", "[ZANZIBAR_7] is what a record holds",
        "[CAST_INVALID_INPUT] The value 'Zanzibar7' of the type cannot be cast", "with name `Zanzibar7` in a value",
        "[UNRESOLVED_COLUMN.WITH_SUGGESTION] with name `Zanzibar7` cannot be resolved",
    ])
    func noValueGetsThrough(line: String) {
        let error = SparkError.failed(reason([line]), source: "db.census", log: "/tmp/spark.log")
        #expect(!error.description.uppercased().contains("ZANZIBAR"))
    }

    @Test func stages() {
        var messages = SparkMessages(fields: [])
        #expect(messages.stage == nil)
        messages.read(Array("[Stage 6:====>         (18 + 1) / 200]".utf8))
        #expect(messages.stage?.number == 6)
        #expect(messages.stage?.done == 18)
        #expect(messages.stage?.tasks == 200)
        messages.read(Array("[Stage 7:>    (0 + 1) / 2][Stage 8:=>   (1 + 1) / 4]".utf8))
        #expect(messages.stage?.number == 8)
        messages.read(Array("26/11/25 WARN something".utf8))
        #expect(messages.stage?.done == 1)
    }
}
