import Counting
import Testing

@testable import SparkCounting

/// The statements, whole.
struct GroupingScriptTests {
    private func script(
        _ source: SparkSource, _ fields: [String], _ combinations: [[Int]]? = nil,
        missing: MissingSemantics = .category, missingValues: [String] = [], setsPerJob: Int = 64
    ) throws -> String {
        let counter = try SparkCounter(
            source, settings: SparkSettings(setsPerJob: setsPerJob), missing: missing, missingValues: missingValues)
        let all = combinations ?? CombinationLattice.combinations(of: fields.count, upTo: fields.count)
        return try counter.script(all, of: fields).text
    }

    private static let census = SparkSource.table((try? SparkTableName("db.census")) ?? { preconditionFailure() }())

    @Test func oneCombination() throws {
        #expect(
            try script(Self.census, ["sex", "dob"], [[0, 1]]) == """
                SELECT 'singleout' AS mark, 0 AS batch, combination, size, count(*) AS classes
                FROM (
                  SELECT grouping_id() AS combination, sum(n) AS size
                  FROM (SELECT IF(CAST(`sex` AS STRING) IN (''), NULL, CAST(`sex` AS STRING)) AS f0, \
                IF(CAST(`dob` AS STRING) IN (''), NULL, CAST(`dob` AS STRING)) AS f1, CAST(1 AS BIGINT) AS n \
                FROM `db`.`census`)
                  GROUP BY f0, f1 GROUPING SETS ((f0, f1), ())
                )
                GROUP BY combination, size;
                SELECT 'singleout' AS mark, 'end' AS part;

                """)
    }

    @Test func severalCombinationsWithoutMissingValues() throws {
        #expect(
            try script(Self.census, ["sex", "dob"], missing: .exclude, missingValues: ["", "NA", "?"]) == #"""
                SELECT 'singleout' AS mark, 0 AS batch, combination, size, count(*) AS classes
                FROM (
                  SELECT grouping_id() AS combination, sum(n) AS size, f0, f1
                  FROM (SELECT f0, f1, sum(n) AS n FROM \#
                (SELECT IF(CAST(`sex` AS STRING) IN ('', 'NA', '\u003F'), NULL, CAST(`sex` AS STRING)) AS f0, \#
                IF(CAST(`dob` AS STRING) IN ('', 'NA', '\u003F'), NULL, CAST(`dob` AS STRING)) AS f1, \#
                CAST(1 AS BIGINT) AS n FROM `db`.`census`) GROUP BY f0, f1)
                  GROUP BY f0, f1 GROUPING SETS ((f1), (f0), (f0, f1), ())
                )
                WHERE (f0 IS NOT NULL OR (combination & 2) <> 0) AND (f1 IS NOT NULL OR (combination & 1) <> 0)
                GROUP BY combination, size;
                SELECT 'singleout' AS mark, 'end' AS part;

                """#)
    }

    /// Rows that agree are collapsed once and kept, and again for a batch of fewer fields.
    @Test func batchesOfFiles() throws {
        let files = SparkSource.files(try SparkFiles(path: "d/*.csv", delimiter: 0x3b))
        #expect(
            try script(files, ["a;b", "c"], setsPerJob: 1) == #"""
                CREATE OR REPLACE TEMPORARY VIEW singleout_files USING csv OPTIONS (path 'd/\u002A.csv', \#
                header 'true', inferSchema 'false', enforceSchema 'false', mode 'FAILFAST', multiLine 'true', \#
                sep '\u003B', quote '\u0022', escape '\u0022');
                CACHE LAZY TABLE singleout_classes OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
                SELECT f0, f1, sum(n) AS n FROM \#
                (SELECT IF(CAST(IDENTIFIER('`a\u003Bb`') AS STRING) IN (''), NULL, \#
                CAST(IDENTIFIER('`a\u003Bb`') AS STRING)) AS f0, \#
                IF(CAST(`c` AS STRING) IN (''), NULL, CAST(`c` AS STRING)) AS f1, \#
                CAST(1 AS BIGINT) AS n FROM singleout_files) GROUP BY f0, f1;
                SELECT 'singleout' AS mark, 0 AS batch, combination, size, count(*) AS classes
                FROM (
                  SELECT grouping_id() AS combination, sum(n) AS size
                  FROM (SELECT f1, sum(n) AS n FROM singleout_classes GROUP BY f1)
                  GROUP BY f1 GROUPING SETS ((f1), ())
                )
                GROUP BY combination, size;
                SELECT 'singleout' AS mark, 1 AS batch, combination, size, count(*) AS classes
                FROM (
                  SELECT grouping_id() AS combination, sum(n) AS size
                  FROM (SELECT f0, sum(n) AS n FROM singleout_classes GROUP BY f0)
                  GROUP BY f0 GROUPING SETS ((f0), ())
                )
                GROUP BY combination, size;
                SELECT 'singleout' AS mark, 2 AS batch, combination, size, count(*) AS classes
                FROM (
                  SELECT grouping_id() AS combination, sum(n) AS size
                  FROM singleout_classes
                  GROUP BY f0, f1 GROUPING SETS ((f0, f1), ())
                )
                GROUP BY combination, size;
                SELECT 'singleout' AS mark, 'end' AS part;

                """#)
    }

    @Test func typedFiles() throws {
        let text = try script(.files(SparkFiles(path: "s3a://b/x", format: .parquet)), ["c"])
        #expect(
            text.hasPrefix(
                "CREATE OR REPLACE TEMPORARY VIEW singleout_files USING parquet OPTIONS (path 's3a://b/x');\n"))
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
