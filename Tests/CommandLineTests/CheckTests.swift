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

    /// Thirty men of one area with one diagnosis: no class is small, and everybody's diagnosis is known.
    @Test func aPolicyOnSensitiveFields() throws {
        let folder = try WorkFolder()
        let men = String(repeating: "M,A,flu\n", count: 30)
        try folder.write("sex,area,diagnosis\n\(men)F,B,flu\nF,B,cold\n", to: "men.csv")
        let check = ["check", "men.csv", "-q", "sex,area"]
        #expect(try Tool.run(check + ["--min-k", "2"], in: folder).status == 0)
        let outcome = try Tool.run(check + ["--min-k", "2", "--require", "l(diagnosis)>=2"], in: folder)
        #expect(outcome.status == 1)
        let text = outcome.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains(
                "of diagnosis is 1; the policy asks for at least 2. 30 of 32 records (93.8 %) are in classes that miss it."
            ))
        #expect(!text.contains("Nothing here judges"))
        let junit = try Tool.run(check + ["--require", "l(diagnosis)>=2", "--format", "junit"], in: folder)
        #expect(junit.status == 1 && junit.text.contains(#"name="l(diagnosis)&gt;=2""#))
        for rule in ["l(diagnosis)>=1", "alpha(diagnosis)<=1"] {
            #expect(try Tool.run(check + ["--require", rule], in: folder).status == 0, "\(rule)")
        }
        for rule in ["l>=2", "diagnosis>=2", "l(diagnosis)>=two", "kMap>=2"] {
            #expect(try Tool.run(check + ["--require", rule], in: folder).status == 64, "\(rule)")
        }
        try folder.write(
            "schema: singleout.release/1\ndata: men.csv\nfields: {quasiIdentifiers: [sex, area]}\npolicy: {require: ['l(diagnosis)>=2']}\n",
            to: "r.yml")
        #expect(try Tool.run(["check", "--release", "r.yml"], in: folder).status == 1)
        let recode = try Tool.run(["recode", "--release", "r.yml", "--target", "policy"], in: folder)
        #expect(recode.status == 64 && recode.errors.contains("not for l(diagnosis)>=2"))
    }

    /// Thirty men who live alone share a class, and two women of one household another: the rate is 2 classes / 32 records, and one
    /// of the women is found at 1 - (1/2)^2.
    @Test func ratesAndHouseholds() throws {
        let folder = try WorkFolder()
        let men = (1...30).map { "M,A,\($0)\n" }.joined()
        try folder.write("sex,area,home\n\(men)F,B,0\nF,B,0\n", to: "men.csv")
        let check = ["check", "men.csv", "-q", "sex,area"]
        // The rate must stay below the limit, and the risk of a household may reach its own.
        for (limits, status) in [
            (["--max-rate", "0.0626"], 0), (["--max-rate", "0.0625"], 1),
            (["--household", "home", "--household-threshold", "0.75"], 0),
            (["--household", "home", "--household-threshold", "0.7499"], 1),
            (["--household-threshold", "0.5"], 64), (["--max-rate", "0"], 64), (["--household", "home"], 64),
        ] {
            let outcome = try Tool.run(check + limits, in: folder)
            #expect(outcome.status == Int32(status), "\(limits): \(outcome.errors)")
        }
        for (policy, expected) in [
            ("{maxRate: 0.07, householdThreshold: 0.8}", [true, true]),
            ("{maxRate: 0.06, householdThreshold: 0.7}", [false, false]),
        ] {
            try folder.write(
                "schema: singleout.release/1\ndata: men.csv\nfields: {quasiIdentifiers: [sex, area], household: home}\npolicy: \(policy)\n",
                to: "r.yml")
            let outcome = try Tool.run(["check", "--release", "r.yml", "--format", "json"], in: folder)
            let rules = try #require(outcome.json()["rules"] as? [[String: Any]])
            #expect(rules.map { $0["rule"] as? String } == ["maxRate", "householdThreshold"])
            #expect(rules.map { $0["relation"] as? String } == ["<", "<="])
            #expect(rules.map { $0["found"] as? Double } == [0.0625, 0.75])
            #expect(rules.map { $0["met"] as? Bool } == expected)
            #expect(outcome.status == (expected.allSatisfy(\.self) ? 0 : 1))
        }
        // A search for coarser values would not see to it.
        let recode = try Tool.run(["recode", "--release", "r.yml", "--target", "policy"], in: folder)
        #expect(recode.status == 64 && recode.errors.contains("not for maxRate"), "\(recode.errors)")
        // The rule cannot be judged where a flag makes the household something else.
        let moved = try Tool.run(["check", "--release", "r.yml", "-q", "sex,home"], in: folder)
        #expect(
            moved.status == 64
                && moved.errors.contains(
                    "--household-threshold (policy.householdThreshold) requires --household"),
            "\(moved.errors)")
    }

    /// No figure of a former answer may be worse.
    @Test func baselines() throws {
        let folder = try WorkFolder()
        let rows = "F,A,flu\nF,A,cold\nM,B,flu\nM,B,cold\n"
        try folder.write("sex,area,diagnosis\n" + rows, to: "old.csv")
        try folder.write("sex,area,diagnosis\n" + rows + rows, to: "same.csv")
        try folder.write("sex,area,diagnosis\n" + rows + "M,A,flu\n", to: "worse.csv")
        let fields = ["-q", "sex,area"]
        for former in [
            ["measure", "old.csv"] + fields + ["--sensitive", "diagnosis"],
            ["check", "old.csv"] + fields + ["--min-k", "2", "--require", "l(diagnosis)>=1"],
        ] {
            let made = try Tool.run(former + ["--format", "json", "--output", "old.json"], in: folder)
            #expect(made.status == 0, "\(made.errors)")
            let check = { (data: String) in
                try Tool.run(["check", data] + fields + ["--baseline", "old.json"], in: folder)
            }
            #expect(try check("old.csv").status == 0 && check("same.csv").status == 0)
            let worse = try check("worse.csv")
            #expect(
                worse.status == 1
                    && worse.text.contains("The smallest class has 1 where the policy asks for at least 2"))
            #expect(worse.text.contains("of diagnosis"))
        }
        let other = try Tool.run(["check", "old.csv", "-q", "sex", "--baseline", "old.json"], in: folder)
        #expect(other.status == 2 && other.errors.contains("the baseline is about other fields (sex and area)"))
        let none = try Tool.run(["check", "old.csv", "-q", "sex", "--baseline", "old.csv"], in: folder)
        #expect(none.status == 2 && none.errors.contains("not a JSON answer"))
        #expect(try Tool.run(["check", "old.csv", "-q", "sex", "--baseline", "nowhere.json"], in: folder).status == 2)
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

    /// A figure that equals the limit on paper equals it here, though its sum of fractions is a little off.
    @Test(arguments: [
        ("s,q\nx,p\n" + String(repeating: "y,p\n", count: 6) + String(repeating: "y,q\n", count: 3), "t(q)<=0.3", true),
        ("s,q\nx,p\nx,p\ny,p\ny,p\ny,q\n", "t(q)<0.2", false), ("s,q\nx,p\nx,p\ny,p\ny,p\ny,q\n", "t(q)<=0.2", true),
        ("s,q\n" + (1...3).map { "x,\($0)\nx,\($0)\n" }.joined(), "entropyL(q)>=3", true),
        ("s,q\n" + (1...14).map { "x,\($0)\n" }.joined(), "entropyL(q)>=14", true),
        ("s,q\n" + (1...14).map { "x,\($0)\n" }.joined(), "entropyL(q)>14", false),
    ])
    func equalOnPaper(csv: String, rule: String, isMet: Bool) throws {
        let folder = try WorkFolder()
        try folder.write(csv, to: "d.csv")
        let outcome = try Tool.run(["check", "d.csv", "-q", "s", "--require", rule], in: folder)
        #expect(outcome.status == (isMet ? 0 : 1), "\(outcome.text)")
        if !isMet { #expect(!outcome.text.contains("0000")) }
    }

    /// Rules of the command line are added to those of the release, none is judged twice, and what asks for nothing is no rule.
    @Test func rulesOfReleaseAndCommandLine() throws {
        let folder = try WorkFolder()
        try folder.write("a\nx\nx\ny\ny\n", to: "d.csv")
        try folder.write(
            "schema: singleout.release/1\ndata: d.csv\nfields: {quasiIdentifiers: [a]}\npolicy: {require: ['k>=3']}\n",
            to: "r.yml")
        let loose = try Tool.run(["check", "--release", "r.yml", "--require", "k>=1"], in: folder)
        #expect(loose.status == 1 && loose.text.contains("NOT met: 1 of 2 rules fails"), "\(loose.text)")
        let twice = try Tool.run(["check", "d.csv", "-q", "a", "--min-k", "2", "--require", "k>=2"], in: folder)
        #expect(twice.status == 0 && twice.text.contains("The release policy is met: its rule holds."))
        #expect(try Tool.run(["check", "d.csv", "-q", "a", "--require", "k>=0"], in: folder).status == 64)
    }

    /// Sentences that hold in their numbers.
    @Test func sentences() throws {
        let folder = try WorkFolder()
        let csv = "a\n" + (1...30).map { "u\($0)\n" }.joined() + String(repeating: "x\n", count: 70)
        try folder.write(csv, to: "d.csv")
        func text(_ rules: [String]) throws -> String {
            try Tool.run(["check", "d.csv", "-q", "a"] + rules, in: folder).text.split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        // 29 of 100 are a share of 0.29, which is a little less in binary.
        #expect(try text(["--max-uniqueness", "0.29"]).contains("29 would be allowed"))
        #expect(
            try text(["--require", "uniqueness<0.3"]).contains("Uniqueness is 30.0 %; the policy asks for below 30 %."))
        #expect(try !text(["--require", "uniqueness>=0.5"]).contains("records (30.0 %)"))
        #expect(try text(["--require", "k>=2", "--require", "uniqueness<=0.1"]).contains("NOT met: both rules fail"))
    }

    /// Each of several answers is held against the file; a damaged one is an error, and so is one that was found in another way.
    @Test func severalBaselines() throws {
        let folder = try WorkFolder()
        try folder.write("a,w\nx,1\nx,1\ny,1\ny,1\n", to: "good.csv")
        try folder.write("a,w\nx,1\nx,1\ny,1\nz,1\n", to: "bad.csv")
        for name in ["good", "bad"] {
            let outcome = try Tool.run(
                ["measure", "\(name).csv", "-q", "a", "--format", "json", "--output", "\(name).json"], in: folder)
            #expect(outcome.status == 0)
        }
        func check(_ more: [String]) throws -> Tool.Outcome {
            try Tool.run(["check", "bad.csv", "-q", "a"] + more, in: folder)
        }
        #expect(try check(["--baseline", "bad.json"]).text.contains("The file is not worse than in bad.json"))
        #expect(try check(["--baseline", "good.json", "--baseline", "bad.json"]).status == 1)
        // k is 1 in bad.json, so that one rule is stated and compared.
        let both = try check(["--baseline", "bad.json", "--min-k", "1", "--require", "uniqueness<=0.9"]).text
        #expect(
            both.contains("The release policy is met: both rules hold.") && both.contains(": 5 figures compared."),
            "\(both)")
        for (from, to) in [
            ("\"k\": 2", "\"k\": \"9\""), ("\"k\": 2", "\"k\": -1"), ("\"uniqueness\"", "\"uniquenes\""),
        ] {
            try folder.write(folder.read("good.json").replacing(from, with: to), to: "damaged.json")
            let outcome = try check(["--baseline", "damaged.json"])
            #expect(outcome.status != 0 && outcome.errors.contains("make a new baseline"), "\(to): \(outcome.text)")
        }
        let rate = ["--weight", "w", "--require", "rate<=1", "--format", "json"]
        try folder.write(check(rate).text, to: "rate.json")
        #expect(try check(["--baseline", "rate.json", "--weight", "w"]).status == 0)
        #expect(try check(["--baseline", "rate.json"]).errors.contains("--weight"))
    }
}
