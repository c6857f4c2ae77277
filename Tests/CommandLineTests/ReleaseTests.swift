import Foundation
import Testing

struct ReleaseTests {
    private static let release = """
        schema: singleout.release/1
        data: ../pupils.csv
        fields:
          quasiIdentifiers: [sex, area]
          sensitive: [year]
        missing:
          values: [NA]
          semantics: exclude
        policy:
          minK: 2
          maxUniqueness: 0.5
          threshold: 0.3
          identifying: 0.25

        """

    /// A folder with `pupils.csv` and `release/release.yml`.
    private func folder(_ release: String = release) throws -> WorkFolder {
        let folder = try Samples.folder()
        try FileManager.default.createDirectory(at: folder.url("release"), withIntermediateDirectories: false)
        try folder.write(release, to: "release/release.yml")
        return folder
    }

    private func run(_ arguments: [String], _ release: String = release) throws -> Tool.Outcome {
        try Tool.run(arguments + ["--release", "release/release.yml"], in: folder(release))
    }

    @Test func everyCommandTakesItInPlaceOfFlags() throws {
        let measured = try run(["measure", "--format", "json"]).json()
        #expect(measured["quasiIdentifiers"] as? [String] == ["sex", "area"])
        #expect(measured["missing"] as? String == "exclude")
        #expect(measured["excluded"] as? Int == 1)
        #expect((measured["attackers"] as? [String: Any])?["threshold"] as? Double == 0.3)
        let combined = try run(["combinations", "--format", "json"]).json()
        #expect(combined["fields"] as? [String] == ["sex", "area"])
        #expect((combined["minimalIdentifying"] as? [Any])?.count == 1)
        #expect(try run(["check"]).status == 1)
    }

    @Test func flagsOverride() throws {
        let outcome = try run([
            "measure", "-q", "year", "--missing", "category", "--risk-threshold", "0.5", "--format", "json",
        ])
        let object = try outcome.json()
        #expect(object["quasiIdentifiers"] as? [String] == ["year"])
        #expect(object["missing"] as? String == "category")
        #expect(object["records"] as? Int == 8)
        #expect((object["attackers"] as? [String: Any])?["threshold"] as? Double == 0.5)
        #expect(try run(["check", "--min-k", "1"]).status == 0)
        let folder = try folder()
        try folder.write("sex,area,year\nF,A,1\nF,A,1\n", to: "other.csv")
        let other = try Tool.run(
            ["measure", "other.csv", "--release", "release/release.yml", "--format", "json"], in: folder)
        #expect(try other.json()["records"] as? Int == 2)
    }

    @Test func dataFromStandardInputAreCheckedToo() throws {
        let outcome = try Tool.run(
            ["measure", "-", "--release", "release/release.yml", "--format", "json"], in: folder(),
            input: Data(Samples.pupils.utf8))
        #expect(try outcome.json()["records"] as? Int == 7)
        let lacking = try Tool.run(
            ["measure", "-", "--release", "release/release.yml"], in: folder(), input: Data("sex,area\nF,A\n".utf8))
        #expect(lacking.status == 64)
        #expect(lacking.errors.contains("year"))
    }

    /// Every mistake names the file, the line and what was expected or meant.
    @Test(arguments: [
        ("area]", "aera]", "release.yml:4", "'area'"),
        ("[year]", "[yaer]", "release.yml:5", "'year'"),
        ("minK: 2", "mink: 2", "release.yml:10", "minK"),
        ("missing:", "mising:", "release.yml:6", "missing"),
        ("minK: 2", "minK: two", "release.yml:10", "whole number"),
        ("minK: 2", "minK: 0", "release.yml:10", "from 1 to 10,000,000,000"),
        ("maxUniqueness: 0.5", "maxUniqueness: 50", "release.yml:11", "from 0 to 1"),
        ("threshold: 0.3", "threshold: .nan", "release.yml:12", "above 0"),
        ("semantics: exclude", "semantics: excluded", "release.yml:8", "exclude"),
        ("sensitive: [year]", "sensitive: [area]", "release.yml:5", "line 4"),
        ("fields:", "fields: sex #", "release.yml:", "YAML"),
        ("release/1", "release/9", "release.yml:1", "singleout.release/1"),
        ("schema: singleout.release/1\n", "", "release.yml", "schema"),
        ("../pupils.csv", "[a, b]", "release.yml:2", "path"),
    ])
    func mistakes(text: String, mistake: String, place: String, expected: String) throws {
        let outcome = try run(["measure"], Self.release.replacingOccurrences(of: text, with: mistake))
        // What cannot be read as a release file is a fault of the file, and what it asks for wrongly is wrong usage.
        let isUnreadable = ["YAML", "singleout.release/1", "schema"].contains(expected)
        #expect(outcome.status == (isUnreadable ? 2 : 64))
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
        #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    }
}
