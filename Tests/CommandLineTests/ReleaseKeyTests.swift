import Foundation
import Testing

/// What a release file says, a flag says as well, with the same answer.
struct ReleaseKeyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let key: String
        let release: String
        let command: [String]
        let flags: [String]
        /// Whether the answer is another one without either.
        var changes = true

        var testDescription: String { key }
    }

    private static let cases = [
        Case(
            key: "lines.skip", release: "lines: {skip: 1}", command: ["measure", "titled.csv", "-q", "sex"],
            flags: ["--skip-lines", "1"]),
        Case(
            key: "lines.rows", release: "lines: {rows: 20}", command: ["measure", "a.csv", "-q", "sex"],
            flags: ["--rows", "20"]),
        Case(
            key: "lines.keepEmptyRecords", release: "lines: {keepEmptyRecords: true}",
            command: ["measure", "gap.csv", "-q", "sex"], flags: ["--keep-empty-records"]),
        Case(
            key: "lines of one file of two", release: "data: a.csv\nlines: {rows: 60}",
            command: ["across", "a.csv", "b.csv"],
            flags: [], changes: false),
        Case(
            key: "matchText", release: "matchText: folded",
            command: ["measure", "a.csv", "-q", "area", "--population-data", "upper.csv"],
            flags: ["--match-text", "folded"]),
        Case(
            key: "minGroup", release: "minGroup: 9", command: ["groups", "a.csv", "-q", "sex", "--by", "area"],
            flags: ["--min-group", "9"]),
        Case(
            key: "entropy", release: "entropy: grassberger",
            command: ["measure", "a.csv", "-q", "sex,area", "--sensitive", "year"], flags: ["--entropy", "grassberger"]),
        Case(
            key: "approximate", release: "approximate: true",
            command: ["measure", "a.csv", "-q", "area", "--weight", "w"], flags: ["--approximate"]),
        Case(
            key: "population.samplingFraction", release: "population: {samplingFraction: 0.1}",
            command: ["suda", "a.csv", "-q", "id,sex"], flags: ["--sampling-fraction", "0.1"]),
        Case(
            key: "policy.minCell", release: "policy: {minCell: 2}",
            command: ["differences", "a.csv", "less.csv", "-q", "sex,area"], flags: ["--min-cell", "2"]),
    ]

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let rows = (1...60).map {
            "\($0),\($0 % 2 == 0 ? "F" : "M"),a\($0 % 7),\($0 % 3 + 1),\($0 % 4 + 1),2009-0\($0 % 9 + 1)-11"
        }
        let header = "id,sex,area,year,w,born\n"
        for name in ["a.csv", "b.csv"] { try folder.write(header + rows.joined(separator: "\n") + "\n", to: name) }
        try folder.write("A table of pupils\n" + header + rows.joined(separator: "\n") + "\n", to: "titled.csv")
        try folder.write(header + rows.joined(separator: "\n") + "\n,,,,,\n\n", to: "gap.csv")
        try folder.write(header + rows.dropLast(3).joined(separator: "\n") + "\n", to: "less.csv")
        let upper = (rows + rows).map { $0.replacing(",a", with: ",A") }
        try folder.write(header + upper.joined(separator: "\n") + "\n", to: "upper.csv")
        return folder
    }

    /// The answer, without what says which files were read.
    private static func answer(_ arguments: [String], in folder: WorkFolder) throws -> String {
        let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
        guard outcome.status == 0 else { return "\(outcome.status) \(outcome.errors)" }
        var object = try outcome.json()
        object["provenance"] = nil
        return String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }

    @Test(arguments: cases) func flagAndKeyAreOne(of test: Case) throws {
        let folder = try Self.folder()
        try folder.write("schema: singleout.release/1\n\(test.release)\n", to: "release.yml")
        let byFlag = try Self.answer(test.command + test.flags, in: folder)
        let byKey = try Self.answer(test.command + ["--release", "release.yml"], in: folder)
        #expect(byFlag.hasPrefix("{"), "\(byFlag)")
        #expect(byFlag == byKey)
        #expect(try (Self.answer(test.command, in: folder) != byFlag) == test.changes)
    }

    /// A flag overrides the key.
    @Test func flagsOverride() throws {
        let folder = try Self.folder()
        try folder.write(
            "schema: singleout.release/1\nlines: {rows: 20}\npopulation: {size: 1000}\n", to: "release.yml")
        let rows = try Tool.run(
            ["measure", "a.csv", "-q", "sex", "--release", "release.yml", "--rows", "30", "--format", "json"],
            in: folder)
        #expect(try rows.json()["records"] as? Int == 30)
        let share = ["suda", "a.csv", "-q", "id,sex", "--sampling-fraction", "0.1"]
        try folder.write("schema: singleout.release/1\npopulation: {size: 1000}\n", to: "size.yml")
        #expect(
            try Self.answer(share + ["--release", "size.yml"], in: folder) == Self.answer(share, in: folder))
    }

    /// A briefing by flags is the briefing by a release file.
    @Test func briefing() throws {
        let folder = try Self.folder()
        let town = Notebook.root.appendingPathComponent("datasets/town").path
        let release = """
            schema: singleout.release/1
            fields:
              quasiIdentifiers: [sex, area]
              sensitive: [year]
            population: {data: upper.csv}
            matchText: folded
            families: {infer: [area], members: [sex, born], precision: month}
            requests:
              register: \(town)
              volume: 2022
              months: 1
              requests: 5
              coverage: 0.5
              knowledge: name-dob
              errors: poor
              addressAge: 3
              method: probabilistic
              matchProbability: 0.7
              runs: 1
              seed: 3
            policy: {minK: 3, maxUniqueness: 0.2, maxRisk: 0.4, maxRate: 0.3, identifying: 0.3, minPublishedCount: 7}
            """
        try folder.write(release + "\n", to: "release.yml")
        let common = ["brief", "a.csv", "--date", "2026-11-25", "--title", "A", "--output"]
        let byKey = try Tool.run(common + ["keys", "--release", "release.yml"], in: folder)
        #expect(byKey.status == 0, "\(byKey.errors)")
        let flags = [
            "-q", "sex,area", "--sensitive", "year", "--population-data", "upper.csv", "--match-text", "folded",
            "--infer",
            "area", "--members", "sex,born", "--precision", "month", "--register", town, "--volume", "2022", "--months",
            "1",
            "--requests", "5", "--coverage", "0.5", "--knowledge", "name-dob", "--request-errors", "poor",
            "--address-age", "3", "--match-method", "probabilistic", "--match-probability", "0.7", "--runs", "1",
            "--seed",
            "3", "--min-k", "3", "--max-uniqueness", "0.2", "--max-risk", "0.4", "--max-rate", "0.3", "--identifying",
            "0.3",
            "--min-published-count", "7",
        ]
        let byFlag = try Tool.run(common + ["flags"] + flags, in: folder)
        #expect(byFlag.status == 0, "\(byFlag.errors)")
        let (keys, named) = try (folder.read("keys/briefing.md"), folder.read("flags/briefing.md"))
        let differences = Set(keys.components(separatedBy: "\n")).symmetricDifference(
            named.components(separatedBy: "\n"))
        #expect(differences.allSatisfy { $0.contains("release.yml") }, "\(differences)")
    }
}
