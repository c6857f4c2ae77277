import Foundation
import Testing

/// Every command shows that a generated file is synthetic, and says so of no other file.
struct SyntheticMarkTests {
    private static let fields = "sex,year_group,ethnicity"

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let made = try Tool.run(
            ["generate", "--pupils", "1000", "--from", "2016", "--to", "2016", "--seed", "7", "--output", "made"],
            in: folder)
        #expect(made.status == 0)
        return folder
    }

    @Test(arguments: [
        ["measure"], ["combinations"], ["suda"], ["check", "--min-k", "1"],
        ["estimate", "--population", "20000", "--bootstrap", "0"],
    ])
    func isShown(command: [String]) throws {
        let folder = try Self.folder()
        let arguments = [command[0], "made/census-2016.csv", "-q", Self.fields] + command.dropFirst()
        let text = try Tool.run(arguments, in: folder).text
        #expect(text.contains("made/census-2016.csv (synthetic)"), "\(command[0])")
        #expect(text.contains("every pupil, family, address and school is made up"), "\(command[0])")
        let json = try Tool.run(arguments + ["--format", "json"], in: folder).json()
        let mark = json["synthetic"] as? [String: Any]
        #expect(mark?["seed"] as? Int == 7 && mark?["version"] as? String == "1", "\(command[0])")
    }

    /// The mark of either file counts for a linkage.
    @Test(arguments: [true, false])
    func isShownOfLinkedFiles(isRegisterMade: Bool) throws {
        let folder = try Self.folder()
        try folder.write(try folder.read("made/census-2016.csv"), to: "copy.csv")
        let files = isRegisterMade ? ["copy.csv", "made/census-2016.csv"] : ["made/census-2016.csv", "copy.csv"]
        let arguments = ["link"] + files + ["--compare", "forename:name,surname:name,date_of_birth:date"]
        let text = try Tool.run(arguments, in: folder).text
        let title =
            isRegisterMade ? "copy.csv to made/census-2016.csv (synthetic)" : "census-2016.csv (synthetic) to copy.csv"
        #expect(text.contains(title))
        #expect(text.contains("every pupil, family, address and school is made up"))
        let mark = try Tool.run(arguments + ["--format", "json"], in: folder).json()["synthetic"] as? [String: Any]
        #expect(mark?["seed"] as? Int == 7 && mark?["version"] as? String == "1")
    }

    @Test func filesBelowTheFolderAreMarkedToo() throws {
        let folder = try Self.folder()
        let text = try Tool.run(["measure", "made/truth/families.csv", "-q", "birth_order"], in: folder).text
        #expect(text.contains("(synthetic)"))
    }

    /// A manifest that names a file and its size, but no digest or another one, says nothing of it.
    @Test(arguments: ["", ",\"sha256\":\"\(String(repeating: "0", count: 64))\""])
    func aManifestWithoutTheDigestMarksNothing(digest: String) throws {
        let folder = try WorkFolder()
        try folder.write("sex\nF\nM\n", to: "p.csv")
        let manifest =
            "{\"synthetic\":true,\"schema\":\"singleout.register/1\",\"version\":\"1\",\"seed\":1,"
            + "\"files\":[{\"path\":\"p.csv\",\"bytes\":8\(digest)}]}"
        try folder.write(manifest, to: "manifest.json")
        let outcome = try Tool.run(["measure", "p.csv", "-q", "sex"], in: folder)
        #expect(outcome.status == 0 && !outcome.text.contains("synthetic"))
    }

    /// A copy elsewhere, a changed file and a file that the manifest does not name may be anything.
    @Test func otherFilesAreNotMarked() throws {
        let folder = try Self.folder()
        try folder.write(try folder.read("made/census-2016.csv"), to: "copy.csv")
        try folder.write(try folder.read("made/register.csv"), to: "made/other.csv")
        try folder.write(try folder.read("made/areas.csv") + "X,X,X,1,1,1,1,1\n", to: "made/areas.csv")
        for (file, field) in [("copy.csv", "sex"), ("made/other.csv", "sex"), ("made/areas.csv", "region")] {
            let outcome = try Tool.run(["measure", file, "-q", field], in: folder)
            #expect(outcome.status == 0 && !outcome.text.contains("synthetic"), "\(file)")
        }
    }

    /// A file with the size that the manifest states, but another digest, or a manifest without digests, is that of real people.
    @Test func onlyTheDigestIsTrusted() throws {
        let folder = try Self.folder()
        var bytes = Array(try folder.read("made/census-2016.csv").utf8)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: ",")))
        bytes[place - 1] = bytes[place - 1] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        try folder.write(Data(bytes), to: "made/census-2016.csv")
        let rows = (0..<200).map { "\($0 % 2),\($0 % 3),\($0)\n" }.joined()
        try FileManager.default.createDirectory(at: folder.url("fake"), withIntermediateDirectories: true)
        try folder.write("a,b,c\n" + rows, to: "fake/p.csv")
        let size = try folder.read("fake/p.csv").utf8.count
        try folder.write(
            #"{"synthetic": true, "schema": "singleout.register/1", "version": "1", "seed": 1, "files": [{"path": "p.csv", "bytes": \#(size)}]}"#,
            to: "fake/manifest.json")
        for (file, fields) in [("made/census-2016.csv", Self.fields), ("fake/p.csv", "a,b")] {
            for command in [["measure"], ["check", "--min-k", "1"]] {
                let outcome = try Tool.run(
                    [command[0], file, "-q", fields] + command.dropFirst() + ["--format", "json"], in: folder)
                #expect(outcome.status == 0 && !outcome.text.contains("synthetic"), "\(outcome.text)")
            }
            let brief = ["brief", file, "-q", fields, "--date", "2026-11-25", "--output"]
            let outcome = try Tool.run(brief + ["briefing"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let findings = try folder.read("briefing/findings.json")
            #expect(findings.contains(#""disclosureControl": {"threshold": 10, "base": 5}"#))
            #expect(!findings.contains("(synthetic)"))
            try FileManager.default.removeItem(at: folder.url("briefing"))
            let open = try Tool.run(brief + ["open", "--disclosure-control", "off"], in: folder)
            #expect(open.status == 64 && open.errors.contains("not marked as synthetic"), "\(open.errors)")
        }
    }

    /// Made data that are compared with a file without a mark are protected, and so is a register that was changed.
    @Test func everyFileOfABriefingMustBeMarked() throws {
        let folder = try Self.folder()
        try folder.write(try folder.read("made/census-2016.csv"), to: "population.csv")
        for population in ["population", "made/census-2016"] {
            try folder.write(
                "schema: singleout.release/1\ndata: made/census-2016.csv\nfields:\n  quasiIdentifiers: [\(Self.fields)]\n"
                    + "population:\n  data: \(population).csv\n", to: "\(population.prefix(4)).yml")
        }
        let brief = ["brief", "--release", "popu.yml", "--date", "2026-11-25", "--output"]
        let outcome = try Tool.run(brief + ["briefing"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try folder.read("briefing/findings.json").contains(#""disclosureControl": {"threshold": 10, "base": 5}"#))
        let open = try Tool.run(brief + ["open", "--disclosure-control", "off"], in: folder)
        #expect(
            open.status == 64 && open.errors.contains("population.csv: is not marked as synthetic"), "\(open.errors)")
        let marked = try Tool.run(brief.map { $0 == "popu.yml" ? "made.yml" : $0 } + ["marked"], in: folder)
        #expect(marked.status == 0, "\(marked.errors)")
        #expect(try folder.read("marked/findings.json").contains(#""disclosureControl": "off""#))
        _ = try MarkedTown.write(to: "town", in: folder)
        try folder.write(try folder.read("town/addresses.csv") + "\n", to: "town/addresses.csv")
        let requests = try Tool.run(
            [
                "brief", "town/census-2016.csv", "-q", "sex,postcode", "--register", "town", "--months", "1",
                "--requests", "5",
                "--runs", "1", "--output", "requests",
            ], in: folder)
        #expect(requests.status == 64, "\(requests.errors)")
        #expect(requests.errors.contains("town: its files are not marked as synthetic"), "\(requests.errors)")
    }
}
