import Counting
import Disclosure
import Foundation
import Microdata
import SingleoutTesting
import Testing

@testable import SparkCounting

/// DuckDB runs the statements that match two sources, and the figures are those of the local engine.
@Suite(.enabled(if: SQLEngine.found != nil, SQLEngine.absence))
struct MatchMeaningTests {
    /// Two tables and how they are matched.
    private struct Question {
        let file: TextTable
        let other: TextTable
        let fields: [String]
        var added: [String] = []
        var truth: String?
        var missing = MissingSemantics.category
        var missingValues: [String] = []
        var maximumSize: Int?
        var setsPerJob = 64

        /// Matches with a `spark-sql` that prints the rows that DuckDB found.
        func counted() async throws -> SparkMatcher.Outcome {
            let tables = [SparkTableName.hostile, try SparkTableName("db.b")]
            func matcher(_ program: String? = nil) throws -> SparkMatcher {
                try SparkMatcher(
                    .table(tables[0]), with: .table(tables[1]),
                    settings: SparkSettings(program: program, setsPerJob: setsPerJob), missing: missing,
                    missingValues: missingValues)
            }
            let script = try matcher().script(of: fields, adding: added, truth: truth, maximumSize: maximumSize)
            let rows = try SQLEngine.run(
                script.text,
                on: file.statements(making: tables[0].parts) + other.statements(making: tables[1].parts))
            let spark = try FakeSpark(printing: rows)
            return try await matcher(spark.path).lattice(
                of: fields, adding: added, truth: truth, maximumSize: maximumSize)
        }

        /// What the local engine finds.
        func expected() throws -> MatchLattice {
            func columns(_ table: TextTable, _ fields: [String]) -> [Column] {
                table.columns(fields, missingValues: missingValues)
            }
            let (own, theirs) = (columns(file, fields), columns(other, fields))
            let join =
                added.isEmpty
                ? nil : try FileJoin(own, with: theirs, adding: columns(other, added), missing: missing)
            return try MatchLattice(
                own, in: [theirs], identifiers: truth.map { [columns(file, [$0])[0], columns(other, [$0])[0]] },
                joins: [join].compactMap(\.self), maximumSize: maximumSize, missing: missing)
        }
    }

    /// Five records, and four records to match them with.
    private static let file = TextTable(
        names: ["id", "sex", "area"],
        rows: [["1", "F", "A"], ["2", "F", "B"], ["3", "M", "A"], ["4", "M", ""], [nil, nil, "A"]])
    private static let other = TextTable(
        names: ["area", "grade", "id", "sex"],
        rows: [["A", "g", "1", "F"], ["B", "h", "9", "F"], [nil, "g", "4", "M"], ["A", "g", "5", ""]])

    /// Figures counted by hand: by sex, by area, and by both.
    private struct ByHand {
        let missing: MissingSemantics
        let joined: Int
        let records: [Int]
        let exactlyOne: [Int]
        let several: [Int]
        let uniques: [Int]
        let afterJoin: [Int]
        let checkable: [Int]
        let right: [Int]
    }

    @Test(arguments: [0, 1], [1, 64]) func byHand(exclude: Int, setsPerJob: Int) async throws {
        // 'category': records 1, 2, 4 and 5 are joined and get g, h, g, g; record 3 has no match. By sex, g and h tell 1 and 2
        // apart, and 4 is the only joined one of M. By area, 1 and 5 share A and g, and 2 and 4 are unique anyway.
        // 'exclude': only 1 and 2 are joined. By area, 1 is the only joined one of A.
        let expected = [
            ByHand(
                missing: .category, joined: 4, records: [5, 5, 5], exactlyOne: [3, 2, 4], several: [2, 3, 0],
                uniques: [1, 2, 5], afterJoin: [3, 0, 0], checkable: [2, 2, 3], right: [1, 1, 2]),
            ByHand(
                missing: .exclude, joined: 2, records: [4, 4, 3], exactlyOne: [2, 1, 2], several: [2, 3, 0],
                uniques: [0, 1, 3], afterJoin: [2, 1, 0], checkable: [2, 1, 2], right: [1, 0, 1]),
        ][exclude]
        let question = Question(
            file: Self.file, other: Self.other, fields: ["sex", "area"], added: ["grade"], truth: "id",
            missing: expected.missing, setsPerJob: setsPerJob)
        let outcome = try await question.counted()
        let figures = outcome.lattice.entries.map(\.figures)
        #expect(outcome.others == 4 && outcome.lattice.records == 5)
        #expect(outcome.lattice.joined == expected.joined)
        #expect(figures.map(\.records) == expected.records)
        #expect(figures.map(\.exactlyOne) == expected.exactlyOne)
        #expect(figures.map(\.several) == expected.several)
        #expect(figures.map(\.uniques) == expected.uniques)
        #expect(figures.map(\.uniqueOnlyAfterJoin) == expected.afterJoin)
        #expect(figures.map(\.checkable) == expected.checkable)
        #expect(figures.map(\.right) == expected.right)
    }

    /// Random tables with hostile names and values. The other table has some of A's records, with a few changes and more fields.
    @Test(arguments: 0..<20, [MissingSemantics.category, .exclude])
    func randomTables(seed: UInt64, missing: MissingSemantics) async throws {
        var generator = SeededGenerator(seed: seed)
        let order = generator.permutation(of: TextTable.hostileNames.count)
        let names = order.map { TextTable.hostileNames[$0] }
        let missingValues = [[], ["NA"], ["'", "\\"], ["NA", "?"]][generator.next(below: 4)]
        let absent = [nil, ""] + missingValues
        let fields = Array(names[..<(1 + generator.next(below: 4))])
        let (added, truth) = (Array(names[5..<8]), names[4])
        let table = TextTable(seed: seed, names: fields, missingValues: missingValues)
        func changed(_ value: String?, _ share: Double) -> String? {
            guard generator.chance(share) else { return value }
            return generator.chance(0.4)
                ? absent[generator.next(below: absent.count)]
                : TextTable.hostileValues[generator.next(below: 5)]
        }
        let people = table.rows.enumerated().map { number, row in (id: changed("p\(number)", 0.1), row: row) }
        let others = people.filter { _ in generator.chance(0.8) }.reversed().map { person in
            [changed(person.id, 0.2)] + (0..<3).map { changed("g\(generator.next(below: $0 + 1))", 0.2) }
                + person.row.map { changed($0, 0.1) }
        }
        // A file without records has nothing to insert.
        let rows = others.isEmpty ? [[String?](repeating: nil, count: 4 + fields.count)] : others
        var question = Question(
            file: TextTable(names: fields + [truth], rows: people.map { $0.row + [$0.id] }),
            other: TextTable(names: [truth] + added + fields, rows: rows), fields: fields, missing: missing,
            missingValues: missingValues)
        question.added = Array(added[..<generator.next(below: 4)])
        question.truth = generator.chance(0.6) ? truth : nil
        question.maximumSize = generator.chance(0.2) ? 2 : nil
        question.setsPerJob = [1, 2, 5, 64][generator.next(below: 4)]
        let outcome = try await question.counted()
        #expect(outcome.others == rows.count)
        let expected = try question.expected()
        #expect(
            outcome.lattice == expected,
            "seed \(seed): \(question.file) and \(rows.count), adding \(question.added.count), truth \(truth)")
    }
}
