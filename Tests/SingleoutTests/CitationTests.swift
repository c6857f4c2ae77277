import Foundation
import Singleout
import Testing
import Yams

/// The files in YAML about the project say what is true of it.
struct CitationTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func members(of path: String) throws -> [String: Any] {
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        return try #require(try Yams.load(yaml: text) as? [String: Any], "\(path)")
    }

    @Test func theCitationIsOfThisVersion() throws {
        let citation = try Self.members(of: "CITATION.cff")
        #expect(citation["version"] as? String == Version.current)
        #expect(citation["cff-version"] as? String == "1.2.0")
        #expect(citation["license"] as? String == "Apache-2.0")
        for required in ["message", "title"] { #expect(citation[required] is String, "\(required)") }
        #expect(!(try #require(citation["authors"] as? [[String: Any]])).isEmpty)
    }

    /// Who reports a fault is asked for made-up data, and each question of a form has a name.
    @Test(arguments: ["bug", "request", "wrong-figure"])
    func formsAskForNoRecords(name: String) throws {
        let form = try Self.members(of: ".github/ISSUE_TEMPLATE/\(name).yml")
        for required in ["name", "description"] { #expect(form[required] is String, "\(required)") }
        let parts = try #require(form["body"] as? [[String: Any]])
        let words = try #require((parts.first?["attributes"] as? [String: Any])?["value"] as? String)
        #expect(words.contains("Never attach real records"))
        var names: Set<String> = []
        for part in parts.dropFirst() {
            let name = try #require(part["id"] as? String)
            #expect(names.insert(name).inserted, "\(name)")
            #expect((part["attributes"] as? [String: Any])?["label"] is String, "\(name)")
            let kinds = ["input", "textarea", "dropdown", "checkboxes"]
            #expect(kinds.contains(part["type"] as? String ?? ""), "\(name)")
        }
    }
}
