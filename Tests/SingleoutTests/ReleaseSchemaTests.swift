import Foundation
import Singleout
import Testing
import Yams

/// The JSON Schema of release files takes what the reader takes, and refuses what it refuses.
struct ReleaseSchemaTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The example of the page about release files, which has every key.
    private static func example() throws -> String {
        let page = try String(
            contentsOf: root.appendingPathComponent("notebooks-text/release-file.md"), encoding: .utf8)
        return try #require(
            page.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    }

    private static func validator() throws -> SchemaValidator {
        var text = ""
        var stream = ByteStream { text += String(decoding: $0, as: UTF8.self) }
        try JSONRenderer().render(Settings.releaseSchema, into: &stream)
        try stream.finish()
        return SchemaValidator(root: try #require(try loaded(text) as? [String: Any]))
    }

    private static func faults(_ yaml: String) throws -> [String] { try validator().faults(of: loaded(yaml)) }

    private static func loaded(_ yaml: String) throws -> Any { plain(try Yams.load(yaml: yaml) ?? NSNull()) }

    /// Mappings whose names are texts, as JSON has them.
    private static func plain(_ value: Any) -> Any {
        if let mapping = value as? [AnyHashable: Any] {
            return Dictionary(uniqueKeysWithValues: mapping.map { ("\($0.key)", plain($0.value)) })
        }
        return (value as? [Any])?.map(plain) ?? value
    }

    @Test func takesTheExample() throws {
        let example = try Self.example()
        #expect(try Self.faults(example).isEmpty)
        _ = try Release(yaml: example, named: "release.yml")
    }

    /// The example has every key of the settings, but for those that exclude each other.
    @Test func theExampleHasEveryKey() throws {
        let example = try #require(try Self.loaded(Self.example()) as? [String: Any])
        for key in Settings.all.compactMap(\.key)
        where !["population.data", "population.samplingFraction"].contains(key) {
            var value: Any? = example
            for part in key.split(separator: ".") { value = (value as? [String: Any])?[String(part)] }
            #expect(value != nil, "the example of release-file.md lacks \(key)")
        }
    }

    @Test func takesThePublishedReleases() throws {
        let folder = Self.root.appendingPathComponent("datasets/releases")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yml") }
        #expect(names.count >= 4)
        for name in names {
            let faults = try Self.faults(String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
            #expect(faults.isEmpty, "\(name)")
        }
    }

    /// A key renamed, dropped or retyped is refused by both.
    @Test(arguments: [
        ("schema: singleout.release/1\n", ""), ("data: pupils.csv", "date: pupils.csv"), ("dates: dmy", "dates: dym"),
        ("minK: 5", "minK: 0"), ("minK: 5", "minK: five"), ("minK: 5", "mink: 5"), ("maxRisk: 0.2", "maxRisk: 0"),
        ("maxUniqueness: 0.01", "maxUniqueness: 1.5"), ("months: 15", "months: 1201"), ("months: 15", "months: 1.5"),
        ("errors: realistic", "errors: some"), ("alpha: 0.5", "alpha: [0.5]"),
        ("semantics: wildcard", "semantics: category"),
        ("size: 9000000", "size: 9000000\n  data: all.csv"), ("frequencies: true", "frequencies: 2"),
        ("groups: [region, ethnicity]", "groups: region"), ("  prevalence: 0.0000001", "  #"),
        ("sex: exact}", "sex: exakt}"), ("seed: 1\n", "seed: -1\n"), ("minCell: 10", "minCell: 1"),
        ("skip: 0", "skip: -1"), ("keepEmptyRecords: false", "keepEmptyRecords: 3"), ("minGroup: 10", "minGroup: 0"),
    ])
    func refuses(old: String, new: String) throws {
        let example = try Self.example()
        try #require(example.contains(old), "\(old)")
        let changed = example.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: ReleaseError.self) { try Release(yaml: changed, named: "release.yml") }
        #expect(try !Self.faults(changed).isEmpty)
    }
}
