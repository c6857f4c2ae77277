import Foundation

/// A folder of a test's own, removed when the test is done.
final class Folder {
    /// 6 records; classes of sex and area: F A 3, M - 1, M A 1, M B 1.
    static let pupils = "sex,area,sen\nF,A,N\nF,A,N\nF,A,K\nM,-,N\nM,A,N\nM,B,N\n"

    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "singleout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
