import Foundation
import Singleout
import Testing

struct PolicyFindingsTests {
    private static func check(
        _ csv: String, _ fields: String, change: (inout SelectionRequest) -> Void
    ) throws -> PolicyFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = fields.split(separator: ",").map(String.init)
        change(&arguments)
        return try Selection(arguments).check()
    }

    /// Eleven records of one class and one alone: k 1, uniqueness 1/12.
    private static let lopsided = "p\n" + String(repeating: "a\n", count: 11) + "b\n"
    /// Eleven records of one class: k 11, highest risk 1/11 = 0.0909.
    private static let even = "p\n" + String(repeating: "a\n", count: 11)

    @Test func judgesAtTheLimitExactly() throws {
        #expect(try Self.check(Self.even, "p") { $0.minK = 11 }.isMet)
        #expect(try !Self.check(Self.even, "p") { $0.minK = 12 }.isMet)
        #expect(try Self.check(Self.even, "p") { $0.maxRisk = 1.0 / 11 }.isMet)
        #expect(try !Self.check(Self.even, "p") { $0.maxRisk = 0.09 }.isMet)
        #expect(try Self.check(Self.even, "p") { $0.maxUniqueness = 0 }.isMet)
        #expect(try Self.check(Self.lopsided, "p") { $0.maxUniqueness = 1.0 / 12 }.isMet)
        #expect(try !Self.check(Self.lopsided, "p") { $0.maxUniqueness = 0.083 }.isMet)
    }

    @Test func saysByHowMuch() throws {
        let found = try Self.check(Self.lopsided, "p") {
            $0.minK = 5
            $0.maxUniqueness = 0.01
            $0.maxRisk = 0.09
        }
        #expect(found.rules.map(\.rule.name) == ["minK", "maxUniqueness", "maxRisk"])
        #expect(found.rules.map(\.found) == [1, 1.0 / 12, 1])
        #expect(found.rules.map(\.excess) == [4, 1.0 / 12 - 0.01, 0.91])
        #expect(found.rules.map(\.recordsAffected) == [1, 1, 12])
        let junit = try Samples.text { try JUnitRenderer().render(found.testReport, into: &$0) }
        #expect(
            junit == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="3" failures="3" errors="0">
                  <testsuite name="singleout.check" tests="3" failures="3" errors="0" skipped="0">
                    <testcase classname="singleout.check" name="minK">
                      <failure message="The smallest class has 1 where the policy asks for at least 5, \
                which is 4 too few; 1 of 12 records (8.3 %) is in a class that is too small."/>
                    </testcase>
                    <testcase classname="singleout.check" name="maxUniqueness">
                      <failure message="The uniqueness is 8.3 % where the policy allows 1 %, 7.3 percentage points too \
                many; 1 of 12 records (8.3 %) is alone in its class, 0 would be allowed."/>
                    </testcase>
                    <testcase classname="singleout.check" name="maxRisk">
                      <failure message="The highest prosecutor risk is 100.0 % where the policy allows 9 %, \
                91.0 percentage points too high; 12 of 12 records (100.0 %) have a risk above the limit."/>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func writesTheVerdictAsJSON() throws {
        let found = try Self.check(Self.even, "p") {
            $0.minK = 12
            $0.maxUniqueness = 0.01
        }
        let json = try Samples.text { try JSONRenderer().render(found.json, into: &$0) }
        #expect(
            json == """
                {
                  "schema": "singleout.check/1",
                  "records": 11,
                  "quasiIdentifiers": ["p"],
                  "missing": "category",
                  "met": false,
                  "rules": [
                    {"rule": "minK", "figure": "k", "relation": ">=", "limit": 12, "found": 11, "met": false, \
                "excess": 1, "recordsAffected": 11},
                    {"rule": "maxUniqueness", "figure": "uniqueness", "relation": "<=", "limit": 0.01, "found": 0, \
                "met": true, "excess": 0, "recordsAffected": 0}
                  ]
                }

                """)
        let csv = try Samples.text { try CSVRenderer().render(found.tabulation, into: &$0) }
        #expect(
            csv
                == [
                    "rule,limit,found,met,excess,recordsAffected,reason", "minK,12,11,false,1,11,",
                    "maxUniqueness,0.01,0,true,0,0,", "",
                ].joined(separator: "\r\n"))
    }

    /// A limit that is missed by little must not look met: 1/11 = 9.0909 % against 9.09 %.
    @Test func showsAsManyDecimalsAsTellFoundFromLimit() throws {
        let found = try Self.check(Self.even, "p") { $0.maxRisk = 0.0909 }
        let text = try Samples.text { try MarkdownRenderer().render(found.report, into: &$0) }
        #expect(text.contains("| Highest prosecutor risk, 1/k, at most | 9.09 % | 9.091 % | NOT met | 11 |\n"))
    }

    @Test func takesTheSmallestWildcardFrequency() throws {
        // With alpha 1/2: (a) f = 2 + 1/2, (missing) f = 1 + 2 at full weight.
        let found = try Self.check("p,q\na,1\na,1\n,1\n", "p,q") {
            $0.missing = .wildcard
            $0.alpha = 0.5
            $0.minK = 3
        }
        #expect(found.rules.map(\.found) == [2.5])
        #expect(found.rules.map(\.recordsAffected) == [2])
    }

    @Test func isNotMetWhenNothingIsLeftToJudge() throws {
        let found = try Self.check("p,q\n,1\n,2\n", "p") {
            $0.missing = .exclude
            $0.minK = 2
            $0.maxUniqueness = 1
            $0.maxRisk = 1
        }
        #expect(!found.isMet)
        #expect(found.rules.map(\.isMet) == [false, false, false])
        #expect(found.rules.map(\.found) == [nil, nil, nil])
        let json = try Samples.text { try JSONRenderer().render(found.json, into: &$0) }
        #expect(json.contains("\"found\": null, \"foundReason\": \"no record is left"))
        let text = try Samples.text { try TerminalRenderer().render(found.report, into: &$0) }
        #expect(text.contains("2 records were left out of 2 records."))
    }
}
