import Foundation
import Testing

/// A briefing with every section: its numbers are those of the commands that answer one question each.
struct WholeBriefTests {
    private static let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets")
    private static var census: String { datasets.appendingPathComponent("town/census-2016.csv").path }
    private static var town: String { datasets.appendingPathComponent("town").path }
    private static let fields = "sex,date_of_birth,postcode,ethnicity,sen"
    private static let settings = ["--date", "2026-11-25", "--unit", "pupils"]
    private static let analyses = [
        "--by", "ethnicity,sen", "--infer", "address,surname", "--members", "sex,date_of_birth", "--area", "lsoa",
    ]

    private static func brief(_ more: [String], in folder: WorkFolder) throws {
        let outcome = try Tool.run(
            ["brief", census, "-q", fields, "--output", "briefing"] + settings + analyses + more, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private static func tables(_ folder: WorkFolder) throws -> [String: [[String: Any]]] {
        let data = try Data(contentsOf: folder.url("briefing/findings.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return (object["tables"] as? [String: [String: Any]] ?? [:]).mapValues { $0["rows"] as? [[String: Any]] ?? [] }
    }

    private static func number(_ value: Any?) throws -> Double { try #require((value as? NSNumber)?.doubleValue) }

    private static func expect(_ found: Any?, equals other: Any?, _ what: String) throws {
        let (one, two) = (try number(found), try number(other))
        #expect(abs(one - two) <= 1e-12 * max(1, abs(two)), "\(what): \(one), not \(two)")
    }

    @Test func familiesAreThoseOfFamilies() throws {
        let folder = try WorkFolder()
        try Self.brief([], in: folder)
        let tables = try Self.tables(folder)
        let object = try Tool.run(
            [
                "families", Self.census, "-q", "sex,date_of_birth", "--infer", "address,surname", "--area", "lsoa",
                "--format", "json",
            ], in: folder
        ).json()
        let rows = try #require(tables["families"])
        let all = try #require(rows.last)
        #expect(all["members"] as? String == "All")
        #expect(all["families"] as? Int == object["familiesCounted"] as? Int ?? object["families"] as? Int)
        #expect(all["unique"] as? Int == object["unique"] as? Int)
        try Self.expect(all["share"], equals: object["uniqueShare"], "share of families")
        let reach = try #require(object["reach"] as? [String: Any])
        try Self.expect(tables["family-reach"]?.first?["mean"], equals: reach["mean"], "reach")
        #expect(rows.dropLast().reduce(0) { $0 + ($1["unique"] as? Int ?? 0) } == all["unique"] as? Int)
    }

    @Test func groupsAreThoseOfGroups() throws {
        let folder = try WorkFolder()
        try Self.brief([], in: folder)
        let tables = try Self.tables(folder)
        let object = try Tool.run(
            ["groups", Self.census, "-q", Self.fields, "--by", "ethnicity,sen", "--format", "json"], in: folder
        ).json()
        for (number, comparison) in try #require(object["groups"] as? [[String: Any]]).enumerated() {
            let rows = try #require(tables["groups-\(number + 1)"])
            let groups = try #require(comparison["groups"] as? [[String: Any]])
            #expect(rows.count == groups.count + 1)
            for (row, group) in zip(rows, groups) {
                if let name = group["group"] as? String { #expect(row["group"] as? String == name) }
                #expect(row["records"] as? Int == group["records"] as? Int)
                let mean = try #require(group["uniqueness"] as? [String: Any])
                try Self.expect(row["uniqueness"], equals: mean["value"], "uniqueness of a group")
                let interval = try #require(mean["interval"] as? [String: Any])
                try Self.expect(row["lower"], equals: interval["lower"], "lower end")
                try Self.expect(row["upper"], equals: interval["upper"], "upper end")
            }
        }
        let concentration = try #require(object["concentration"] as? [String: Any])
        try Self.expect(tables["concentration"]?.first?["halfOfRisk"], equals: concentration["halfOfRisk"], "half")
    }

    /// Every change of every combination is what `recode` and `measure` find.
    @Test func changesAreThoseOfRecode() throws {
        let folder = try WorkFolder()
        try Self.brief([], in: folder)
        let rows = try #require(try Self.tables(folder)["changes"])
        let object = try Tool.run(["recode", Self.census, "-q", Self.fields, "--format", "json"], in: folder).json()
        let whole = Self.fields.split(separator: ",").joined(separator: " + ")
        var compared = 0
        for change in try #require(object["changes"] as? [[String: Any]]) {
            let name = change["name"] as? String == "dropped" ? "left out" : change["name"] as? String
            let row = try #require(
                rows.first {
                    $0["fields"] as? String == whole && $0["field"] as? String == change["field"] as? String
                        && $0["level"] as? String == name
                })
            #expect(row["uniques"] as? Int == change["uniques"] as? Int)
            #expect(row["k"] as? Int == change["k"] as? Int)
            compared += 1
        }
        #expect(compared == rows.count { $0["fields"] as? String == whole })
        // Of smaller combinations, two by themselves.
        for (fields, field, level) in [
            ("sex,date_of_birth", "date_of_birth", "month"), ("postcode,ethnicity,sen", "postcode", "district"),
        ] {
            let recoded = try Tool.run(
                ["recode", Self.census, "-q", fields, "--apply", "\(field)=\(level)", "--format", "json"], in: folder
            ).json()
            let released = try #require((recoded["chosen"] as? [String: Any])?["released"] as? [String: Any])
            let row = try #require(
                rows.first {
                    $0["fields"] as? String == fields.split(separator: ",").joined(separator: " + ")
                        && $0["field"] as? String == field && $0["level"] as? String == level
                })
            #expect(row["uniques"] as? Int == released["uniques"] as? Int)
            #expect(row["k"] as? Int == released["k"] as? Int)
        }
    }

    @Test func requestsAreThoseOfSimulate() throws {
        let folder = try WorkFolder()
        let few = ["--months", "4", "--requests", "20", "--runs", "6", "--seed", "5"]
        try Self.brief(["--register", Self.town] + few, in: folder)
        let tables = try Self.tables(folder)
        let object = try Tool.run(["simulate", "--register", Self.town, "--format", "json"] + few, in: folder).json()
        let total = try #require(object["total"] as? [String: Any])
        for (row, name) in [(2, "matched"), (4, "wrong"), (8, "newerAddress"), (12, "reached")] {
            let found = try #require(tables["requests"]?[row])
            let summary = try #require(total[name] as? [String: Any])
            for (key, other) in [("mean", "mean"), ("lower", "lower"), ("upper", "upper")] {
                try Self.expect(found[key], equals: summary[other], "\(name) \(key)")
            }
        }
        let months = try #require(object["months"] as? [[String: Any]])
        let rows = try #require(tables["requests-by-month"])
        #expect(rows.count == 4)
        for (row, month) in zip(rows, months) {
            let matched = try #require((month["cumulative"] as? [String: Any])?["matched"] as? [String: Any])
            try Self.expect(row["matched"], equals: matched["mean"], "returned so far")
        }
        let page = try folder.read("briefing/briefing.html")
        #expect(page.contains("id=\"figure-requests-by-month\""))
        #expect(page.contains("with seed 5"))
        #expect(FileManager.default.fileExists(atPath: folder.path("briefing/figures/requests-by-month.svg")))
    }

    /// With control on, no count of people between 1 and 9 is in any table, and none follows from sums of a column.
    @Test func controlHoldsInEverySection() throws {
        let folder = try WorkFolder()
        try Self.brief(["--disclosure-control", "on"], in: folder)
        let counts = ["families", "unique", "records", "uniques", "recordsBelow5", "recordsBelow10"]
        var (withheld, shown) = (0, 0)
        for (name, rows) in try Self.tables(folder) where name != "assessment" {
            for row in rows {
                for key in counts where row.keys.contains(key) {
                    if row[key] is NSNull {
                        withheld += 1
                    } else if let count = row[key] as? Int {
                        shown += 1
                        #expect((count == 0 || count >= 10) && count.isMultiple(of: 5), "\(name) \(key)")
                    }
                }
            }
        }
        #expect(withheld > 10 && shown > 100)
        let text = try folder.read("briefing/briefing.md")
        #expect(text.contains("smaller group"))
        #expect(!text.contains("merged: "))
    }

    /// The sections of a release file name the analyses, as flags do.
    @Test func aReleaseNamesTheAnalyses() throws {
        let folder = try WorkFolder()
        try folder.write(
            """
            schema: singleout.release/1
            data: \(Self.census)
            fields:
              quasiIdentifiers: [sex, date_of_birth, postcode]
            groups: [ethnicity]
            families:
              infer: [address, surname]
              members: [sex, date_of_birth]
              area: lsoa
              precision: month
            requests:
              register: \(Self.town)
              months: 2
              requests: 10
              runs: 3
              seed: 9
            policy:
              minK: 5
              maxUniqueness: 0.99
            """, to: "release.yml")
        let outcome = try Tool.run(["brief", "release.yml", "--output", "briefing"] + Self.settings, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let tables = try Self.tables(folder)
        #expect(tables["requests-by-month"]?.count == 2)
        #expect(tables["families"] != nil && tables["groups-1"] != nil)
        #expect(tables["family-combinations"]?.contains { $0["fields"] as? String == "date_of_birth (month)" } == true)
        let policy = try #require(tables["policy"])
        #expect(policy.map { $0["result"] as? String } == ["not met", "met"])
        #expect(policy[0]["found"] as? String == "1" && policy[0]["limit"] as? String == "5")
        let simulated = try Tool.run(["simulate", "--release", "release.yml", "--format", "json"], in: folder).json()
        let matched = try #require((simulated["total"] as? [String: Any])?["matched"] as? [String: Any])
        try Self.expect(tables["requests"]?[2]["mean"], equals: matched["mean"], "returned")
        let families = try Tool.run(["families", "--release", "release.yml", "--format", "json"], in: folder).json()
        #expect(tables["families"]?.last?["unique"] as? Int == families["unique"] as? Int)
    }

    @Test(arguments: [
        (["--members", "sex"], "--members"), (["--area", "lsoa"], "--area"), (["--months", "3"], "--months"),
        (["--seed", "3"], "--seed"), (["--min-group", "20"], "--min-group"),
        (["--levels", "postcode=nonsense>"], "--levels"),
    ])
    func optionsThatSayNothing(more: [String], word: String) throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(
            ["brief", Self.census, "-q", Self.fields, "--output", "briefing"] + more, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(try folder.names().isEmpty)
    }

    /// The data through a pipe say the same: all of it is read, as the header cannot be looked at first.
    @Test func throughAPipe() throws {
        let folder = try WorkFolder()
        try Self.brief([], in: folder)
        let arguments = ["-q", Self.fields, "--output", "piped"] + Self.settings + Self.analyses
        let command =
            "singleout brief - " + arguments.joined(separator: " ")
            + " --disclosure-control off --i-accept-disclosure < \(Self.census)"
        _ = try Tool.shell(command, in: folder)
        for name in ["families", "groups-1", "changes", "family-combinations"] {
            let piped = try folder.read("piped/tables/\(name).csv")
            #expect(try folder.read("briefing/tables/\(name).csv") == piped)
        }
    }

    /// The rows of a CSV file without quotes.
    private static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, values))
        }
    }

    private static var sample: String { datasets.appendingPathComponent("sample.csv").path }

    /// What classes give away of other fields, how they look in the population, and who is matched in another file: each
    /// counted here once more, the plain way.
    @Test func learnedPopulationAndOtherFiles() throws {
        let folder = try WorkFolder()
        let lines = try String(contentsOfFile: Self.sample, encoding: .utf8).split(separator: "\n")
        try folder.write(lines.prefix(2_001).joined(separator: "\n") + "\n", to: "some.csv")
        try folder.write(
            """
            schema: singleout.release/1
            data: some.csv
            fields:
              quasiIdentifiers: [sex, school, ethnicity]
              sensitive: [fsm, sen]
            population:
              data: \(Self.sample)
            across:
              files: [\(Self.sample)]
            """, to: "release.yml")
        let outcome = try Tool.run(
            [
                "brief", "release.yml", "--output", "briefing", "--disclosure-control", "off", "--i-accept-disclosure",
            ], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let tables = try Self.tables(folder)
        let (some, all) = (try Self.rows(folder.path("some.csv")), try Self.rows(Self.sample))
        func key(_ row: [String: String]) -> [String?] { ["sex", "school", "ethnicity"].map { row[$0] } }
        let classes = Dictionary(grouping: some, by: key)
        for (row, field) in zip(try #require(tables["learned"]), ["fsm", "sen"]) {
            // An empty value is not learned.
            let equal = classes.values.filter { rows in
                Set(rows.map { $0[field] }).count == 1 && rows.contains { !($0[field] ?? "").isEmpty }
            }.map(\.count)
            #expect(row["field"] as? String == field)
            #expect(row["alone"] as? Int == equal.count { $0 == 1 })
            #expect(row["together"] as? Int == equal.reduce(0) { $0 + ($1 > 1 ? $1 : 0) })
            let known = some.compactMap { $0[field] }.filter { !$0.isEmpty }
            #expect(row["learned"] as? Int == equal.reduce(0, +))
            #expect(row["known"] as? Int == known.count)
            let most = Dictionary(grouping: known) { $0 }.values.map(\.count).max() ?? 0
            #expect(row["share"] as? Double == Double(equal.reduce(0, +)) / Double(known.count))
            #expect(row["mostFrequent"] as? Double == Double(most) / Double(known.count))
        }
        let people = Dictionary(grouping: all, by: key).mapValues(\.count)
        let sizes = some.map { people[key($0)] ?? 0 }
        #expect(
            try #require(tables["population"]).map { $0["records"] as? Int }
                == [2, 5, 10, .max].map { size in
                    sizes.count { $0 < size }
                })
        let across = try Tool.run(
            ["across", "some.csv", Self.sample, "--release", "release.yml", "--format", "json"], in: folder
        ).json()
        let comparison = try #require((across["comparisons"] as? [[String: Any]])?.first)
        let entries = try #require(comparison["combinations"] as? [[String: Any]])
        let rows = try #require(tables["across"])
        #expect(rows.count == entries.count && rows.count == 7)
        for (row, entry) in zip(rows, entries) {
            #expect(row["fields"] as? String == (entry["fields"] as? [String])?.joined(separator: " + "))
            for name in ["exactlyOne", "several", "none"] { #expect(row[name] as? Int == entry[name] as? Int) }
        }
        let text = try folder.read("briefing/briefing.md")
        #expect(text.contains("are alone in the population too."))
        #expect(text.contains("have it given away for certain. "))
    }
}
