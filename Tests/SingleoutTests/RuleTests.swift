import Foundation
import Singleout
import SingleoutTesting
import Testing

/// Rules about any figure: how they are read, and what becomes of them.
struct RuleTests {
    @Test(
        arguments: [
            ("k>=5", "k>=5", "k", nil, 5), (" k >= 5 ", "k>=5", "k", nil, 5),
            ("uniqueness<=0.01", "uniqueness<=0.01", "uniqueness", nil, 0.01),
            ("l(diagnosis)>=2", "l(diagnosis)>=2", "l", "diagnosis", 2),
            ("distinctL(a b)>=2", "l(a b)>=2", "l", "a b", 2),
            ("t(a (b))<0.2", "t(a (b))<0.2", "t", "a (b)", 0.2),
            ("alpha(x<y)<=0.5", "alpha(x<y)<=0.5", "alpha", "x<y", 0.5),
            ("recursiveC(a,b,3)<=4", "recursiveC(a,b,3)<=4", "recursiveC", "a,b", 4),
            ("meanRisk>0", "meanRisk>0", "meanRisk", nil, 0),
        ] as [(String, String, String, String?, Double)])
    func reads(text: String, written: String, figure: String, field: String?, limit: Double) throws {
        let rule = try Rule(text)
        #expect(rule.description == written && rule.figure == figure && rule.field == field && rule.limit == limit)
        #expect(try Rule(rule.description) == rule)
    }

    @Test(arguments: [
        ("", RuleError.noRelation), ("k", .noRelation), ("k=5", .noRelation), ("kk>=5", .unknownFigure("kk")),
        (">=5", .unknownFigure("")), ("l>=2", .needsField("l")), ("l()>=2", .needsField("l")),
        ("k(sen)>=2", .takesNoField("k")), ("recursiveC(sen)<=2", .needsFieldAndL("recursiveC", 2...5)),
        ("recursiveC(sen,9)<=2", .needsFieldAndL("recursiveC", 2...5)),
        ("t(sen)<=1.1", .limit(figure: "t", expected: "a number from 0 to 1")),
        ("t(sen)<=nan", .limit(figure: "t", expected: "a number from 0 to 1")),
        ("uniqueness<=1%", .limit(figure: "uniqueness", expected: "a number from 0 to 1")),
    ])
    func refuses(text: String, error: RuleError) {
        #expect(throws: error) { try Rule(text) }
        #expect(!error.description.isEmpty)
    }

    /// Three records of A with flu; three of B with flu, cold and asthma. Shares in the file: 4/6, 1/6, 1/6.
    private static let table =
        "age,area,diagnosis,w,home\n30,A,flu,2,1\n30,A,flu,2,1\n30,A,flu,2,2\n30,B,flu,2,3\n30,B,cold,2,4\n30,B,asthma,2,4\n"

    private static func check(
        _ rules: [String], _ csv: String = table, change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> PolicyFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = ["age", "area"]
        arguments.requirements = rules
        change(&arguments)
        return try Selection(arguments).check()
    }

    @Test func figuresByHand() throws {
        let found = try Self.check([
            "k>=1", "uniqueness<=1", "highestRisk<=1", "meanRisk<=1", "l(diagnosis)>=1", "entropyL(diagnosis)>=1",
            "alpha(diagnosis)<=1",
            "t(diagnosis)<=1", "deltaDisclosure(diagnosis)<=9", "beta(diagnosis)<=9", "rate<=1", "recordsAtRisk<=1",
        ])
        #expect(found.isMet)
        let expected: [Double] = [3, 0, 1.0 / 3, 1.0 / 3, 1, 1, 1, 1.0 / 3, log(2), 1, 1.0 / 3, 1]
        for (rule, value) in zip(found.rules, expected) {
            #expect(abs((rule.found ?? -1) - value) < 1e-12, "\(rule.rule)")
        }
        // Records in the classes that miss a rule: those of A have one value, all are further from the file than 0.2.
        let missed = try Self.check([
            "l(diagnosis)>=2", "t(diagnosis)<=0.2", "k>3", "meanRisk<0.3", "alpha(diagnosis)<=0.5", "recordsAtRisk<1",
        ])
        #expect(missed.rules.allSatisfy { !$0.isMet })
        #expect(missed.rules.map(\.recordsAffected) == [3, 6, 6, nil, 3, 6])
    }

    /// A class of one value has no c, so nothing shows that a limit is met.
    @Test func aFigureWithoutAnswer() throws {
        let found = try Self.check(["recursiveC(diagnosis,2)<=100"])
        #expect(!found.isMet && found.rules[0].found == nil)
        #expect(found.rules[0].reason == "a class has fewer than 2 values, so no c is enough")
    }

    @Test func householdsAndFamilies() throws {
        let found = try Self.check(["householdRate<=1", "householdRisk<=0.5", "familiesAlone<=0.5"]) {
            $0.household = "home"
            $0.families.family = "home"
        }
        let measured = try #require(found.rules[0].found)
        // Households 1 and 4 have two members at a risk of 1/3 each: 1 - (2/3)^2 = 5/9; those of one have 1/3.
        #expect(abs(measured - (4 * 5.0 / 9 + 2.0 / 3) / 6) < 1e-12)
        #expect(!found.rules[1].isMet && abs((found.rules[1].found ?? 0) - 5.0 / 9) < 1e-12)
        #expect(found.rules[2].found != nil)
    }

    @Test func whatRulesNeed() {
        for (rule, needed) in [
            ("deltaPresence<=0.5", "population"), ("kMap>=5", "population"), ("householdRate<=0.5", "household"),
        ] {
            let error = #expect(throws: PlanError.self, "\(rule)") { try Self.check([rule]) }
            #expect(error?.description.contains(needed) == true)
        }
        // An option that no rule is about would be thought to be judged.
        let idle: [(String, (inout SelectionRequest) -> Void)] = [
            ("--sensitive", { $0.sensitive = ["diagnosis"] }),
            ("--population-data", { $0.populationData = .file("p.csv") }),
            ("--population", { $0.populationSize = 100 }), ("--household", { $0.household = "home" }),
            ("--weight", { $0.weight = "w" }), ("--family", { $0.families.family = "home" }),
            ("--risk-threshold", { $0.threshold = 0.5 }),
            ("--entropy", { ($0.sensitive, $0.entropy) = (["diagnosis"], .grassberger) }),
            ("--ordered", { ($0.sensitive, $0.ordered) = (["diagnosis"], ["diagnosis"]) }),
            ("--value-hierarchy", { ($0.sensitive, $0.hierarchies) = (["diagnosis"], ["diagnosis=h.csv"]) }),
        ]
        for (option, change) in idle {
            let error = #expect(throws: PlanError.self, "\(option)") { try Self.check(["k>=1"], change: change) }
            #expect(error?.description.hasPrefix(option + " requires a rule about it") == true)
        }
        #expect(throws: PlanError.noFamilies) { try Self.check(["familiesAlone<=0.5"]) }
        #expect(throws: PlanError.wildcardWithSensitive) {
            try Self.check(["l(diagnosis)>=2"]) { $0.missing = .wildcard }
        }
        #expect(throws: PlanError.fieldInTwoRoles("area", options: ["--quasi-identifiers", "--require"])) {
            try Self.check(["l(area)>=2"])
        }
    }

    /// A release that names weights, which no rule needs, and one that names no families with wildcards.
    @Test func whatNoRuleNeedsIsNotRead() throws {
        let folder = try TemporaryFolder()
        let data = try folder.file("d.csv", Self.table)
        let text = """
            schema: singleout.release/1
            data: \(data)
            fields: {quasiIdentifiers: [age, area], weight: w, household: home}
            policy: {require: ["l(diagnosis)>=2"]}

            """
        let plan = try Selection(SelectionRequest(), release: Release(yaml: text, named: "r.yml"))
        #expect(try plan.check().rules.map(\.found) == [1])
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try Self.check(["familiesAlone<=0.5"]) {
                $0.missing = .wildcard
                $0.families.family = "home"
            }
        }
    }

    /// An answer that a hand has changed names no figure that cannot be.
    @Test func baselinesThatWereChanged() throws {
        let folder = try TemporaryFolder()
        let rules = [
            #"{"figure": "recursiveC", "field": "diagnosis", "l": -1, "found": 1}"#, #"{"figure": "l", "found": 1}"#,
            #"{"figure": "k", "field": "diagnosis", "found": 1}"#, #"{"figure": "nothing", "found": 1}"#,
        ]
        let answer = { (rules: [String]) in
            try folder.file(
                "old.json",
                #"{"schema": "singleout.check/1", "quasiIdentifiers": ["age", "area"], "missing": "category", "rules": ["#
                    + rules.joined(separator: ",") + "]}")
        }
        let good = #"{"figure": "l", "field": "diagnosis", "found": 1}"#
        for rule in rules {
            let changed = try answer([rule, good])
            #expect(throws: BaselineError.self, "\(rule)") { try Self.check([]) { $0.baselines = [changed] } }
        }
        let former = try answer([good])
        #expect(try Self.check([]) { $0.baselines = [former] }.rules.map(\.rule.name) == ["l(diagnosis)>=1"])
    }

    /// A rule finds what `measure` says, in tables of every kind.
    @Test(arguments: 0..<20) func asMeasured(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let rows = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            (0..<3).map { _ in ["", "1", "2", "3"].randomElement(using: &generator) ?? "" }.joined(separator: ",")
        }
        let csv = (["age,area,diagnosis"] + rows).joined(separator: "\n") + "\n"
        let folder = try TemporaryFolder()
        for missing in [MissingName.category, .exclude] {
            var arguments = SelectionRequest()
            arguments.data = try .file(folder.file("\(missing).csv", csv))
            arguments.quasiIdentifiers = ["age", "area"]
            arguments.missing = missing
            arguments.sensitive = ["diagnosis"]
            let measured = try Selection(arguments).measure()
            let levels = try #require(measured.sensitive.first?.levels)
            arguments.requirements = [
                "k>=1", "l(diagnosis)>=1", "entropyL(diagnosis)>=1", "alpha(diagnosis)<=1", "t(diagnosis)<=1",
            ]
            let found = try Selection(arguments).check().rules.map(\.found)
            let expected = [
                measured.figures.k, levels.distinctL.map(Double.init), levels.entropyL, levels.alpha, levels.t,
            ]
            #expect(found == expected, "seed \(seed), \(missing)")
        }
    }

    /// Every figure has a name of its own and a worse direction, so that a baseline can demand that it is no worse.
    @Test func everyFigureIsDeclared() {
        let names = RuledFigure.all.map(\.name)
        #expect(Set(names).count == names.count)
        for ruled in RuledFigure.all {
            #expect(ruled.figure.worse != nil && !ruled.figure.definition.isEmpty, "\(ruled.name)")
        }
    }

    @Test func releases() throws {
        let text =
            "schema: singleout.release/1\ndata: d.csv\nfields: {quasiIdentifiers: [age, area]}\npolicy: {minK: 2, require: ['l(diagnosis)>=2', uniqueness<=0.5]}\n"
        let release = try Release(yaml: text, named: "r.yml")
        #expect(release.policy.requirements.map(\.description) == ["l(diagnosis)>=2", "uniqueness<=0.5"])
        let plan = try Selection(SelectionRequest(), release: release)
        #expect(plan.rules.map(\.name) == ["minK", "l(diagnosis)>=2", "uniqueness<=0.5"])
        let wrong = text.replacing("uniqueness<=0.5", with: "unique<=0.5")
        let error = #expect(throws: ReleaseError.self) { try Release(yaml: wrong, named: "r.yml") }
        #expect(
            error?.description.hasPrefix("r.yml:4: 'policy.require' needs one of the figures k, uniqueness, ") == true,
            "\(error?.description ?? "")")
    }
}
