import Foundation
import Singleout
import Testing

/// A briefing judges every rule of its release as `check` does, and gives away no figure that it may not.
struct BriefRuleTests {
    private typealias Rows = [[String: Any]]

    private static let open = ["--disclosure-control", "off", "--i-accept-disclosure"]

    /// Thirty men of one area with one diagnosis, each with a household, and two women who live together.
    private static func men(_ release: String) throws -> WorkFolder {
        let folder = try WorkFolder()
        let men = (1...30).map { "M,A,flu,2,\($0)\n" }.joined()
        try folder.write("sex,area,diagnosis,w,home\n\(men)F,B,flu,2,0\nF,B,cold,2,0\n", to: "men.csv")
        try folder.write("schema: singleout.release/1\ndata: men.csv\n" + release + "\n", to: "r.yml")
        return folder
    }

    /// The table of rules of a briefing.
    private static func rules(_ more: [String] = [], in folder: WorkFolder) throws -> Rows {
        let outcome = try Tool.run(["brief", "r.yml", "--output", "briefing"] + more, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.read("briefing/findings.json")
        #expect(!text.contains("not judged"))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let tables = object?["tables"] as? [String: [String: Any]]
        return try #require(tables?["policy"]?["rows"] as? Rows)
    }

    private static func checked(_ folder: WorkFolder) throws -> Rows {
        let outcome = try Tool.run(["check", "--release", "r.yml", "--format", "json"], in: folder)
        return try #require(outcome.json()["rules"] as? Rows, "\(outcome.errors)")
    }

    private static func verdicts(_ rules: Rows) -> [String] {
        rules.map { $0["met"] as? Bool == true ? "met" : "not met" }
    }

    @Test func sensitiveFields() throws {
        let folder = try Self.men(
            """
            fields: {quasiIdentifiers: [sex, area]}
            policy: {minK: 2, require: ["l(diagnosis)>=2", "t(diagnosis)<=0.2", "alpha(diagnosis)<=1"]}
            """)
        let expected = ["met", "not met", "not met", "met"]
        #expect(try Self.verdicts(Self.checked(folder)) == expected)
        let shown = try Self.rules(Self.open, in: folder)
        #expect(shown.map { $0["result"] as? String } == expected)
        // The women are 1/2 and 1/2 where the file is 31/32 and 1/32.
        #expect(shown.map { $0["found"] as? String } == ["2", "1", "46.9 %", "100.0 %"])
        #expect(
            try folder.read("briefing/briefing.md").contains("The data fail 2 of the 4 stated rules for release."))
        try FileManager.default.removeItem(at: folder.url("briefing"))
        let held = try Self.rules(in: folder)
        // Two records are in the smallest class, so its size is withheld, and no verdict may say what it is.
        #expect(held.allSatisfy { $0["result"] is NSNull })
        #expect(held.map { $0["found"] as? String } == ["[c]", "[c]", "[c]", "[c]"])
        #expect(try !folder.read("briefing/findings.json").contains("46.9"))
    }

    /// Figures that take more than the classes: the population, weights, households and families.
    @Test func everyKindOfFigure() throws {
        let folder = try Self.men(
            """
            fields: {quasiIdentifiers: [sex, area], weight: w, household: home}
            population: {size: 64}
            policy:
              threshold: 0.3
              maxRate: 0.5
              householdThreshold: 0.9
              require: ["kMap>=1000", "recordsAtRisk<=0.01", "householdRate<=1", "familiesAlone<=0.001", "highestRisk<0.9"]
            """)
        let checked = try Self.checked(folder)
        #expect(checked.count == 7 && checked.allSatisfy { $0["found"] is NSNumber })
        let shown = try Self.rules(Self.open, in: folder)
        #expect(shown.map { $0["result"] as? String } == Self.verdicts(checked))
        #expect(shown[3]["found"] as? String == "6.3 %" && shown[6]["found"] as? String == "50.0 %")
        let page = try folder.read("briefing/findings.json")
        #expect(page.contains("each record has a weight (w)"))
        #expect(!page.contains("nothing is sampled or estimated"))
        try FileManager.default.removeItem(at: folder.url("briefing"))
        let held = try Self.rules(in: folder)
        #expect(held.allSatisfy { $0["result"] is NSNull })
        #expect(held.allSatisfy { $0["found"] as? String == "[c]" })
    }

    /// A rule without an answer is not met, and an open briefing says why.
    @Test func withoutAnAnswer() throws {
        let folder = try Self.men(
            "fields: {quasiIdentifiers: [sex, area]}\npolicy: {require: ['recursiveC(diagnosis,2)<=9']}")
        let reason = "a class has fewer than 2 values"
        let shown = try Self.rules(Self.open, in: folder)
        #expect(shown[0]["found"] as? String == "n/a" && shown[0]["result"] as? String == "not met")
        #expect(try folder.read("briefing/briefing.md").contains(reason))
        try FileManager.default.removeItem(at: folder.url("briefing"))
        #expect(try Self.rules(in: folder)[0]["found"] as? String == "[c]")
        #expect(try !folder.read("briefing/findings.json").contains(reason))
    }

    /// A rule is about all fields together, also where the briefing combines fewer.
    @Test func fewerFieldsCombined() throws {
        let folder = try Self.men("fields: {quasiIdentifiers: [sex, area]}\npolicy: {minK: 3}")
        let shown = try Self.rules(Self.open + ["--max-size", "1"], in: folder)
        #expect(shown.map { $0["found"] as? String } == ["2"] && shown[0]["result"] as? String == "not met")
        try FileManager.default.removeItem(at: folder.url("briefing"))
        #expect(try Self.rules(["--max-size", "1"], in: folder).map { $0["found"] as? String } == ["[c]"])
    }

    /// What `check` refuses, a briefing refuses before it reads the data.
    @Test(arguments: [
        (["--require", "kMap>=5"], "--population"), (["--require", "householdRate<=0.5"], "--household"),
        (["--household-threshold", "0.5"], "--household"),
        (["--require", "familiesAlone<=0.5"], "Nothing says which records are a family"),
        (["--weight", "w"], "a rule about it"), (["--household", "home"], "a rule about it"),
        (["--require", "l(sex)>=2"], "one role"),
        (["--risk-threshold", "0.5"], "--risk-threshold requires a rule about it"),
        (["--risk-threshold", "2", "--require", "recordsAtRisk<=1"], "above 0 and up to 1"),
        (["--sensitive", "diagnosis", "--entropy", "grassberger"], "--entropy requires a rule about it"),
        (
            ["--ordered", "diagnosis", "--require", "l(diagnosis)>=1"],
            "--ordered requires a rule about it"
        ),
        (
            ["--sensitive", "w", "--ordered", "w", "--require", "t(diagnosis)<=1"],
            "--ordered requires a rule about it"
        ),
        (
            ["--value-hierarchy", "diagnosis=h.csv", "--require", "entropyL(diagnosis)>=1"],
            "--value-hierarchy requires a rule about it"
        ),
        (["--weight", "w", "--approximate", "--household", "home", "--require", "k>=1"], "a rule about it"),
    ])
    func refuses(more: [String], word: String) throws {
        let folder = try Self.men("fields: {quasiIdentifiers: [sex, area]}")
        let outcome = try Tool.run(["brief", "r.yml", "--output", "briefing"] + more, in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains(word), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("briefing")))
    }

    struct Choice: Sendable, CustomTestStringConvertible {
        /// What the release states below its fields.
        let release: String
        let rule: String
        let flags: [String]
        /// What is found with the choice, and what without it.
        let found: (with: String, without: String)

        var testDescription: String { rule }
    }

    private static let choices = [
        Choice(
            release: "policy: {threshold: 0.5, require: ['recordsAtRisk<=0.01']}", rule: "recordsAtRisk<=0.01",
            flags: ["--risk-threshold", "0.5"], found: ("0.0 %", "6.3 %")),
        // The file has 10, 11 and 11 of the scores 1, 2 and 3, the women 0, 1 and 1: a share of 10/32 moves to 2 and 3, half
        // of it to each. Where 1 and 2 are neighbours the half that moves to 2 counts half.
        Choice(
            release: "ordered: [score]\npolicy: {require: ['t(score)<=0.25']}", rule: "t(score)<=0.25",
            flags: ["--ordered", "score"], found: ("23.4 %", "31.3 %")),
        Choice(
            release: "hierarchies: {score: h.csv}\npolicy: {require: ['t(score)<=0.3']}", rule: "t(score)<=0.3",
            flags: ["--value-hierarchy", "score=h.csv"], found: ("23.4 %", "31.3 %")),
        Choice(
            release: "entropy: grassberger\npolicy: {require: ['entropyL(score)>=2.5']}", rule: "entropyL(score)>=2.5",
            flags: ["--entropy", "grassberger"], found: ("3.0", "2")),
    ]

    /// A briefing by flags alone is that by the release, also where a rule is about a figure that a choice changes.
    @Test(arguments: choices) func flagsAloneAreTheRelease(of choice: Choice) throws {
        let folder = try WorkFolder()
        let men = (1...30).map { "M,A,\($0 % 3 + 1)\n" }.joined()
        try folder.write("sex,area,score\n\(men)F,B,2\nF,B,3\n", to: "men.csv")
        try folder.write("score,group,any\n1,low,all\n2,low,all\n3,high,all\n", to: "h.csv")
        let fields = "schema: singleout.release/1\ndata: men.csv\nfields: {quasiIdentifiers: [sex, area]}\n"
        try folder.write(fields + choice.release + "\n", to: "r.yml")
        let common = ["--date", "2026-11-25", "--title", "A", "--output"]
        func rows(_ arguments: [String], _ name: String) throws -> Rows {
            let outcome = try Tool.run(["brief"] + arguments + Self.open + common + [name], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            let object = try JSONSerialization.jsonObject(with: Data(folder.read("\(name)/findings.json").utf8))
            let tables = (object as? [String: Any])?["tables"] as? [String: [String: Any]]
            return try #require(tables?["policy"]?["rows"] as? Rows)
        }
        let flags = ["men.csv", "-q", "sex,area", "--require", choice.rule]
        let byFlag = try rows(flags + choice.flags, "flags")
        let byKey = try rows(["r.yml"], "keys")
        #expect(byFlag.map { $0["found"] as? String } == [choice.found.with])
        #expect(byFlag.map { $0["result"] as? String } == ["met"] && byKey.map { $0["result"] as? String } == ["met"])
        let pages = try (folder.read("keys/briefing.md"), folder.read("flags/briefing.md"))
        let differences = Set(pages.0.components(separatedBy: "\n")).symmetricDifference(
            pages.1.components(separatedBy: "\n"))
        #expect(differences.allSatisfy { $0.contains("r.yml") }, "\(differences)")
        let plain = try rows(flags, "plain")
        #expect(plain.map { $0["found"] as? String } == [choice.found.without])
        #expect(plain.map { $0["result"] as? String } == ["not met"])
    }

    /// A population's size, a rule about it and what a briefing says of samples are had by flags, too.
    @Test func sizeOfThePopulation() throws {
        let folder = try Self.men("fields: {quasiIdentifiers: [sex, area]}")
        let shown = try Self.rules(
            Self.open + ["--population", "64", "--sampling-fraction", "0.5", "--require", "kMap>=1000"], in: folder)
        #expect(shown.map { $0["result"] as? String } == ["not met"])
        let page = try folder.read("briefing/briefing.md")
        #expect(page.contains("a population size is stated and a sampling fraction is stated"))
    }

    /// The keys that a briefing has no option for are those that it does not use, and other files and mappings.
    @Test func everyKeyOfABriefingHasAnOption() throws {
        let brief = try #require(CommandDescription.ofTool().commands.first { $0.commandName == "brief" })
        let options = Set(brief.arguments.flatMap { $0.names ?? [] }.map(\.typed))
        let without = Set(Settings.all.compactMap(\.key)).filter { key in
            !Settings.all.contains { $0.key == key && ($0.option == "DATA" || options.contains($0.option)) }
        }
        #expect(
            without == [
                "schema", "fields.identifier", "across.files", "across.fields", "link.compare", "link.prevalence",
                "link.frequencies", "link.weights", "policy.minCell",
            ])
    }

    /// The options say what the keys say.
    @Test func optionsAreKeys() throws {
        let folder = try Self.men("fields: {quasiIdentifiers: [sex, area]}")
        let shown = try Self.rules(
            Self.open + [
                "--weight", "w", "--max-rate", "0.5", "--household", "home", "--household-threshold", "0.9",
            ], in: folder)
        #expect(shown.map { $0["result"] as? String } == ["met", "met"])
    }
}
