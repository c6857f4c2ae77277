import Foundation
import Testing

/// One record, explained by the built tool.
struct ExplainTests {
    private static let fields = "residence,gender,education,labour"

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        return folder
    }

    /// Record 5 of the practice guide, with the figures that stand there.
    @Test func json() throws {
        let outcome = try Tool.run(
            [
                "explain", "survey.csv", "-q", Self.fields, "--record", "5", "--weight", "weight",
                "--i-may-see-records",
                "--format", "json",
            ], in: folder())
        #expect(outcome.status == 0)
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.explain/1")
        #expect(object["disclosive"] as? Bool == true)
        #expect(object["classSize"] as? Int == 1)
        #expect(object["score"] as? Int == 12)
        #expect(object["scoreIhsn"] as? Double == 3.25)
        let sets = try #require(object["minimalSampleUniques"] as? [[String: Any]])
        #expect(
            sets.map { $0["fields"] as? [String] } == [
                ["residence"], ["gender", "education"], ["gender", "labour"], ["education", "labour"],
            ])
        #expect(sets.map { $0["score"] as? Int } == [6, 2, 2, 2])
        let risk = (object["individual"] as? [String: Any])?["risk"] as? Double
        #expect(abs((risk ?? 0) - 0.028247279) < 5e-10)
    }

    /// What is refused says so and gives nothing away.
    @Test func refusedWithoutTheFlag() throws {
        let folder = try folder()
        let outcome = try Tool.run(["explain", "survey.csv", "-q", Self.fields, "--record", "5"], in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("--i-may-see-records"))
    }

    @Test func theFileIsPrivate() throws {
        let folder = try folder()
        let outcome = try Tool.run(
            [
                "explain", "survey.csv", "-q", Self.fields, "--record", "5", "--i-may-see-records", "--output",
                "five.txt",
            ], in: folder)
        #expect(outcome.status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("five.txt"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try folder.read("five.txt").contains("DISCLOSIVE"))
    }

    /// No output holds a value of the record.
    @Test(arguments: ["table", "json", "csv", "markdown", "latex"])
    func noValues(format: String) throws {
        let folder = try WorkFolder()
        try folder.write("sex,school\nZZFEMALE,ZZHILL\nZZMALE,ZZHILL\nZZMALE,ZZDALE\n", to: "marked.csv")
        let outcome = try Tool.run(
            [
                "explain", "marked.csv", "-q", "sex", "--sensitive", "school", "--record", "1", "--i-may-see-records",
                "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(!outcome.text.contains("ZZ"))
    }

    @Test func population() throws {
        let folder = try Samples.folder()
        try folder.write(Samples.population, to: "all.csv")
        let outcome = try Tool.run(
            [
                "explain", "pupils.csv", "-q", "sex,area", "--record", "4", "--population-data", "all.csv",
                "--i-may-see-records", "--format", "json",
            ], in: folder)
        #expect(outcome.status == 0)
        #expect((try outcome.json()["population"] as? [String: Any])?["classSize"] as? Int == 3)
    }

    @Test(arguments: [
        ["--record", "0"], ["--record", "11"], ["--record", "5", "--missing", "wildcard"], ["--record", "x"], [],
    ])
    func wrongUsage(arguments: [String]) throws {
        let outcome = try Tool.run(
            ["explain", "survey.csv", "-q", Self.fields, "--i-may-see-records"] + arguments, in: folder())
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
