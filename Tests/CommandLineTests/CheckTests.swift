import Foundation
import Testing

struct CheckTests {
    private func check(_ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(["check", "pupils.csv"] + arguments, in: Samples.folder())
    }

    /// sex: two classes of 4, so k = 4, no uniques and a highest risk of 1/4.
    @Test(arguments: [
        (["--min-k", "4"], 0), (["--min-k", "5"], 1), (["--max-uniqueness", "0"], 0), (["--max-risk", "0.25"], 0),
        (["--max-risk", "0.2499"], 1), (["--min-k", "4", "--max-uniqueness", "0", "--max-risk", "0.25"], 0),
        (["--min-k", "4", "--max-uniqueness", "0", "--max-risk", "0.2"], 1),
    ])
    func status(rules: [String], expected: Int) throws {
        let outcome = try check(["-q", "sex"] + rules)
        #expect(outcome.status == Int32(expected))
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: [("0.375", 0), ("0.374", 1), ("1", 0)])
    func uniqueness(limit: String, expected: Int) throws {
        #expect(try check(["-q", "sex,year,area", "--max-uniqueness", limit]).status == Int32(expected))
    }

    @Test func json() throws {
        let outcome = try check(["-q", "sex,year,area", "--min-k", "2", "--max-uniqueness", "0.5", "--format", "json"])
        #expect(outcome.status == 1)
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.check/1")
        #expect(object["met"] as? Bool == false)
        #expect(object["missing"] as? String == "category")
        #expect(object["quasiIdentifiers"] as? [String] == ["sex", "year", "area"])
        let rules = try #require(object["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["minK", "maxUniqueness"])
        #expect(rules.map { $0["limit"] as? Double } == [2, 0.5])
        #expect(rules.map { $0["met"] as? Bool } == [false, true])
    }

    /// The build server's file has one test case for each rule and parses as XML.
    @Test func junit() throws {
        let outcome = try check(
            ["-q", "sex,year,area", "--min-k", "2", "--max-uniqueness", "0.5", "--max-risk", "1", "--format", "junit"])
        #expect(outcome.status == 1)
        #expect(outcome.text.components(separatedBy: "<testcase ").count - 1 == 3)
        #expect(outcome.text.components(separatedBy: "<failure ").count - 1 == 1)
        #expect(outcome.text.contains(#"tests="3" failures="1" errors="0""#))
    }

    @Test func aRuleThatCannotBeJudgedIsNotMet() throws {
        let folder = try WorkFolder()
        try folder.write("a,b\n,1\n,2\n", to: "empty.csv")
        let outcome = try Tool.run(
            ["check", "empty.csv", "-q", "a", "--missing", "exclude", "--max-uniqueness", "1"], in: folder)
        #expect(outcome.status == 1)
    }

    @Test func wildcards() throws {
        // M 2010 A and M 2010 match each other; F 2011 B is alone.
        #expect(
            try check(["-q", "sex,year,area", "--missing", "wildcard", "--max-uniqueness", "0.125"]).status == 0)
        #expect(try check(["-q", "sex,year,area", "--missing", "wildcard", "--max-uniqueness", "0.12"]).status == 1)
    }
}
