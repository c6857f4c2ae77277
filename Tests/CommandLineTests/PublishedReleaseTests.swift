import Foundation
import Testing

/// The scenarios in `datasets/releases`, on the town in `datasets/`.
struct PublishedReleaseTests {
    private static let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets")

    /// A scenario: its data, its number of fields, and bounds of the uniqueness.
    struct Scenario: Sendable {
        let name: String
        let data: String
        let fields: Int
        let uniqueness: ClosedRange<Double>
    }

    private static let scenarios = [
        Scenario(name: "memorandum-extract", data: "extract.csv", fields: 5, uniqueness: 0.99...1),
        Scenario(name: "census-return", data: "census-2016.csv", fields: 6, uniqueness: 0.95...0.999),
        Scenario(name: "research-extract", data: "census-2016.csv", fields: 7, uniqueness: 0.10...0.35),
        Scenario(name: "school-level-file", data: "census-2016.csv", fields: 6, uniqueness: 0.08...0.30),
    ]

    private static func run(_ arguments: [String], _ scenario: String) throws -> Tool.Outcome {
        let release = datasets.appendingPathComponent("releases/\(scenario).yml").path
        return try Tool.run(arguments + ["--release", release, "--format", "json"], in: WorkFolder())
    }

    @Test func thereAreNoOthers() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.datasets.appendingPathComponent("releases").path)
        #expect(names.sorted() == Self.scenarios.map { $0.name + ".yml" }.sorted())
    }

    @Test(arguments: scenarios)
    func measure(scenario: Scenario) throws {
        let outcome = try Self.run(["measure"], scenario.name)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        let file = Self.datasets.appendingPathComponent("town").appendingPathComponent(scenario.data)
        let lines = try Data(contentsOf: file).count { $0 == 10 }
        #expect(object["records"] as? Int == lines - 1)
        #expect((object["quasiIdentifiers"] as? [String])?.count == scenario.fields)
        #expect(scenario.uniqueness.contains(object["uniqueness"] as? Double ?? -1), "\(object["uniqueness"] ?? "")")
    }

    @Test(arguments: scenarios)
    func combinations(scenario: Scenario) throws {
        let outcome = try Self.run(["combinations"], scenario.name)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect((try outcome.json()["fields"] as? [String])?.count == scenario.fields)
    }

    /// None meets its policy; a coarser school file does.
    @Test(arguments: scenarios)
    func check(scenario: Scenario) throws {
        let outcome = try Self.run(["check"], scenario.name)
        #expect(outcome.status == 1, "\(outcome.errors)")
        let rules = try #require(try outcome.json()["rules"] as? [[String: Any]])
        #expect(rules.map { $0["met"] as? Bool } == [false, false])
    }

    @Test func aCoarserSchoolFilePasses() throws {
        #expect(try Self.run(["check", "-q", "school,phase"], "school-level-file").status == 0)
    }

    /// Each release of the census that goes without names says so of the identifier or leaves it out.
    @Test(arguments: ["research-extract", "school-level-file"])
    func noNameIsAField(scenario: String) throws {
        let fields = try #require(try Self.run(["combinations"], scenario).json()["fields"] as? [String])
        #expect(Set(fields).isDisjoint(with: ["pupil_number", "surname", "forename", "date_of_birth", "postcode"]))
    }

    /// The command that the documentation states is the one that `make datasets` runs.
    @Test func theCommandIsDocumented() throws {
        let root = Self.datasets.deletingLastPathComponent()
        let makefile = try String(contentsOf: root.appendingPathComponent("Makefile"), encoding: .utf8)
        let line = try #require(makefile.split(separator: "\n").first { $0.hasPrefix("DATASET = ") })
        let page = try String(contentsOf: Self.datasets.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(page.contains("singleout generate \(line.dropFirst("DATASET = ".count)) --output datasets/town"))
    }
}
