import Foundation

/// Numbers that scripts made, kept beside the tests with the scripts.
enum ReferenceFile {
    static func decode<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "ReferenceValues/\(name)"))
        return try JSONDecoder().decode(type, from: data)
    }
}
