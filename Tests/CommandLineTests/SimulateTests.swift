import Foundation
import Testing

/// `singleout simulate` on the town in `datasets/`.
struct SimulateTests {
    private static let town = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("datasets/town").path
    /// A folder with the town, which is large, in another name.
    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("town"), withDestinationPath: town)
        return folder
    }

    static let few = ["--months", "2", "--requests", "30", "--runs", "5"]

    private func run(_ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(["simulate", "--register", Self.town] + arguments, in: WorkFolder())
    }

    @Test func json() throws {
        let outcome = try run(Self.few + ["--format", "json", "--coverage", "0.5"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.simulate/1")
        #expect((object["synthetic"] as? [String: Any])?["seed"] as? Int == 1)
        #expect(object["requests"] as? Int == 60)
        #expect(object["monthCount"] as? Int == 2)
        let months = try #require(object["months"] as? [[String: Any]])
        #expect(months.count == 2)
        func mean(_ counts: Any?, _ name: String) throws -> Double {
            let counts = try #require(counts as? [String: Any])
            return try #require((counts[name] as? [String: Any])?["mean"] as? Double)
        }
        let total = object["total"]
        #expect(try mean(total, "requests") == 60)
        #expect(try mean(months[1]["cumulative"], "matched") == mean(total, "matched"))
        #expect(try mean(months[0]["own"], "requests") == 30)
        #expect(try mean(total, "right") + mean(total, "wrong") == mean(total, "matched"))
        // With half of the children in a register of one town, nearly all of these are found.
        #expect(try mean(total, "right") > 0.8 * mean(total, "present"))
        let groups = try #require(object["groups"] as? [[String: Any]])
        #expect(Set(groups.compactMap { $0["by"] as? String }) == ["ethnicity", "region", "phase"])
        #expect(object["published"] is NSNull)
        #expect(object["publishedReason"] is String)
    }

    @Test func publishedVolumesAreNamed() throws {
        let outcome = try run(["--volume", "2016", "--runs", "1", "--format", "json", "--knowledge", "name-dob"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        let published = try #require(object["published"] as? [String: Any])
        #expect(published["returned"] as? Int == 531 && published["requests"] as? Int == 2_461)
        let matched = try #require((object["total"] as? [String: Any])?["matched"] as? [String: Any])
        #expect(matched["lower"] is NSNull)
        #expect(matched["lowerReason"] as? String == "one run has no spread; ask for more with --runs")
    }

    @Test(arguments: ["table", "markdown", "latex", "csv", "json"])
    func everyFormatIsWrittenAndNamesNobody(format: String) throws {
        let outcome = try run(Self.few + ["--format", format])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.text.isEmpty)
        // The most frequent surname and forename of the town, and its postcodes.
        for name in ["Smith", "Oliver", "QA1"] { #expect(!outcome.text.contains(name)) }
        if format == "table" { #expect(outcome.text.contains("(synthetic)")) }
    }

    @Test(arguments: [
        (["--months", "0"], "--months needs"), (["--requests", "0"], "--requests needs"),
        (["--coverage", "2"], "--coverage needs"), (["--runs", "0"], "--runs needs"),
        (["--address-age=-1"], "--address-age needs"), (["--requests", "1500"], "it has 4700"),
    ])
    func wrongUsageSaysWhatIsNeeded(arguments: [String], message: String) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func missingFilesAreNamed() throws {
        let folder = try WorkFolder()
        let nothing = try Tool.run(["simulate", "--register", "nowhere"], in: folder)
        #expect(nothing.status == 2)
        #expect(nothing.errors.contains("nowhere has no extract.csv"), "\(nothing.errors)")
        let part = try WorkFolder()
        for file in ["extract.csv", "truth"] {
            try FileManager.default.copyItem(atPath: Self.town + "/" + file, toPath: part.path(file))
        }
        let outcome = try Tool.run(["simulate", "--register", "."], in: part)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("has no addresses.csv"), "\(outcome.errors)")
    }

    /// A family file that lost a pupil is an error with the file's name, not a wrong answer.
    @Test func filesThatDoNotFitAreNamed() throws {
        let folder = try WorkFolder()
        try FileManager.default.copyItem(atPath: Self.town, toPath: folder.path("town"))
        let families = try folder.read("town/truth/families.csv").split(separator: "\n")
        try folder.write(families.dropLast().joined(separator: "\n") + "\n", to: "town/truth/families.csv")
        let outcome = try Tool.run(["simulate", "--register", "town"] + Self.few, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("town/truth/families.csv: 1 record where a pupil"), "\(outcome.errors)")
    }

    /// The parts of a register in other notations: the answer is that of one notation, and where nothing is in common none.
    @Test(arguments: ["truth/families.csv", "addresses.csv", "census-2016.csv"])
    func filesInOtherNotations(file: String) throws {
        let folder = try WorkFolder()
        try FileManager.default.copyItem(atPath: Self.town, toPath: folder.path("town"))
        // Numbers of a letter and twelve digits become numbers of thirteen.
        func rewrite(_ name: String, _ number: (Substring) -> String) throws {
            let lines = try folder.read("town/" + name).split(separator: "\n")
            let place = try #require(lines[0].split(separator: ",").firstIndex(of: "pupil_number"))
            let rest = lines.dropFirst().map { line in
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                let text = number(cells[place])
                cells[place] = text[...]
                return cells.joined(separator: ",")
            }
            try folder.write(([String(lines[0])] + rest).joined(separator: "\n") + "\n", to: "town/" + name)
        }
        for name in ["truth/extract.csv", "truth/families.csv", "addresses.csv", "census-2016.csv"] {
            try rewrite(name) { "1" + $0.dropFirst() }
        }
        let arguments = ["simulate", "--register", "town", "--format", "csv"] + Self.few
        let plain = try Tool.run(arguments, in: folder)
        #expect(plain.status == 0, "\(plain.errors)")
        try rewrite(file) { $0 + ".0" }
        let decimals = try Tool.run(arguments, in: folder)
        #expect(decimals.status == 0 && decimals.output == plain.output, "\(decimals.errors)")
        try rewrite(file) { "x" + $0 }
        let apart = try Tool.run(arguments, in: folder)
        #expect(apart.status == 2 && apart.output.isEmpty)
        #expect(
            apart.errors.contains(
                "The field 'pupil_number' has no value in common in town/truth/extract.csv and town/\(file)"),
            "\(apart.errors)")
        #expect(!apart.errors.contains("--allow-disjoint"))
    }
}
