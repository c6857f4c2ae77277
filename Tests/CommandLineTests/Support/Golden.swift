import Foundation
import Testing

/// Whole outputs that are kept beside the tests.
///
/// With SINGLEOUT_WRITE_GOLDEN=1 in the environment they are written anew, and the tests fail to say so.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Whether they are written anew.
    static var isWriting: Bool { ProcessInfo.processInfo.environment["SINGLEOUT_WRITE_GOLDEN"] == "1" }

    static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        if isWriting {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) is written anew; read the difference, and test again", sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == expected, "the output differs from Golden/\(name)", sourceLocation: sourceLocation)
    }
}
