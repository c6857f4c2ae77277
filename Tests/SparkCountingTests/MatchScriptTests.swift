import Counting
import Disclosure
import Testing

@testable import SparkCounting

/// The statements that match two sources, whole, and what their rows become.
struct MatchScriptTests {
    private func script(
        _ fields: [String], adding added: [String] = [], truth: String? = nil, missing: MissingSemantics = .category,
        setsPerJob: Int = 64
    ) throws -> MatchScript {
        try SparkMatcher(
            .table(SparkTableName("db.a")), with: .table(SparkTableName("db.b")),
            settings: SparkSettings(setsPerJob: setsPerJob), missing: missing
        ).script(of: fields, adding: added, truth: truth, maximumSize: nil)
    }

    private static func value(_ field: String, _ name: String) -> String {
        "IF(CAST(`\(field)` AS STRING) IN (''), NULL, CAST(`\(field)` AS STRING)) AS \(name)"
    }

    @Test func sharedFieldsAlone() throws {
        let script = try script(["sex"])
        #expect(script.counting == 1)
        #expect(
            script.text == """
                CACHE LAZY TABLE singleout_keys OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
                SELECT f0, sum(a) AS a, sum(b) AS b FROM \
                (SELECT \(Self.value("sex", "f0")), CAST(1 AS BIGINT) AS a, CAST(0 AS BIGINT) AS b FROM `db`.`a` \
                UNION ALL \
                SELECT \(Self.value("sex", "f0")), CAST(0 AS BIGINT) AS a, CAST(1 AS BIGINT) AS b FROM `db`.`b`) \
                GROUP BY f0;
                SELECT 'singleout' AS mark, 0 AS kind, 0 AS batch, combination, size, other, joined, count(*) AS classes
                FROM (
                  SELECT combination, size, other, IF(size = 1 OR combination = 1, joined, 0) AS joined
                  FROM (
                    SELECT grouping_id() AS combination, sum(a) AS size, sum(b) AS other, sum(j) AS joined, f0
                    FROM (
                      SELECT f0, sum(a) AS a, sum(b) AS b, sum(CAST(0 AS BIGINT)) AS j
                      FROM singleout_keys GROUP BY f0
                    )
                    GROUP BY f0 GROUPING SETS ((f0), ())
                  )
                  WHERE size > 0
                )
                GROUP BY combination, size, other, joined;
                SELECT 'singleout' AS mark, 'end' AS part;

                """)
    }

    @Test func addedFieldsAndTruthWithoutMissingValues() throws {
        let script = try script(["sex", "dob"], adding: ["grade"], truth: "id", missing: .exclude, setsPerJob: 3)
        #expect(script.counting == 3)
        #expect(
            script.text == """
                CACHE LAZY TABLE singleout_people OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
                SELECT f0, f1, id, sum(a) AS a, sum(b) AS b, max(e0) AS e0 FROM \
                (SELECT \(Self.value("sex", "f0")), \(Self.value("dob", "f1")), \(Self.value("id", "id")), \
                CAST(NULL AS STRING) AS e0, CAST(1 AS BIGINT) AS a, CAST(0 AS BIGINT) AS b FROM `db`.`a` \
                UNION ALL \
                SELECT \(Self.value("sex", "f0")), \(Self.value("dob", "f1")), \(Self.value("id", "id")), \
                \(Self.value("grade", "e0")), CAST(0 AS BIGINT) AS a, CAST(1 AS BIGINT) AS b FROM `db`.`b`) \
                GROUP BY f0, f1, id;
                CACHE LAZY TABLE singleout_keys OPTIONS ('storageLevel' 'MEMORY_AND_DISK') AS
                SELECT f0, f1, sum(a) AS a, sum(b) AS b, max(e0) AS e0 FROM singleout_people GROUP BY f0, f1;
                SELECT 'singleout' AS mark, 0 AS kind, 0 AS batch, combination, size, other, joined, count(*) AS classes
                FROM (
                  SELECT combination, size, other, IF(size = 1 OR combination = 3, joined, 0) AS joined
                  FROM (
                    SELECT grouping_id() AS combination, sum(a) AS size, sum(b) AS other, sum(j) AS joined, f0, f1
                    FROM (
                      SELECT f0, f1, sum(a) AS a, sum(b) AS b, \
                sum(IF(b = 1 AND f0 IS NOT NULL AND f1 IS NOT NULL, a, 0)) AS j
                      FROM singleout_keys GROUP BY f0, f1
                    )
                    GROUP BY f0, f1 GROUPING SETS ((f1), (f0), (f0, f1), ())
                  )
                  WHERE size > 0 AND (f0 IS NOT NULL OR (combination & 2) <> 0) AND \
                (f1 IS NOT NULL OR (combination & 1) <> 0)
                )
                GROUP BY combination, size, other, joined;
                SELECT 'singleout' AS mark, 1 AS kind, 0 AS batch, combination, count(*) AS records
                FROM (
                  SELECT shiftright(grouping_id(), 1) AS combination, sum(a) AS size
                  FROM (SELECT f0, f1, e0, sum(a) AS a FROM singleout_keys \
                WHERE a > 0 AND b = 1 AND f0 IS NOT NULL AND f1 IS NOT NULL GROUP BY f0, f1, e0)
                  GROUP BY f0, f1, e0 GROUPING SETS ((f1, e0), (f0, e0), (f0, f1, e0))
                )
                WHERE size = 1
                GROUP BY combination;
                SELECT 'singleout' AS mark, 2 AS kind, 0 AS batch, combination, \
                sum(known) AS checkable, sum(same) AS right_ones
                FROM (
                  SELECT combination, f0, f1, sum(b) AS other, sum(IF(id IS NOT NULL, b, 0)) AS other_known,
                    sum(IF(id IS NOT NULL, a, 0)) AS known, sum(IF(id IS NOT NULL AND b = 1, a, 0)) AS same
                  FROM (
                    SELECT shiftright(grouping_id(), 1) AS combination, f0, f1, id, sum(a) AS a, sum(b) AS b
                    FROM (SELECT f0, f1, id, sum(a) AS a, sum(b) AS b FROM singleout_people GROUP BY f0, f1, id)
                    GROUP BY f0, f1, id GROUPING SETS ((f1, id), (f0, id), (f0, f1, id))
                  )
                  GROUP BY combination, f0, f1
                )
                WHERE other = 1 AND other_known = 1 AND known > 0 AND (f0 IS NOT NULL OR (combination & 2) <> 0) AND \
                (f1 IS NOT NULL OR (combination & 1) <> 0)
                GROUP BY combination;
                SELECT 'singleout' AS mark, 'end' AS part;

                """)
    }

    @Test func fieldsAreChecked() throws {
        #expect(throws: CountingError.noFields) { try script([]) }
        #expect(throws: CountingError.repeatedField("id")) { try script(["sex", "id"], truth: "id") }
        #expect(throws: CountingError.repeatedField("sex")) { try script(["sex"], adding: ["sex"]) }
        let many = (0...MatchLattice.fieldLimit).map { "f\($0)" }
        #expect(throws: CountingError.tooManyFields(count: many.count, limit: MatchLattice.fieldLimit)) {
            try script(many)
        }
        #expect(throws: CountingError.wildcardOverCombinations) { try script(["a"], missing: .wildcard(alpha: 1)) }
    }

    /// One shared field, number 0, none 1: three records alone, one of which has no match, one exactly one, which is joined, and
    /// one two; and a class of two with one match.
    private static let rows = [
        [0, 0, 0, 1, 0, 0, 1], [0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 2, 0, 1], [0, 0, 0, 2, 1, 0, 1],
        [0, 0, 1, 5, 9, 3, 1], [1, 0, 0, 2], [2, 0, 0, 3, 1],
    ]

    private func answer(_ rows: [[Int]]) throws -> MatchAnswer? {
        var answer = MatchAnswer(try script(["sex"], adding: ["grade"], truth: "id"))
        for row in rows where !answer.take(row) { return nil }
        return answer
    }

    @Test func figures() throws {
        let result = try #require(try answer(Self.rows)?.result())
        #expect(result.records == 5 && result.counted.others == 9 && result.counted.joined == 3)
        let lattice = MatchLattice(
            fields: ["sex"], records: 5, joined: 3, hasTruth: true, counted: result.counted.matches)
        let figures = lattice.entries[0].figures
        #expect(figures.records == 5 && figures.classes == 4 && figures.uniques == 3)
        #expect(figures.exactlyOne == 3 && figures.several == 1 && figures.none == 1 && figures.oneToOne == 1)
        // Two are alone by field and grade, one of them already by the field.
        #expect(figures.uniqueOnlyAfterJoin == 1)
        #expect(figures.checkable == 3 && figures.right == 1)
        // Risks: 0, 1, 1/2, and 1/2 twice.
        #expect(figures.lookup?.marketerSuccessRate == 2.5 / 5)
    }

    @Test(arguments: 0..<5) func aRowIsLacking(place: Int) throws {
        var rows = Self.rows
        rows.remove(at: place)
        #expect(try answer(rows)?.result() == nil)
    }

    @Test(arguments: [
        [], [0, 0, 0], [3, 0, 0, 1], [0, 1, 0, 1, 1, 0, 1], [0, 0, 2, 1, 1, 0, 1], [0, 0, 0, 0, 1, 0, 1],
        [0, 0, 0, 1, 3, 2, 1], [0, 0, 0, 1, 3, 0, 0], [0, 0, 0, 3, -1, 0, 1], [1, 0, 1, 1], [2, 0, 0, 1, 2],
        [2, 0, 0, 1],
        [0, 0, 1, 5, 9, 6, 1],
    ])
    func rowsWithoutAPlace(row: [Int]) throws {
        #expect(try answer([row]) == nil)
    }

    @Test func rowsThatComeTwice() throws {
        for row in Self.rows { #expect(try answer(Self.rows + [row]) == nil) }
    }

    @Test func numbersThatAreTooLarge() throws {
        #expect(try answer([[0, 0, 1, 5, 9, 3, 1], [0, 0, 0, .max, 1, 0, 2]])?.result() == nil)
        #expect(try answer([[0, 0, 1, 5, 9, 3, 1], [0, 0, 0, 1, .max, 0, 5]])?.result() == nil)
    }
}
