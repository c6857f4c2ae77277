import Counting
import Testing

@testable import SparkCounting

/// The form of the statements. `GroupingMeaningTests` run them.
struct GroupingScriptTests {
    private func script(
        _ source: SparkSource, _ fields: [String], _ combinations: [[Int]]? = nil,
        missing: MissingSemantics = .category, missingValues: [String] = [], setsPerJob: Int = 64
    ) throws -> GroupingScript {
        let counter = try SparkCounter(
            source, settings: SparkSettings(setsPerJob: setsPerJob), missing: missing, missingValues: missingValues)
        let all = combinations ?? CombinationLattice.combinations(of: fields.count, upTo: fields.count)
        return try counter.script(all, of: fields)
    }

    private static let census = SparkSource.table((try? SparkTableName("db.census")) ?? { preconditionFailure() }())

    /// One statement for each batch, one for the end, and one for the rows that several batches share.
    @Test(arguments: [1, 2, 3, 7, 64], [MissingSemantics.category, .exclude])
    func statements(setsPerJob: Int, missing: MissingSemantics) throws {
        let script = try script(Self.census, ["sex", "dob", "a;b"], missing: missing, setsPerJob: setsPerJob)
        let batches = script.batches.count
        #expect(batches == (7 + setsPerJob - 1) / setsPerJob)
        #expect(script.statements.count == batches + (batches > 1 ? 2 : 1))
        let read = try SparkStatements(script.text).all
        #expect(read.count == script.statements.count)
        // However many statements count the records, only the first one reads them.
        #expect(read.count { $0.contains(.name(["db", "census"])) } == 1)
        #expect(read[0].contains(.name(["db", "census"])))
        for statement in script.statements { #expect(try SparkStatements(statement + ";").all.count == 1) }
    }

    /// Names and missing values only appear as quoted names and texts: nothing else in the script depends on them.
    @Test(arguments: [1, 1_000], [MissingSemantics.category, .exclude])
    func namesAndValuesAreQuoted(setsPerJob: Int, missing: MissingSemantics) throws {
        let fields = Array(TextTable.hostileNames.prefix(9))
        let table = SparkTableName.hostile
        let values = ["NA", "'", "\\", "; --", "${HOME}", "\u{1F600}"]
        let script = try SparkStatements(
            script(.table(table), fields, missing: missing, missingValues: values, setsPerJob: setsPerJob).text)
        #expect(script.names == Set(fields.map { [$0] } + [table.parts]))
        #expect(script.texts.isSuperset(of: values + [""]))
        let plain = try SparkStatements(
            self.script(
                Self.census, fields.indices.map { "g\($0)" }, missing: missing,
                missingValues: values.indices.map { "m\($0)" }, setsPerJob: setsPerJob
            ).text)
        #expect(script.skeleton == plain.skeleton)
        #expect(script.texts.subtracting(values) == plain.texts.subtracting(values.indices.map { "m\($0)" }))
    }

    /// The format and the options of the view of some files; only one statement reads the view.
    private func options(_ files: SparkFiles) throws -> (format: SparkStatements.Token, options: [String: String]) {
        let statements = try SparkStatements(script(.files(files), ["c", "d"], setsPerJob: 1).text).all
        let place = try #require(statements[0].firstIndex { $0.isWord("USING") })
        let view = statements[0][place - 1]
        #expect(statements.dropFirst().count { $0.contains(view) } == 1)
        var rest = statements[0][(place + 2)...]
        return (statements[0][place + 1], try DuckDBStatements.takeOptions(from: &rest))
    }

    @Test func delimitedFiles() throws {
        let (format, options) = try options(SparkFiles(path: "d's/*.csv", delimiter: 0x3b))
        #expect(format == .word("csv"))
        #expect(
            options == [
                "path": "d's/*.csv", "header": "true", "inferSchema": "false", "enforceSchema": "false",
                "mode": "FAILFAST", "multiLine": "true", "sep": ";", "quote": "\"", "escape": "\"",
            ])
    }

    @Test(arguments: [SparkFileFormat.parquet, .orc]) func typedFiles(format: SparkFileFormat) throws {
        let (word, options) = try options(SparkFiles(path: "s3a://b/x", format: format))
        #expect(word == .word(format.rawValue))
        #expect(options == ["path": "s3a://b/x"])
    }

    @Test(arguments: [
        "SELECT 1", "SELECT -1;", "SELECT 1 -- a;", "SELECT /* a */ 1;", "SELECT 'a;", "SELECT `a;", "SELECT \"a\";",
        "SELECT 'a\\n';", "SELECT 'a\\u00';", "SELECT é;", "SELECT ${a};", "SELECT IDENTIFIER('`a`b');",
        "SELECT IDENTIFIER('a');", "SELECT `a`.b;",
    ])
    func statementsThatAreNotSafe(text: String) {
        #expect(throws: SparkStatements.Unreadable.self) { try SparkStatements(text) }
    }

    @Test func fieldsAreChecked() throws {
        #expect(throws: CountingError.noFields) { try script(Self.census, []) }
        #expect(throws: CountingError.repeatedField("a")) { try script(Self.census, ["a", "b", "a"], [[0, 1, 2]]) }
        let many = (0...SparkCounter.fieldLimit).map { "f\($0)" }
        #expect(throws: SparkError.tooManyFields(count: many.count, limit: SparkCounter.fieldLimit)) {
            try script(Self.census, many, [[0]])
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try script(Self.census, ["a"], missing: .wildcard(alpha: 1))
        }
    }
}

extension SparkTableName {
    /// A table name that would be SQL if it were not quoted.
    static let hostile = (try? SparkTableName("`d;b`.`cen``sus' --`")) ?? { preconditionFailure() }()
}
