import Foundation
import Testing

/// Every answer names the version, the inputs and what was noticed of them.
struct ProvenanceTests {
    private static let dataset = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("datasets")

    private static func inputs(_ object: [String: Any]) throws -> [[String: Any]] {
        let provenance = try #require(object["provenance"] as? [String: Any])
        #expect(provenance["version"] as? String == "0.1.0")
        #expect(object["emptyRecords"] as? Int == 0)
        return try #require(provenance["inputs"] as? [[String: Any]])
    }

    /// `pupils.csv` has 8 records in 85 bytes.
    @Test(arguments: [
        ["measure"], ["check", "--min-k", "1"], ["combinations"], ["suda"],
        ["explain", "--record", "1", "--i-may-see-records"],
        ["groups", "--by", "area", "--min-group", "1"], ["recode"], ["estimate", "--sampling-fraction", "0.5"],
    ])
    func everyCommand(command: [String]) throws {
        let folder = try Samples.folder()
        let digest = try Tool.shell("sha256sum < pupils.csv", in: folder).prefix(64)
        let arguments = [command[0], "pupils.csv", "-q", "sex,year", "--format", "json"] + command.dropFirst()
        let plain = try Tool.run(arguments, in: folder)
        #expect(plain.status == 0, "\(plain.errors)")
        let input = try #require(try Self.inputs(plain.json()).first)
        #expect(input["path"] as? String == "pupils.csv")
        #expect(input["bytes"] as? Int == 85)
        #expect(input["records"] as? Int == 8)
        // A gate always says which bytes it judged.
        #expect(input["sha256"] as? String == (command[0] == "check" ? String(digest) : nil))
        let with = try Self.inputs(Tool.run(arguments + ["--digest"], in: folder).json())
        #expect(with.first?["sha256"] as? String == String(digest))
    }

    @Test func severalFilesAndTheReleaseAreInputs() throws {
        let folder = try Samples.folder()
        try folder.write(
            "schema: singleout.release/1\ndata: pupils.csv\nfields:\n  quasiIdentifiers: [sex, area]\n", to: "r.yml")
        try folder.write("area,sex\nA,F\nA,F\nA,F\nA,M\nB,M\nB,M\nB,F\n,M\n", to: "population.csv")
        let outcome = try Tool.run(
            [
                "measure", "--release", "r.yml", "--population-data", "population.csv", "--digest", "--format", "json",
            ], in: folder)
        let inputs = try Self.inputs(outcome.json())
        #expect(
            inputs.map { ($0["path"] as? String)?.split(separator: "/").last } == [
                "pupils.csv", "population.csv", "r.yml",
            ])
        #expect(inputs[2]["records"] is NSNull && inputs[2]["recordsReason"] is String)
        #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    }

    @Test func aPipeHasNoDigest() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["check", "-", "-q", "sex", "--min-k", "1", "--format", "json"], in: folder,
            input: Data(Samples.pupils.utf8))
        #expect(outcome.status == 0)
        let input = try #require(try Self.inputs(outcome.json()).first)
        #expect(input["path"] as? String == "-" && input["records"] as? Int == 8)
        #expect(input["sha256"] is NSNull)
        #expect(input["sha256Reason"] as? String == "standard input cannot be read again")
    }

    @Test func junit() throws {
        let folder = try Samples.folder()
        let text = try Tool.run(
            ["check", "pupils.csv", "-q", "sex", "--min-k", "1", "--format", "junit"], in: folder
        ).text
        for property in [
            #"name="version" value="0.1.0""#, #"name="input.1.path" value="pupils.csv""#,
            #"name="input.1.bytes" value="85""#, #"name="input.1.records" value="8""#,
            #"name="input.1.sha256" value=""#,
            #"name="emptyRecords" value="0""#, #"name="note.1" value="Nothing here judges 2 other fields"#,
        ] { #expect(text.contains("<property " + property), "\(property)") }
    }

    /// A protected briefing names version and file only: bytes, digest and number of records say something exact.
    @Test func aProtectedBriefingNamesTheFileOnly() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(["brief", "pupils.csv", "-q", "sex,year", "--output", "b"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(folder.read("b/findings.json").utf8)) as? [String: Any])
        let provenance = try #require(object["provenance"] as? [String: Any])
        let inputs = try #require(provenance["inputs"] as? [[String: Any]])
        #expect(inputs.map { Set($0.keys) } == [["path"]])
        #expect(object["emptyRecords"] is NSNull && object["emptyRecordsReason"] is String)
    }

    @Test func anOpenBriefingSaysWhatItRead() throws {
        let folder = try WorkFolder()
        let path = Self.dataset.appendingPathComponent("sample.csv").path
        let outcome = try Tool.run(
            ["brief", path, "-q", "sex,fsm", "--output", "b", "--disclosure-control", "off", "--i-accept-disclosure"],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(folder.read("b/findings.json").utf8)) as? [String: Any])
        let input = try #require(try Self.inputs(object).first)
        #expect(input["path"] as? String == "sample.csv")
        #expect((input["sha256"] as? String)?.count == 64 && (input["records"] as? Int ?? 0) > 0)
    }

    /// Tables, Markdown and LaTeX hold notes; CSV has rows only, so its notes go to standard error.
    @Test(arguments: ["table", "markdown", "latex", "csv", "json"])
    func notesAreInEveryFormat(format: String) throws {
        let outcome = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex,area", "--format", format], in: Samples.folder())
        let note = "Nothing here judges 1 other field of the file: year."
        #expect((format == "csv" ? outcome.errors : outcome.text).contains(note))
        #expect(outcome.errors.isEmpty == (format != "csv"))
    }
}
