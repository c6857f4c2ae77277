import Foundation
import Testing

/// Sentences of a briefing against numbers that can be worked out by hand.
struct BriefSentenceTests {
    private static let open = ["--disclosure-control", "off", "--i-accept-disclosure", "--unit", "pupils"]

    /// The text and the findings of a briefing of a file.
    private static func brief(_ data: String, _ more: [String]) throws -> (text: String, findings: [String: Any]) {
        let folder = try WorkFolder()
        try folder.write(data, to: "data.csv")
        try folder.write(
            "schema: singleout.release/1\ndata: data.csv\nfields:\n  quasiIdentifiers: [x]\n  sensitive: [s]\n",
            to: "s.yml")
        let outcome = try Tool.run(["brief", "data.csv", "--output", "b"] + more + open, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(folder.read("b/findings.json").utf8)) as? [String: Any]
        return (try folder.read("b/briefing.md"), object ?? [:])
    }

    private static func rows(_ findings: [String: Any], _ table: String) throws -> [[String: Any]] {
        let tables = try #require(findings["tables"] as? [String: [String: Any]])
        return try #require(tables[table]?["rows"] as? [[String: Any]])
    }

    private static func titles(_ findings: [String: Any]) -> [String] {
        (findings["figures"] as? [[String: Any]] ?? []).compactMap { $0["title"] as? String }
    }

    /// Twenty groups of ten, everybody alone.
    private static let allAlone =
        "key,group\n" + (0..<200).map { "\($0),G\(String(UnicodeScalar(UInt8(65 + $0 % 20))))\n" }.joined()

    @Test func everybodyAlone() throws {
        let (text, findings) = try Self.brief(Self.allAlone, ["-q", "key", "--by", "group"])
        #expect(text.contains("The risk is spread evenly: all pupils have the same risk."))
        #expect(!text.contains("not spread evenly") && !text.contains("most frequent for"))
        // Twenty groups tie, and twelve bars are shown: nobody is named, and the title says so.
        #expect(Self.titles(findings).contains("Being alone by group: 12 of the 20 groups"))
        #expect(text.contains("12 of the 20 groups, some of those with the highest uniqueness"))
        #expect(!text.contains("are in classes of fewer than 10"))
        let assessment = try Self.rows(findings, "assessment")
        #expect(assessment[0]["people"] as? Int == 200)
        #expect(assessment[0]["likelihood"] as? String == "Probable")
        #expect(assessment[0]["overall"] as? String == "High")
    }

    @Test func nobodyAlone() throws {
        let data = "key,group\n" + (0..<80).map { "\($0 % 2),\($0 % 4)\n" }.joined()
        let (text, findings) = try Self.brief(data, ["-q", "key", "--by", "group"])
        #expect(text.contains("The risk is spread evenly: all pupils have the same risk."))
        #expect(
            text.contains("could pick out no person with certainty; the worst-placed pupils are in classes of 40."))
        let assessment = try Self.rows(findings, "assessment")
        #expect(assessment[0]["likelihood"] as? String == "None")
        #expect(assessment.last?["people"] as? Int == 80)
        #expect(assessment.last?["likelihood"] as? String == "Remote")
        #expect(assessment.last?["overall"] as? String == "Low")
    }

    /// 80 alone of 1,000 are few, and each of them is picked out with certainty.
    @Test func aSmallShareIsNotASmallRisk() throws {
        let data = "key\n" + (0..<1_000).map { "\($0 < 80 ? $0 : 99)\n" }.joined()
        let (text, findings) = try Self.brief(data, ["-q", "key"])
        #expect(text.contains("could pick out 80 of the pupils (8.0 %) with certainty."))
        let first = try #require(try Self.rows(findings, "assessment").first)
        #expect(first["likelihood"] as? String == "Probable" && first["overall"] as? String == "High")
    }

    /// 100 and 138 alone of 1,000: whether that is chance is for a test to say, and none is made.
    @Test func groupsAreNotSaidToDifferOrNot() throws {
        let data =
            "key,group\n"
            + (0..<2_000).map { record in
                let isAlone = record < 1_000 ? record < 100 : record < 1_138
                return "\(isAlone ? "k\(record)" : "same"),\(record < 1_000 ? "a" : "b")\n"
            }.joined()
        let (text, findings) = try Self.brief(data, ["-q", "key", "--by", "group"])
        let groups = try Self.rows(findings, "groups-1")
        #expect(groups.map { $0["uniques"] as? Int } == [100, 138, 238])
        for words in ["chance could explain", "most frequent", "alone most often", "does not differ", "groups differ"] {
            #expect(!text.contains(words), "\(words)")
        }
        #expect(Self.titles(findings).contains("Being alone by group"))
        let command = try WorkFolder()
        try command.write(data, to: "data.csv")
        let answer = try Tool.run(["groups", "data.csv", "-q", "key", "--by", "group"], in: command).text
        #expect(!answer.contains("highest for") && !answer.contains("lowest for"))
    }

    /// Two fields with the same values add the same, and leaving out either changes the same.
    @Test func aTieNamesNoField() throws {
        let data = "one,other\n" + (0..<12).map { "\($0),\($0)\n" }.joined()
        let (text, findings) = try Self.brief(data, ["-q", "one,other"])
        // The heading asks; no sentence answers.
        let answers = text.replacing("## Which field adds most risk", with: "")
        #expect(!answers.contains("adds most") && !answers.contains("helps most"))
        #expect(Self.titles(findings).contains("What each field adds to what singles people out"))
        #expect(!Self.titles(findings).contains { $0.hasPrefix("Every further field") })
    }

    /// Classes of x: 1 has s s, 2 has s and none, 3 and 4 none, 5 alone has t: of the four with a value three are learned.
    @Test func anEmptyValueIsNotLearned() throws {
        let data = "x,s\n1,s\n1,s\n2,s\n2,\n3,\n3,\n4,\n5,t\n"
        let (text, findings) = try Self.brief(data, ["--release", "s.yml"])
        let row = try #require(try Self.rows(findings, "learned").first)
        #expect(row["values"] as? Int == 2 && row["known"] as? Int == 4)
        #expect(row["alone"] as? Int == 1 && row["together"] as? Int == 2 && row["learned"] as? Int == 3)
        #expect(row["share"] as? Double == 0.75 && row["mostFrequent"] as? Double == 0.75)
        #expect(
            text.contains("Of the 4 pupils who have a value of s, about 3 in 4 (75.0 %) have it given away for certain")
        )
        let learned = try #require(
            try Self.rows(findings, "assessment").first { ($0["risk"] as? String)?.contains("value of s") ?? false })
        #expect(learned["people"] as? Int == 3 && learned["overall"] as? String == "High")
    }

    @Test func aFieldWithoutValuesTeachesNothing() throws {
        let (text, findings) = try Self.brief("x,s\n1,\n2,\n2,\n", ["--release", "s.yml"])
        #expect(!text.contains("given away for certain"))
        #expect(try Self.rows(findings, "learned").first?["learned"] as? Int == 0)
    }

    /// The town has some thousand pupils; the same sentence that counts wrong children says what that proves.
    @Test func aSmallRegisterProvesNothing() throws {
        let town = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("datasets/town").path
        let few = ["--register", town, "--months", "2", "--requests", "30", "--runs", "5"]
        let (text, findings) = try Self.brief("x\n1\n2\n", ["-q", "x"] + few)
        let headline = try #require(text.split(separator: "\n").first { $0.contains("of these") })
        let sentence = try #require(headline.components(separatedBy: ". ").first { $0.contains("another child's") })
        #expect(sentence.contains("which proves nothing about wrong children: the register has only"))
        // Children have no decimals in a sentence.
        #expect(!headline.contains(where: { $0 == "." }) || !headline.contains(/[0-9]\.[0-9]/))
        let wrong = try #require(
            try Self.rows(findings, "assessment").first {
                ($0["risk"] as? String)?.contains("another child's") ?? false
            })
        #expect(wrong["overall"] as? String == "To be judged")
        let answer = try Tool.run(["simulate"] + few, in: WorkFolder()).text.replacing("\n", with: " ")
        #expect(answer.contains("which proves nothing about wrong children"))
    }
}
