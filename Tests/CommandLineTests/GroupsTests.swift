import Foundation
import Testing

/// Who carries the risk, by the built tool.
struct GroupsTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Samples.groups, to: "groups.csv")
        return folder
    }

    /// Classes of x: three of one record, one of two, one of three. Group a has 1, 2, 2 and b 1, 1, 3, 3, 3 as class sizes.
    @Test func json() throws {
        let outcome = try Tool.run(
            ["groups", "groups.csv", "-q", "x", "--by", "g", "--min-group", "1", "--format", "json"], in: folder())
        #expect(outcome.status == 0)
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.groups/1")
        #expect(object["missing"] as? String == "category")
        #expect(object["meanRisk"] as? Double == 5.0 / 8)
        let concentration = try #require(object["concentration"] as? [String: Any])
        // The risks are 1, 1, 1, 1/2, 1/2, 1/3, 1/3, 1/3 of 5 in all: two and a half records carry half.
        #expect(abs((concentration["halfOfRisk"] as? Double ?? 0) - 2.5 / 8) < 1e-12)
        let field = try #require((object["groups"] as? [[String: Any]])?.first)
        #expect(field["field"] as? String == "g")
        let groups = try #require(field["groups"] as? [[String: Any]])
        #expect(groups.map { $0["group"] as? String } == ["a", "b"])
        #expect(groups.map { $0["records"] as? Int } == [3, 5])
        let risks = groups.compactMap { ($0["meanRisk"] as? [String: Any])?["value"] as? Double }
        #expect(abs(risks[0] - 2.0 / 3) < 1e-12)
        #expect(abs(risks[1] - 3.0 / 5) < 1e-12)
        let unique = groups.compactMap { ($0["uniqueness"] as? [String: Any])?["value"] as? Double }
        #expect(unique == [1.0 / 3, 2.0 / 5])
        #expect(groups.compactMap { $0["shareOfRisk"] as? Double }.map { ($0 * 5).rounded() } == [2, 3])
    }

    @Test func adjusted() throws {
        let outcome = try Tool.run(
            [
                "groups", "groups.csv", "-q", "x", "--by", "g", "--adjust", "h", "--min-group", "1", "--format", "json",
            ], in: folder())
        #expect(outcome.status == 0)
        let adjusted = try #require(try outcome.json()["adjusted"] as? [String: Any])
        #expect(adjusted["outcome"] as? String == "unique")
        #expect(adjusted["records"] as? Int == 8)
        #expect(adjusted["events"] as? Int == 3)
        let fields = try #require(adjusted["fields"] as? [[String: Any]])
        #expect(fields.map { $0["field"] as? String } == ["g", "h"])
        let levels = try #require(fields[0]["levels"] as? [[String: Any]])
        #expect(levels.map { $0["isReference"] as? Bool } == [false, true])
    }

    /// A regression that has no answer says why, and the rest of the answer stands.
    @Test func adjustedWithoutAnswer() throws {
        let outcome = try Tool.run(
            ["groups", "groups.csv", "-q", "x", "--by", "g", "--adjust", "x", "--min-group", "1", "--format", "json"],
            in: folder())
        #expect(outcome.status == 0)
        let object = try outcome.json()
        #expect(object["adjusted"] is NSNull)
        #expect((object["adjustedReason"] as? String)?.contains("no odds ratio has a finite value") == true)
    }

    /// `measure` shows the same figures as `groups`, and those of the individual risk beside them.
    @Test func measureByGroup() throws {
        let folder = try folder()
        let groups = try Tool.run(
            ["groups", "groups.csv", "-q", "x", "--by", "g", "--min-group", "1", "--format", "json"], in: folder)
        let measure = try Tool.run(
            ["measure", "groups.csv", "-q", "x", "--by", "g", "--min-group", "1", "--format", "json"], in: folder)
        #expect(measure.status == 0)
        let (a, b) = (try groups.json()["groups"] as? NSArray, try measure.json()["groups"] as? NSArray)
        #expect(a != nil && a == b)
        let weighted = try Tool.run(
            [
                "measure", "groups.csv", "-q", "x", "--by", "g", "--min-group", "1", "--weight", "w", "--format",
                "csv",
            ], in: folder)
        #expect(weighted.status == 0)
        #expect(weighted.text.contains("groups.1.groups.2.individualRisk.value,"))
    }

    @Test func estimateByGroup() throws {
        let folder = try WorkFolder()
        let fields = try Samples.writeWide(fields: 4, records: 600, to: "wide.csv", in: folder)
        let outcome = try Tool.run(
            [
                "estimate", "wide.csv", "-q", fields[1...].joined(separator: ","), "--population", "6000", "--by",
                fields[0], "--bootstrap", "0", "--classes", "2", "--format", "json",
            ], in: folder)
        #expect(outcome.status == 0)
        let field = try #require((try outcome.json()["groups"] as? [[String: Any]])?.first)
        let groups = try #require(field["groups"] as? [[String: Any]])
        #expect(groups.count == 2)
        #expect(groups.allSatisfy { ($0["logLinearMatch"] as? [String: Any])?["value"] as? Double != nil })
        #expect(groups.allSatisfy { ($0["latentClassUnique"] as? [String: Any])?["ratio"] != nil })
    }

    @Test func groupsOfARelease() throws {
        let folder = try folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: groups.csv
            fields: {quasiIdentifiers: [x]}
            groups: [h]
            """, to: "release.yml")
        let outcome = try Tool.run(
            ["groups", "--release", "release.yml", "--min-group", "1", "--format", "csv"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.text.split(separator: "\r\n").map { $0.prefix(5) } == ["field", "h,p,4", "h,q,4"])
    }

    @Test(arguments: ["1", "2", "3"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try folder()
        let arguments = ["groups", "groups.csv", "-q", "x", "--by", "g", "--adjust", "h", "--min-group", "1"]
        let some = try Tool.run(arguments + ["--threads", threads], in: folder)
        #expect(some.status == 0)
        #expect(some.output == (try Tool.run(arguments, in: folder)).output)
    }

    @Test(arguments: [
        [], ["--adjust", "h"], ["--by", "g,g"], ["--by", "g", "--adjust", "g"], ["--by", "g", "--outcome", "unique"],
        ["--by", "g", "--min-group", "0"], ["--by", "g", "--missing", "wildcard"], ["--by", "g,"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let outcome = try Tool.run(["groups", "groups.csv", "-q", "x"] + arguments, in: folder())
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("singleout: "))
    }

    /// Values too rare for a group of ten, and a field that does not exist.
    @Test(arguments: [("g", "No value of 'g' has 10 records", 2), ("gg", "did you mean 'g'", 64)])
    func badInput(field: String, message: String, status: Int32) throws {
        let outcome = try Tool.run(["groups", "groups.csv", "-q", "x", "--by", field], in: folder())
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
}
