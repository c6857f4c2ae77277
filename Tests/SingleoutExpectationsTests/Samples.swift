import Foundation
import SingleoutExpectations

/// A table whose figures can be worked out by hand.
enum Samples {
    /// 8 records; classes of sex and area: F secretarea 3, M secretarea 2, M elsewhere 2 (of one sen), F elsewhere 1.
    static let pupils = Table(
        source: "pupils.csv",
        columns: [
            Column(name: "sex", values: ["F", "F", "F", "M", "M", "M", "M", "F"]),
            Column(name: "area", values: (0..<8).map { $0 < 5 ? "secretarea" : "elsewhere" }),
            Column(name: "sen", values: ["N", "K", "N", "N", "K", "secretsen", "secretsen", "N"]),
        ])

    /// The same as a file, with a dash for one area that is not known.
    static let csv = """
        sex,area,sen
        F,A,N
        F,A,N
        F,A,K
        M,-,N
        M,A,N

        """

    /// Runs a test with a file of its own, removed afterwards.
    static func withFile<Result>(_ text: String, _ name: String = "p.csv", _ body: (String) throws -> Result) throws
        -> Result
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }
}
