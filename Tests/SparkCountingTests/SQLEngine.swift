import Foundation
import Testing

/// DuckDB, as the command or as a Python module: it runs the statements for Spark without a cluster.
struct SQLEngine {
    /// A run failed.
    struct Failed: Error {
        let message: String
    }

    /// Why tests are skipped without it.
    static let absence: Comment = "needs DuckDB: the command duckdb, pip install duckdb, or make peers"

    /// The first one that works on this machine.
    static let found: SQLEngine? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let commands = folders.map { SQLEngine(program: $0 + "/duckdb", arguments: command) }
        let pythons = folders.map { $0 + "/python3" } + [project.path + "/.build/peers/bin/python"]
        return (commands + pythons.map { SQLEngine(program: $0, arguments: ["-c", python]) }).first { engine in
            FileManager.default.isExecutableFile(atPath: engine.program)
                && (try? engine.run(["SELECT 'an', 'answer'"])) == ["an\tanswer"]
        }
    }()

    private static let command = [
        "-init", "/dev/null", "-batch", "-bail", "-list", "-noheader", "-separator", "\t", "-nullvalue", "NULL",
    ]
    private static let python = """
        import sys, duckdb
        connection = duckdb.connect()
        for statement in duckdb.extract_statements(sys.stdin.buffer.read().decode()):
            for row in connection.execute(statement).fetchall():
                print(*('NULL' if value is None else value for value in row), sep='\\t')
        """

    private let program: String
    private let arguments: [String]

    /// Runs DuckDB's SQL on an empty database.
    ///
    /// - Returns: The lines that are printed.
    func run(_ statements: [String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-sql-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output, errors) = (
            folder.appendingPathComponent("input"), folder.appendingPathComponent("output"),
            folder.appendingPathComponent("errors")
        )
        // Files, because a full pipe would block the program.
        try Data((["SET threads = 1"] + statements).map { $0 + ";\n" }.joined().utf8).write(to: input)
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failed(message: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
        return String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Runs Spark SQL.
    ///
    /// - Parameters:
    ///   - script: The statements.
    ///   - tables: DuckDB's SQL that creates the tables that the script names.
    /// - Returns: The lines that are printed.
    static func run(_ script: String, on tables: [String]) throws -> [String] {
        let engine = try #require(found)
        return try engine.run(DuckDBStatements.functions + tables + DuckDBStatements.translated(script))
    }
}
