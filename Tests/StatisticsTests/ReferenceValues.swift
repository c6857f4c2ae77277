import Foundation
import Testing

/// Numbers made by a script under Tests/ReferenceValues.
enum ReferenceValues {
    struct Row: Decodable, Sendable {
        let arguments: [Double]
        let value: Double
    }

    /// The rows of one function.
    static func rows(_ function: String) throws -> [Row] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: tests.appending(path: "ReferenceValues/special_functions.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rows = try JSONSerialization.data(withJSONObject: try #require(object[function]))
        return try JSONDecoder().decode([Row].self, from: rows)
    }
}
