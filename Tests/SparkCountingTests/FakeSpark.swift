import Foundation

/// A `spark-sql` of shell script in a folder of its own, which is removed with it.
final class FakeSpark: Sendable {
    /// The rows of sex and area for six records: sex 3 and 3, area 6, both 4 times 1 and 2.
    static let rows = [
        "singleout\t0\t0\t1\t4", "singleout\t0\t0\t2\t1", "singleout\t0\t1\t3\t2", "singleout\t0\t3\t6\t1",
        "singleout\t0\t2\t6\t1", "singleout\tend",
    ]

    let folder: URL

    /// - Parameter script: What it does, as lines of shell.
    init(_ script: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-fake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: folder.appendingPathComponent("spark-sql"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    /// One that prints lines.
    convenience init(printing lines: [String]) throws {
        try self.init("cat <<'EOF'\n\(lines.joined(separator: "\n"))\nEOF")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of the program.
    var path: String { folder.appendingPathComponent("spark-sql").path }

    /// What it wrote to a file in its folder; it finds the folder by its own path.
    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
}
