import Foundation
import Testing

/// A JSON answer that is kept beside the tests, and compared by value.
///
/// A member may be added; one that is dropped, renamed, retyped or has another value is a difference. Numbers with a fraction may differ
/// in their last digits, as products of matrices do between processors.
enum Answer: Hashable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Answer])
    case object([String: Answer])

    init(_ text: String) throws { self = try JSONDecoder().decode(Answer.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Answer].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Answer].self))
        }
    }

    /// Holds an answer against the one that is kept under a name below Golden.
    ///
    /// With SINGLEOUT_WRITE_GOLDEN=1 in the environment it is written anew, and the test fails to say so.
    static func expect(_ text: String, holds name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if Golden.isWriting { return try Golden.expect(text, equals: name, sourceLocation: sourceLocation) }
        let expected = try Answer(String(contentsOf: Golden.folder.appendingPathComponent(name), encoding: .utf8))
        let differences = expected.differences(in: try Answer(text))
        #expect(
            differences.isEmpty, "the answer differs from Golden/\(name) at \(differences.joined(separator: ", "))",
            sourceLocation: sourceLocation)
    }

    /// Where another answer does not hold this one, as paths such as `models/pitman/k`.
    func differences(in found: Answer, at path: String = "") -> [String] {
        switch (self, found) {
        case (.object(let expected), .object(let found)):
            expected.keys.sorted().flatMap { key -> [String] in
                let place = path.isEmpty ? key : path + "/" + key
                guard let value = expected[key], let other = found[key] else { return [place] }
                return value.differences(in: other, at: place)
            }
        case (.list(let expected), .list(let found)) where expected.count == found.count:
            expected.indices.flatMap { expected[$0].differences(in: found[$0], at: "\(path)/\($0)") }
        case (.number(let expected), .number(let found)): Self.isSame(expected, found) ? [] : [path]
        default: self == found ? [] : [path]
        }
    }

    private static func isSame(_ one: Double, _ other: Double) -> Bool {
        if one == one.rounded() && other == other.rounded() { return one == other }
        return abs(one - other) <= 1e-6 * max(abs(one), abs(other))
    }
}
