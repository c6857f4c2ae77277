import Counting
import Foundation
import SingleoutTesting
import Testing

@testable import SparkCounting

/// DuckDB runs the statements, and the counts are those of the local engine.
@Suite(.enabled(if: SQLEngine.found != nil, SQLEngine.absence))
struct GroupingMeaningTests {
    /// Counts a source with a `spark-sql` that prints the rows that DuckDB found.
    private func lattice(
        _ source: SparkSource, _ fields: [String], on tables: [String] = [], missing: MissingSemantics = .category,
        missingValues: [String] = [], maximumSize: Int? = nil, setsPerJob: Int = 64
    ) async throws -> CombinationLattice {
        func counter(_ program: String? = nil) throws -> SparkCounter {
            try SparkCounter(
                source, settings: SparkSettings(program: program, setsPerJob: setsPerJob), missing: missing,
                missingValues: missingValues)
        }
        let combinations = CombinationLattice.combinations(of: fields.count, upTo: maximumSize ?? fields.count)
        let script = try counter().script(combinations, of: fields)
        let spark = try FakeSpark(printing: try SQLEngine.run(script.text, on: tables))
        return try await counter(spark.path).lattice(of: fields, maximumSize: maximumSize)
    }

    /// Sex F, F, M, missing, missing; area A, A, A, A, missing.
    private static let hand = TextTable(
        names: ["sex", "area"], rows: [["F", "A"], ["F", "A"], ["M", "A"], ["", "A"], [nil, "NA"]])

    @Test(
        arguments: [
            (MissingSemantics.category, [[1, 2, 2], [1, 4], [1, 1, 1, 2]]),
            (.exclude, [[1, 2], [4], [1, 2]]),
        ], [1, 64])
    func byHand(expected: (missing: MissingSemantics, sizes: [[Int]]), setsPerJob: Int) async throws {
        let found = try await lattice(
            .table(SparkTableName("db.census")), Self.hand.names, on: Self.hand.statements(making: ["db", "census"]),
            missing: expected.missing, missingValues: ["NA"], setsPerJob: setsPerJob)
        #expect(found.records == 5)
        #expect(found.entries.map(\.fields) == [[0], [1], [0, 1]])
        #expect(found.entries.map(\.histogram) == expected.sizes.map { SizeHistogram(sizes: $0) })
    }

    /// NULL and the empty text are always missing, and other values only when the caller says so.
    @Test func missingValuesAreStated() async throws {
        let found = try await lattice(
            .table(SparkTableName("census")), ["area"], on: Self.hand.statements(making: ["census"]), missing: .exclude)
        #expect(found.records == 5)
        #expect(found.entries[0].histogram == SizeHistogram(sizes: [4, 1]))
        let stated = try await lattice(
            .table(SparkTableName("census")), ["area"], on: Self.hand.statements(making: ["census"]), missing: .exclude,
            missingValues: ["A", ""])
        #expect(stated.entries[0].histogram == SizeHistogram(sizes: [1]))
    }

    /// Random tables with hostile names and values and every spelling of a missing value.
    @Test(arguments: 0..<16, [MissingSemantics.category, .exclude])
    func randomTables(seed: UInt64, missing: MissingSemantics) async throws {
        var generator = SeededGenerator(seed: seed)
        let order = generator.permutation(of: TextTable.hostileNames.count)
        let names = order.prefix(2 + generator.next(below: 4)).map { TextTable.hostileNames[$0] }
        let missingValues = [[], ["NA"], ["'", "\\", "${HOME}"], ["NA", "?", ""]][generator.next(below: 4)]
        let table = TextTable(seed: seed, names: names, missingValues: missingValues)
        // Some of the fields, in another order than in the table.
        let fields = Array(names.reversed().prefix(4))
        let maximumSize = generator.chance(0.3) ? 2 : nil
        let found = try await lattice(
            .table(SparkTableName.hostile), fields, on: table.statements(making: SparkTableName.hostile.parts),
            missing: missing, missingValues: missingValues, maximumSize: maximumSize,
            setsPerJob: [1, 2, 5, 64][generator.next(below: 4)])
        let expected = try CombinationLattice(
            counting: table.columns(fields, missingValues: missingValues), maximumSize: maximumSize, missing: missing)
        #expect(found == expected, "seed \(seed), \(table)")
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "singleout-it's-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    /// Values of CSV are texts: 01, 1 and 1.0 differ, and quotes, delimiters and line ends are parts of values.
    @Test(arguments: [(UInt8(0x2c), 1), (0x3b, 64), (0x09, 2)])
    func delimitedFiles(delimiter: UInt8, setsPerJob: Int) async throws {
        try await withFolder { folder in
            let names = ["a;b", "back`tick", "say \"x\"", "c,d"]
            let table = TextTable(seed: UInt64(delimiter), names: names, missingValues: ["NA"])
            let values = TextTable.hostileValues.indices.map { place in
                (0..<4).map { TextTable.hostileValues[place / (1 + $0)] as String? }
            }
            let whole = TextTable(names: names, rows: table.rows + values)
            let mark = String(UnicodeScalar(delimiter))
            // Two files with the same header.
            for (part, rows) in [whole.rows.prefix(20), whole.rows.dropFirst(20)].enumerated() {
                try Data(TextTable(names: names, rows: Array(rows)).csv(delimiter: mark).utf8)
                    .write(to: folder.appendingPathComponent("part\(part).csv"))
            }
            let files = try SparkFiles(path: folder.path + "/*.csv", delimiter: delimiter)
            for missing in [MissingSemantics.category, .exclude] {
                let found = try await lattice(
                    .files(files), names, missing: missing, missingValues: ["NA"], setsPerJob: setsPerJob)
                let expected = try CombinationLattice(
                    counting: whole.columns(names, missingValues: ["NA"]), missing: missing)
                #expect(found == expected)
            }
        }
    }

    /// A record with fewer fields than the header fails the job.
    @Test func raggedFiles() async throws {
        try await withFolder { folder in
            try Data("a,b\nx,y\nz\n".utf8).write(to: folder.appendingPathComponent("a.csv"))
            let files = try SparkFiles(path: folder.path + "/a.csv")
            await #expect(throws: SQLEngine.Failed.self) { try await lattice(.files(files), ["a", "b"]) }
        }
    }

    /// Typed values are compared by their texts.
    @Test func typedFiles() async throws {
        try await withFolder { folder in
            let path = folder.path + "/a.parquet"
            let make = """
                COPY (SELECT * FROM (VALUES (1, DATE '2010-01-02', true), (1, NULL, true), (NULL, DATE '2010-01-02', false),
                (1, DATE '2010-01-02', NULL)) AS t(year, born, fsm)) TO \(DuckDBStatements.text(path)) (FORMAT parquet)
                """
            let found = try await lattice(
                .files(SparkFiles(path: path)), ["year", "born", "fsm"], on: [make], missing: .exclude,
                missingValues: ["false"])
            #expect(found.records == 4)
            // By year, born, fsm, year and born, year and fsm, born and fsm, and all.
            #expect(
                found.entries.map(\.histogram)
                    == [[3], [3], [2], [2], [2], [1], [1]].map { SizeHistogram(sizes: $0) })
        }
    }
}
