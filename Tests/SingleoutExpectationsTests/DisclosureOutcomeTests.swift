import SingleoutExpectations
import Testing

/// Rules against figures worked out by hand and by the slow twins.
struct DisclosureOutcomeTests {
    static let fields = ["sex", "area"]

    func outcome(_ rule: DisclosureRule, missing: MissingSemantics = .category) throws -> DisclosureOutcome {
        try #require(
            DisclosureRule.outcomes([rule], of: Samples.pupils, on: Self.fields, missing: missing).first)
    }

    @Test func classSizes() throws {
        let k = try outcome(.kAnonymity(atLeast: 3))
        #expect(!k.isMet && k.found == 1 && k.recordsAffected == 5 && k.records == 8)
        #expect(
            k.message
                == "pupils.csv, on sex, area: the smallest class has 1 record where at least 3 were expected; 5 of 8 records "
                + "are in classes that are too small.")
        #expect("\(k)" == k.message)
        #expect(try outcome(.kAnonymity(atLeast: 1)).isMet)
    }

    @Test func uniqueness() throws {
        let found = try outcome(.uniqueness(atMost: 0.1))
        #expect(!found.isMet && found.found == 0.125 && found.recordsAffected == 1)
        #expect(
            found.message
                == "pupils.csv, on sex, area: 1 of 8 records are alone in their class where at most a share of 0.1 was expected, "
                + "which is 0.")
        let met = try outcome(.uniqueness(atMost: 0.125))
        #expect(met.isMet && met.recordsAffected == 0)
    }

    @Test func risk() throws {
        let found = try outcome(.risk(atMost: 0.4))
        #expect(!found.isMet && found.found == 1 && found.recordsAffected == 5)
        #expect(
            found.message
                == "pupils.csv, on sex, area: the highest risk is 1.0 where at most 0.4 was expected; 5 of 8 records have a "
                + "higher one.")
        #expect(try outcome(.risk(atMost: 1)).isMet)
    }

    @Test func sensitiveFields() throws {
        let distinct = try outcome(.distinctDiversity(atLeast: 2, of: "sen"))
        #expect(!distinct.isMet && distinct.found == 1 && distinct.recordsAffected == 3)
        #expect(
            distinct.message
                == "pupils.csv, on sex, area: the number of different values of sen in the worst class is 1 where at least 2 was "
                + "expected; 3 of 8 records are in classes that miss it.")
        // The class of two has two values, as often each: exp(ln 2) is 2 up to rounding.
        let entropy = try outcome(.entropyDiversity(atLeast: 1.95, of: "sen"))
        #expect(entropy.found == 1 && entropy.recordsAffected == 6)
        // The two records of one value hold 1 of it and the file 2/8.
        let closeness = try outcome(.closeness(atMost: 0.5, of: "sen"))
        #expect(closeness.found == 0.75 && closeness.recordsAffected == 2)
        #expect(try outcome(.closeness(atMost: 0.75, of: "sen")).isMet)
    }

    /// Values stand in no message, whatever the rule.
    @Test func messagesHoldNoValues() throws {
        let rules: [DisclosureRule] = [
            .kAnonymity(atLeast: 9), .uniqueness(atMost: 0), .risk(atMost: 0.01),
            .distinctDiversity(atLeast: 9, of: "sen"), .entropyDiversity(atLeast: 9, of: "sen"),
            .closeness(atMost: 0, of: "sen"),
        ]
        let outcomes = try DisclosureRule.outcomes(rules, of: Samples.pupils, on: Self.fields)
        #expect(outcomes.map(\.rule) == rules)
        for outcome in outcomes {
            #expect(!outcome.isMet)
            for value in ["secretarea", "elsewhere", "secretsen"] { #expect(!outcome.message.contains(value)) }
        }
    }

    @Test func files() throws {
        try Samples.withFile(Samples.csv) { path in
            func k(_ missing: MissingSemantics, _ values: Set<String>) throws -> Double? {
                try DisclosureRule.outcomes(
                    [.kAnonymity(atLeast: 2)], ofFile: path, on: Self.fields, missing: missing, missingValues: values
                )[0].found
            }
            // With the dash as a wildcard each of the two boys agrees with the other.
            let found = try [k(.category, []), k(.exclude, ["-"]), k(.wildcard(alpha: 1), ["-"])]
            #expect(found == [1, 1, 2])
            let rule = DisclosureRule.closeness(atMost: 1, of: "sen")
            let outcomes = try DisclosureRule.outcomes([rule], ofFile: path, on: ["sex"])
            #expect(outcomes.map(\.isMet) == [true])
        }
    }

    /// Where nobody is left nothing shows that a rule is met.
    @Test func withoutRecords() throws {
        let table = Table(
            source: "none",
            columns: [Column(name: "a", values: [nil, nil]), Column(name: "s", values: ["x", "y"])])
        let rules: [DisclosureRule] = [.uniqueness(atMost: 1), .distinctDiversity(atLeast: 1, of: "s")]
        for outcome in try DisclosureRule.outcomes(rules, of: table, on: ["a"], missing: .exclude) {
            #expect(!outcome.isMet && outcome.found == nil && outcome.records == 0)
            #expect(outcome.message.contains("no record was counted"))
        }
    }

    @Test(
        arguments: [
            (.kAnonymity(atLeast: 0), "k-anonymity", "a number of at least 1"),
            (.uniqueness(atMost: .nan), "uniqueness", "a number from 0 to 1"),
            (.risk(atMost: 0), "risk", "a number above 0 and up to 1"),
            (.distinctDiversity(atLeast: 0, of: "sen"), "distinct diversity", "a number of at least 1"),
            (.entropyDiversity(atLeast: .infinity, of: "sen"), "entropy diversity", "a number of at least 1"),
            (.closeness(atMost: -0.1, of: "sen"), "closeness", "a number from 0 to 1"),
        ] as [(DisclosureRule, String, String)])
    func limits(rule: DisclosureRule, name: String, expected: String) {
        #expect(throws: DisclosureRuleError.limitOutOfRange(rule: name, expected: expected)) { try outcome(rule) }
    }

    @Test func refusals() {
        let table = Samples.pupils
        #expect(throws: DisclosureRuleError.noRules) { try DisclosureRule.outcomes([], of: table, on: ["sex"]) }
        #expect(throws: CountingError.noFields) {
            try DisclosureRule.outcomes([.kAnonymity(atLeast: 2)], of: table, on: [])
        }
        #expect(throws: DisclosureRuleError.sensitiveFieldKnown("sex")) {
            try outcome(.closeness(atMost: 1, of: "sex"))
        }
        #expect(throws: MicrodataError.unknownField(name: "sxe", source: "pupils.csv", nearest: "sex")) {
            try DisclosureRule.outcomes([.kAnonymity(atLeast: 2)], of: table, on: ["sxe"])
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try outcome(.closeness(atMost: 1, of: "sen"), missing: .wildcard(alpha: 1))
        }
    }

    /// On random tables every figure is that of the slow twins.
    @Test(arguments: UInt64(1)...60)
    func agreesWithTheTwins(seed: UInt64) throws {
        let made = SeededTable.random(seed: seed, records: 1...80, fields: 2...4)
        let names = made.columns.map(\.name)
        let (known, sensitive) = (Array(names.dropLast()), names[names.count - 1])
        let histogram = SlowCounting.histogram(of: Array(made.columns.dropLast()))
        let codes = made.columns[names.count - 1].codes.widened()
        var members: [Int: [Int]] = [:]
        for (record, number) in SlowCounting.classes(of: Array(made.columns.dropLast())).enumerated() {
            members[number ?? -1, default: []].append(Int(codes[record]))
        }
        let slow = SlowDisclosure(Array(members.values))
        let found = try DisclosureRule.outcomes(
            [
                .kAnonymity(atLeast: 3), .uniqueness(atMost: 0.1), .distinctDiversity(atLeast: 2, of: sensitive),
                .closeness(atMost: 0.3, of: sensitive),
            ], of: made.table, on: known)
        #expect(found[0].found == histogram.k.map(Double.init), "\(made)")
        #expect(found[0].recordsAffected == histogram.records(below: 3), "\(made)")
        #expect(found[1].found == histogram.uniqueness, "\(made)")
        #expect(found[2].found == slow.distinct.map(Double.init), "\(made)")
        #expect(found[2].recordsAffected == members.values.filter { Set($0).count < 2 }.map(\.count).reduce(0, +))
        let t = try #require(slow.equalCloseness)
        #expect(abs((found[3].found ?? -1) - t) < 1e-12, "\(made)")
    }

    /// Rules about other figures, as the tool takes them.
    @Test func anyFigure() throws {
        let alpha = try outcome(.require("alpha(sen)<=0.5"))
        #expect(!alpha.isMet && alpha.found == 1)
        #expect(alpha.message.hasPrefix("pupils.csv, on sex, area: alpha(sen) is 1 where at most 0.5 was expected; "))
        #expect(try outcome(.require("k>=1")).isMet)
        #expect(throws: DisclosureRuleError.self) { try outcome(.require("alpha<=0.5")) }
        #expect(throws: DisclosureRuleError.notOfTable("kMap")) { try outcome(.require("kMap>=2")) }
        #expect(throws: DisclosureRuleError.sensitiveFieldKnown("sex")) { try outcome(.require("l(sex)>=2")) }
    }
}
