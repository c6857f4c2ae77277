import Counting
import Disclosure
import Testing

@testable import SparkCounting

/// The form of the statements that match two sources, and what their rows become. `MatchMeaningTests` run the statements.
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

    /// Statements that keep rows, statements that count each batch, and the end. Only the first one reads the sources.
    @Test(arguments: [1, 2, 64], [MissingSemantics.category, .exclude])
    func statements(setsPerJob: Int, missing: MissingSemantics) throws {
        for (added, truth) in [([], nil), (["grade"], nil), ([], "id"), (["grade", "days"], "id")]
            as [([String], String?)]
        {
            let script = try script(
                ["sex", "a;b"], adding: added, truth: truth, missing: missing, setsPerJob: setsPerJob)
            let kinds = 1 + (added.isEmpty ? 0 : 1) + (truth == nil ? 0 : 1)
            #expect(script.counting == script.batches.count * kinds)
            #expect(script.statements.count == script.counting + (truth == nil ? 2 : 3))
            let read = try SparkStatements(script.text).all
            #expect(read.count == script.statements.count)
            for source in [["db", "a"], ["db", "b"]] {
                #expect(
                    read.map { $0.count { $0 == .name(source) } } == [1] + Array(repeating: 0, count: read.count - 1))
            }
        }
    }

    /// Names only appear as quoted names: nothing else in the script depends on them.
    @Test(arguments: [MissingSemantics.category, .exclude]) func namesAreQuoted(missing: MissingSemantics) throws {
        let names = TextTable.hostileNames
        let hostile = try SparkStatements(
            script(Array(names[..<5]), adding: Array(names[5..<9]), truth: names[9], missing: missing).text)
        let plain = try SparkStatements(
            script((0..<5).map { "s\($0)" }, adding: (0..<4).map { "t\($0)" }, truth: "person", missing: missing).text)
        #expect(hostile.names == Set(names[..<10].map { [$0] } + [["db", "a"], ["db", "b"]]))
        #expect(hostile.skeleton == plain.skeleton)
        #expect(hostile.texts == plain.texts)
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
