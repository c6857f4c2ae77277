import Foundation
import Microdata
import Testing

/// Parquet files are read by the command duckdb, where it is installed.
struct ParquetFileTests {
    static let command = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/duckdb" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Makes a file of the rows of a query, in a folder whose name has every kind of quote and pattern.
    static func file(_ query: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-\(UUID().uuidString)")
        let odd = folder.appendingPathComponent("it's \"odd\" *[a]")
        try FileManager.default.createDirectory(at: odd, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command ?? "")
        process.currentDirectoryURL = odd
        process.arguments = ["-c", "COPY (\(query)) TO 'p.parquet' (FORMAT parquet)"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return odd.appendingPathComponent("p.parquet")
    }

    static func remove(_ file: URL) {
        try? FileManager.default.removeItem(at: file.deletingLastPathComponent().deletingLastPathComponent())
    }

    @Test(.enabled(if: command != nil, "duckdb is not installed"))
    func values() throws {
        let file = try Self.file(
            """
            SELECT * FROM (VALUES (1, 'x,"y"', DATE '2009-03-14', 1.50::DECIMAL(5,2)), (NULL, NULL, NULL, NULL),
            (3, 'line\n2', DATE '2010-01-02', 2)) AS t("a ""b"", c", "s", "born", "d")
            """)
        defer { Self.remove(file) }
        var reading = DelimitedReading()
        let names = ["a \"b\", c", "s", "born", "d"]
        #expect(try reading.header(ofFileAt: file.path) == names)
        let table = try reading.table(fromFileAt: file.path)
        #expect(table.columns.map(\.name) == names)
        #expect(
            table.columns.map(StatisticalFileTests.values) == [
                ["1", nil, "3"], ["x,\"y\"", nil, "line\n2"], ["2009-03-14", nil, "2010-01-02"], ["1.50", nil, "2.00"],
            ])
        reading.columns = ["born", "a \"b\", c"]
        #expect(try reading.table(fromFileAt: file.path).columns.map(\.name) == reading.columns)
        reading.columns = ["bron"]
        #expect(throws: MicrodataError.unknownField(name: "bron", source: file.path, nearest: "born")) {
            try reading.table(fromFileAt: file.path)
        }
    }

    /// pandas writes whole numbers as floating-point ones once a value is missing; they read as out of any other file.
    @Test(.enabled(if: command != nil, "duckdb is not installed"))
    func wholeNumbers() throws {
        let file = try Self.file(
            "SELECT * FROM (VALUES (2009::DOUBLE, 1.5::FLOAT), (NULL, 7), (-0.0, 'nan'::FLOAT), (1e300, 3)) AS t(a, b)")
        defer { Self.remove(file) }
        let table = try DelimitedReading().table(fromFileAt: file.path)
        #expect(
            table.columns.map(StatisticalFileTests.values) == [
                ["2009", nil, "0", "1e+300"], ["1.5", "7", "nan", "3"],
            ])
    }

    @Test(.enabled(if: command != nil, "duckdb is not installed"))
    func withoutRecords() throws {
        let file = try Self.file("SELECT 1 AS a WHERE false")
        defer { Self.remove(file) }
        #expect(throws: MicrodataError.headerOnly(source: file.path)) {
            try DelimitedReading().table(fromFileAt: file.path)
        }
    }

    /// More than a pipe holds, in the order of the file, and given up early.
    @Test(.enabled(if: command != nil, "duckdb is not installed"))
    func manyRecords() throws {
        let file = try Self.file("SELECT i AS i, i % 7 AS j FROM range(500000) AS t(i)")
        defer { Self.remove(file) }
        var reading = DelimitedReading()
        let table = try reading.table(fromFileAt: file.path)
        #expect(table.records == 500_000)
        #expect(table.columns[0].dictionary[Int(table.columns[0].codes[499_999])] == "499999")
        reading.recordLimit = 1_000
        #expect(throws: MicrodataError.tooManyRecords(source: file.path, limit: 1_000)) {
            try reading.table(fromFileAt: file.path)
        }
    }

    @Test(.enabled(if: command != nil, "duckdb is not installed"))
    func damagedFile() throws {
        let file = try Self.file("SELECT 1 AS a")
        defer { Self.remove(file) }
        try Data("secret,secret".utf8).write(to: file)
        #expect(throws: MicrodataError.commandFailed(source: file.path, command: "duckdb")) {
            try DelimitedReading().table(fromFileAt: file.path)
        }
    }
}
