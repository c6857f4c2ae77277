import Foundation
import Singleout
import SingleoutTesting
import Testing

/// A former answer as a baseline: every figure of it is demanded, as it was found.
struct BaselineTests {
    /// Two classes of four and one of three, none of one diagnosis.
    private static let table = """
        age,area,diagnosis,w,home
        30,A,flu,2,1
        30,A,flu,3,1
        30,A,cold,2,2
        30,A,asthma,2,3
        30,B,flu,2,4
        30,B,cold,2,4
        30,B,cold,4,5
        30,B,asthma,2,6
        40,B,flu,2,7
        40,B,cold,2,8
        40,B,asthma,2,9

        """

    /// A plan whose release says all that figures need, so that no rule lacks anything.
    private static func plan(
        _ folder: TemporaryFolder, _ csv: String = table, fields: String = "weight: w, household: home",
        change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> Selection {
        let rows = csv.split(separator: "\n").dropFirst()
        let people =
            (["age,area,known"]
                + (rows + rows).map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2).joined(separator: ",") + ",1"
                })
        let text = """
            schema: singleout.release/1
            data: \(try folder.file("d.csv", csv))
            fields: {quasiIdentifiers: [age, area], sensitive: [diagnosis], \(fields)}
            population: {data: \(try folder.file("p.csv", people.joined(separator: "\n") + "\n"))}

            """
        var arguments = SelectionRequest()
        change(&arguments)
        return try Selection(arguments, release: Release(yaml: text, named: "r.yml"))
    }

    private static func json(_ findings: some Findings) throws -> String {
        try Samples.text { try JSONRenderer().render(findings.json, into: &$0) }
    }

    /// What a rule about a figure names.
    private static func subject(_ name: String) -> String {
        for subject in [name, name + "(diagnosis)", name + "(diagnosis,2)"]
        where (try? Rule.figure(subject)) != nil { return subject }
        return name
    }

    @Test(arguments: RuledFigure.all.map(\.name))
    func everyFigureOfCheck(name: String) throws {
        let folder = try TemporaryFolder()
        let subject = Self.subject(name)
        let former = try Self.plan(folder) { $0.requirements = [subject + ">=1"] }.check()
        let found = try #require(former.rules[0].found, "\(subject): \(former.rules[0].reason ?? "")")
        let answer = try folder.file("old.json", Self.json(former))
        let same = try Self.plan(folder) { $0.baselines = [answer] }.check()
        #expect(same.isMet && same.rules.count == 1 && same.rules[0].rule.subject == subject)
        #expect(same.rules[0].limit == found && same.rules[0].found == found)
        // Nothing is better than that no record is alone.
        if found == 0 { return #expect(name == "uniqueness") }
        // A file that was a little better makes this one worse.
        let isLower = same.rules[0].rule.relation == .atLeast
        let choice = former.rules[0].choice.map { #""by": "\#($0)", "# } ?? ""
        let better = """
            {"schema": "singleout.check/1", "quasiIdentifiers": ["area", "age"], "missing": "category", "rules": [
            {"figure": "\(name)", \(subject.contains("(") ? #""field": "diagnosis", "# : "")\
            \(subject.contains(",") ? #""l": 2, "# : "")\(choice)"found": \(found * (isLower ? 1 + 1e-9 : 1 - 1e-9))}]}
            """
        let worse = try folder.file("better.json", better)
        let missed = try Self.plan(folder) { $0.baselines = [worse] }.check()
        #expect(!missed.isMet && missed.rules.count == 1)
    }

    /// `measure` says every figure but the families, and says of each what a rule finds.
    @Test func everyFigureOfMeasure() throws {
        let folder = try TemporaryFolder()
        let answer = try folder.file("old.json", Self.json(Self.plan(folder).measure()))
        let found = try Self.plan(folder) { $0.baselines = [answer] }.check()
        #expect(found.isMet)
        #expect(found.rules.allSatisfy { $0.limit == $0.found })
        let demanded = Set(found.rules.map(\.rule.figure))
        #expect(demanded == Set(RuledFigure.all.map(\.name)).subtracting(["familiesAlone"]))
    }

    /// What is read again is what was written, whatever the table, so the same file is never worse.
    @Test(arguments: 0..<30) func theSameFileIsNoWorse(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        let rows = (0..<Int.random(in: 1...70, using: &generator)).map { _ in
            let values = (0..<3).map { _ in ["", "1", "2", "3"].randomElement(using: &generator) ?? "" }
            let (weight, home) = (Double.random(in: 1...9, using: &generator), Int.random(in: 0...9, using: &generator))
            return (values + ["\(weight)", "\(home)"]).joined(separator: ",")
        }
        let csv = (["age,area,diagnosis,w,home"] + rows).joined(separator: "\n") + "\n"
        for (missing, fields) in [
            (MissingName.category, "weight: w, household: home"), (.exclude, "weight: w, household: home"),
            (.category, "household: home"),
        ] {
            let answer = try folder.file(
                "old.json", Self.json(Self.plan(folder, csv, fields: fields) { $0.missing = missing }.measure()))
            let plan = try Self.plan(folder, csv, fields: fields) {
                $0.missing = missing
                $0.baselines = [answer]
            }
            do {
                let found = try plan.check()
                #expect(found.isMet, "seed \(seed), \(missing)")
                #expect(found.rules.allSatisfy { $0.limit == $0.found }, "seed \(seed), \(missing)")
            } catch BaselineError.noFigures {
                #expect(missing == .exclude, "seed \(seed)")
            }
        }
    }

    /// A figure that was found in another way is not compared.
    @Test func otherChoices() throws {
        let folder = try TemporaryFolder()
        let answer = try folder.file("old.json", Self.json(Self.plan(folder).measure()))
        let changes: [(String, String, (inout SelectionRequest) -> Void)] = [
            ("recordsAtRisk", "--risk-threshold", { $0.threshold = 0.3 }),
            ("rate", "--weight or --approximate", { $0.isApproximate = true }),
            ("entropyL", "--entropy", { ($0.entropy, $0.sensitive) = (.grassberger, ["diagnosis"]) }),
            ("t", "--ordered or --value-hierarchy", { ($0.ordered, $0.sensitive) = (["diagnosis"], ["diagnosis"]) }),
        ]
        for (figure, option, change) in changes {
            let plan = try Self.plan(folder) {
                $0.baselines = [answer]
                change(&$0)
            }
            let error = BaselineError.otherChoice(file: answer, figure: figure, option: option)
            #expect(throws: error, "\(figure)") { try plan.check() }
        }
    }

    /// What figures of the answer need is asked for in its name.
    @Test func whatFiguresNeed() throws {
        let folder = try TemporaryFolder()
        let answer = try folder.file("old.json", Self.json(Self.plan(folder).measure()))
        let plan = try Self.plan(folder, fields: "weight: w") { $0.baselines = [answer] }
        #expect(throws: PlanError.optionNeeds("--baseline householdRate", needed: "--household")) { try plan.check() }
    }

    /// With wildcards k depends on the weight of a match by a missing value.
    @Test func otherAlpha() throws {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", Self.table + ",B,flu,2,9\n"))
        arguments.quasiIdentifiers = ["age", "area"]
        arguments.missing = .wildcard
        arguments.alpha = 0.5
        let answer = try folder.file("old.json", Self.json(Selection(arguments).measure()))
        arguments.baselines = [answer]
        let found = try Selection(arguments).check()
        #expect(found.isMet && found.rules.allSatisfy { $0.limit == $0.found })
        arguments.alpha = 1
        #expect(throws: BaselineError.otherChoice(file: answer, figure: "k", option: "--alpha")) {
            try Selection(arguments).check()
        }
    }

    /// The enhanced beta is no answer where a gain exceeds its bound, and neither is a c that no number is enough for.
    @Test func figuresWithoutAnswer() throws {
        let folder = try TemporaryFolder()
        let csv = "age,area,diagnosis,w,home\n1,A,flu,2,1\n1,A,flu,2,1\n1,B,cold,2,1\n1,B,cold,2,2\n1,B,flu,2,2\n"
        let measured = try Self.plan(folder, csv).measure()
        #expect(try Self.json(measured).contains(#""enhancedBetaMet": false"#))
        let answer = try folder.file("old.json", Self.json(measured))
        let found = try Self.plan(folder, csv) { $0.baselines = [answer] }.check()
        #expect(found.isMet && !found.rules.contains { ["enhancedBeta", "recursiveC"].contains($0.rule.figure) })
    }

    /// A hand may have changed the answer in any way: it ends in an error that says so, or in rules.
    @Test func changedAnswers() throws {
        let folder = try TemporaryFolder()
        let answers = try [
            Self.json(Self.plan(folder).measure()),
            Self.json(
                Self.plan(folder) { $0.requirements = ["k>=2", "recursiveC(diagnosis,3)<=9", "rate<=1"] }.check()),
        ]
        let others = [
            "-1", "0", "1e300", "-1e308", "1e999", "0.5", "9223372036854775808", "null", "true", "\"\"", "\"age\"",
            "\"k\"",
            "\"diagnosis\"", "[]", "{}", "[{}]", "{\"l\": 1e30}", ",", "]", "\u{0}",
            String(repeating: "[", count: 3_000),
        ]
        var generator = SeededGenerator(seed: 1)
        var judged = 0
        for number in 0..<500 {
            var tokens = try #require(answers.randomElement(using: &generator))
                .matches(of: /"[^"]*"|[-+.0-9eE]+|true|false|null|\s+|./).map { String($0.output) }
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<tokens.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: tokens.remove(at: place)
                case 1: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &generator))
                default: tokens[place] = others.randomElement(using: &generator) ?? ""
                }
            }
            let answer = try folder.file("changed.json", tokens.joined())
            do {
                let found = try Self.plan(folder) { $0.baselines = [answer] }.check()
                #expect(!found.rules.isEmpty)
                #expect(try !Self.json(found).isEmpty)
                #expect(try !Samples.text { try TerminalRenderer().render(found.report, into: &$0) }.isEmpty)
                judged += 1
            } catch let error as BaselineError {
                #expect(error.description.contains(answer), "mutation \(number)")
            } catch {
                #expect(error is PlanError || error is MicrodataError, "mutation \(number): \(error)")
            }
        }
        #expect(judged > 20 && judged < 480)
    }
}
