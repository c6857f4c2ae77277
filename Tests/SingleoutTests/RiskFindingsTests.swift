import Foundation
import Singleout
import Testing

/// Sensitive fields, weights, households and populations in the findings of `measure`.
struct RiskFindingsTests {
    private static func measure(
        _ csv: String = Samples.tenRows, _ fields: String = Samples.tenRowFields, files: [String: String] = [:],
        change: (inout SelectionRequest, TemporaryFolder) -> Void = { _, _ in }
    ) throws -> MeasureFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = fields.split(separator: ",").map(String.init)
        for (name, text) in files { _ = try folder.file(name, text) }
        change(&arguments, folder)
        return try Selection(arguments).measure()
    }

    private static func json(_ findings: some Findings) throws -> [String: Any] {
        let text = try Samples.text { try JSONRenderer().render(findings.json, into: &$0) }
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func text(_ findings: some Findings) throws -> String {
        try Samples.text { try TerminalRenderer().render(findings.report, into: &$0) }
    }

    @Test func writesEveryModel() throws {
        let found = try Self.measure { arguments, _ in arguments.sensitive = ["health"] }
        let sensitive = try #require(try Self.json(found)["sensitive"] as? [String: Any])
        let health = try #require(sensitive["health"] as? [String: Any])
        #expect(health["records"] as? Int == 10)
        #expect(health["values"] as? Int == 2)
        #expect(health["distinctL"] as? Int == 1)
        #expect(health["entropyL"] as? Double == 1)
        #expect(health["entropy"] as? String == "shannon")
        #expect(health["alpha"] as? Double == 1)
        // Seven of ten are healthy: a class of a single "no" is 0.7 away, 7/3 likelier and ln(10/3) beyond.
        let closeness = try #require(health["tCloseness"] as? [String: Any])
        #expect(closeness["distance"] as? String == "equal")
        #expect(abs((closeness["t"] as? Double ?? 0) - 0.7) < 1e-15)
        #expect(abs((health["deltaDisclosure"] as? Double ?? 0) - log(10.0 / 3)) < 1e-15)
        #expect((health["deltaDisclosureConvention"] as? String)?.contains("infinite") == true)
        #expect(health["classesLackingValues"] as? Int == 5)
        #expect(abs((health["beta"] as? Double ?? 0) - 7.0 / 3) < 1e-15)
        #expect(abs((health["enhancedBeta"] as? Double ?? 0) - log(10.0 / 3)) < 1e-15)
        #expect(health["enhancedBetaMet"] as? Bool == false)
        let c = try #require(health["recursiveC"] as? [String: Any])
        for l in 2...5 {
            #expect(c[String(l)] is NSNull)
            #expect((c["\(l)Reason"] as? String)?.contains("fewer than \(l) values") == true)
        }
        #expect(try Self.json(found)["sensitiveGivenOthers"] == nil)
    }

    /// Classes of two records each: two values evenly in both, so the field gives nothing away.
    @Test func evenClasses() throws {
        let found = try Self.measure("a,s\nx,1\nx,2\ny,1\ny,2\n", "a") { arguments, _ in
            arguments.sensitive = ["s"]
            arguments.entropy = .grassberger
        }
        let field = try #require((try Self.json(found)["sensitive"] as? [String: Any])?["s"] as? [String: Any])
        #expect(field["entropy"] as? String == "grassberger")
        // G(2) - G(1) = 2.
        #expect(abs((field["entropyL"] as? Double ?? 0) - exp(2)) < 1e-13)
        #expect((field["recursiveC"] as? [String: Any])?["2"] as? Double == 1)
        #expect((field["tCloseness"] as? [String: Any])?["t"] as? Double == 0)
        #expect(field["deltaDisclosure"] as? Double == 0)
        #expect(field["beta"] as? Double == 0)
        #expect(field["enhancedBeta"] as? Double == 0)
        #expect(field["enhancedBetaMet"] as? Bool == true)
        #expect(try Self.text(found).contains("l, entropy (Grassberger)"))
    }

    @Test func orderedAndHierarchical() throws {
        // Of s: the class x has 1 and 2, the class y 3 and 10; of d: x has a and b of one group.
        let csv = "a,s,d\nx,1,a\nx,2,b\ny,10,c\ny,3,d\n"
        let files = ["h.csv": "d,group,any\na,left,all\nb,left,all\nc,right,all\nd,right,all\n"]
        let found = try Self.measure(csv, "a", files: files) { arguments, folder in
            arguments.sensitive = ["s", "d"]
            arguments.ordered = ["s"]
            arguments.hierarchies = ["d=\(folder.path)/h.csv"]
        }
        let sensitive = try #require(try Self.json(found)["sensitive"] as? [String: Any])
        let score = try #require((sensitive["s"] as? [String: Any])?["tCloseness"] as? [String: Any])
        #expect(score["distance"] as? String == "ordered")
        #expect(score["order"] as? String == "number")
        // Cumulated 1/4, 1/2, 1/4 over three steps.
        #expect(abs((score["t"] as? Double ?? 0) - 1.0 / 3) < 1e-15)
        let diagnosis = try #require((sensitive["d"] as? [String: Any])?["tCloseness"] as? [String: Any])
        #expect(diagnosis["distance"] as? String == "hierarchical")
        #expect(diagnosis["t"] as? Double == 0.5)
        // Who knows the other field too knows this one.
        let given = try #require(try Self.json(found)["sensitiveGivenOthers"] as? [String: Any])
        #expect((given["s"] as? [String: Any])?["alpha"] as? Double == 1)
        #expect(try Self.text(found).contains("Sensitive fields, the others being known"))
    }

    @Test func aMissingValueHasNoPlaceInAnOrder() throws {
        let csv = "a,s\nx,1\nx,\ny,2\ny,1\n"
        func closeness(_ missing: MissingName) throws -> [String: Any] {
            let found = try Self.measure(csv, "a") { arguments, _ in
                arguments.sensitive = ["s"]
                arguments.ordered = ["s"]
                arguments.missing = missing
            }
            let sensitive = try #require(try Self.json(found)["sensitive"] as? [String: Any])
            return try #require((sensitive["s"] as? [String: Any])?["tCloseness"] as? [String: Any])
        }
        #expect(try closeness(.category)["t"] is NSNull)
        #expect((try closeness(.category)["tReason"] as? String)?.contains("no place") == true)
        // 1 | 2, 1 of 2/3, 1/3: the class of one value is 1/3 away.
        #expect(abs((try closeness(.exclude)["t"] as? Double ?? 0) - 1.0 / 3) < 1e-15)
    }

    @Test func hierarchyThatLacksAValue() throws {
        let error = #expect(throws: HierarchyError.self) {
            try Self.measure("a,s\nx,Zanzibar7\nx,b\n", "a", files: ["h.csv": "s,any\nb,all\n"]) { arguments, folder in
                arguments.sensitive = ["s"]
                arguments.hierarchies = ["s=\(folder.path)/h.csv"]
            }
        }
        #expect(error?.description.contains("1 value of 's' has no row") == true)
        #expect(error?.description.contains("Zanzibar7") == false)
    }

    @Test func individualRisk() throws {
        let found = try Self.measure { arguments, _ in
            arguments.weight = "weight"
            arguments.maxRate = 0.0155
        }
        let individual = try #require(try Self.json(found)["individual"] as? [String: Any])
        #expect(individual["method"] as? String == "benedettiFranconi")
        #expect(abs((individual["expectedReidentifications"] as? Double ?? 0) - 0.1582346494) < 1e-10)
        #expect(abs((individual["rate"] as? Double ?? 0) - 0.01582346494) < 1e-11)
        let threshold = try #require(individual["threshold"] as? [String: Any])
        #expect(abs((threshold["risk"] as? Double ?? 0) - 0.0250964393838) < 1e-12)
        #expect(threshold["unsafeRecords"] as? Int == 2)
        let distribution = try #require(try Self.json(found)["riskDistribution"] as? [String: Any])
        #expect(distribution["risk"] as? String == "benedettiFranconi")
        let bands = try #require(distribution["bands"] as? [String: Int])
        #expect(bands.values.reduce(0, +) == 10)
        #expect([bands["0.01"], bands["0.02"], bands["0.03"]] == [4, 2, 4])
        let approximate = try Self.measure { arguments, _ in
            arguments.weight = "weight"
            arguments.isApproximate = true
            arguments.maxRate = 0.001
        }
        let other = try #require(try Self.json(approximate)["individual"] as? [String: Any])
        #expect(other["method"] as? String == "benedettiFranconiApproximate")
        #expect(other["threshold"] is NSNull)
        #expect((other["thresholdReason"] as? String)?.isEmpty == false)
    }

    /// The published table with a missing value as a wildcard, by way of a file.
    @Test func individualRiskWithWildcards() throws {
        let rows = [
            "2,3,1,18", "3,3,3,45.5", "2,3,,39", "2,3,2,17", "3,3,1,92", "3,3,1,8", "1,4,,123.5", ",3,1,51",
        ]
        let found = try Self.measure("A,B,C,w\n" + rows.joined(separator: "\n") + "\n", "A,B,C") { arguments, _ in
            arguments.missing = .wildcard
            arguments.weight = "w"
            arguments.isApproximate = true
        }
        let risks = [
            0.013698630, 0.085791288, 0.010554090, 0.032466112, 0.009836066, 0.009836066, 0.039316254, 0.005973716,
        ]
        #expect(abs((found.individual?.expectedReidentifications ?? 0) - risks.reduce(0, +)) < 4e-9)
        #expect(found.distribution?.records == 8)
    }

    @Test func householdsWithoutWeights() throws {
        let found = try Self.measure("a,h\nx,p\nx,q\ny,r\nz,p\nz,r\nz,\n", "a") { arguments, _ in
            arguments.household = "h"
            arguments.householdThreshold = 0.6
        }
        let object = try Self.json(found)
        #expect((object["individual"] as? [String: Any])?["method"] as? String == "inverseSize")
        let households = try #require(object["households"] as? [String: Any])
        #expect(households["count"] as? Int == 4)
        #expect(households["recordsWithout"] as? Int == 1)
        #expect(households["highestRisk"] as? Double == 1)
        #expect(households["unsafe"] as? Int == 2)
        #expect(households["membersAbove"] as? Int == 4)
        let two = try #require((households["sizes"] as? [String: [String: Any]])?["2"])
        #expect(two["memberThreshold"] as? Double == 0.3)
        #expect(try Self.text(found).contains("Unsafe households, with a risk above 60 %"))
    }

    static let badWeights: [(weights: [String], error: @Sendable (String) -> FieldValueError, message: String)] = [
        (
            ["1", "", "2", ""], { .missingWeight(source: $0, field: "w", record: 2, records: 2) },
            ", record 2, 'w': the record has no weight, as has 1 record after it; give every record the number of persons "
                + "that it represents."
        ),
        (
            ["1", "1", "1", "x7"], { .weightIsNoNumber(source: $0, field: "w", record: 4, records: 1) },
            ", record 4, 'w': the record has a weight that is not a number; write weights as 12 or 12.5, and name texts that "
                + "mean 'missing' with --missing-values."
        ),
        (
            ["1", "0x10", "nan", "2"], { .weightIsNoNumber(source: $0, field: "w", record: 2, records: 2) },
            ", record 2, 'w': the record has a weight that is not a number, as has 1 record after it; write weights as 12 or "
                + "12.5, and name texts that mean 'missing' with --missing-values."
        ),
        (
            ["0", "-5", "1", "0.0"], { .weightNotPositive(source: $0, field: "w", record: 1, records: 3) },
            ", record 1, 'w': the record has a weight of zero or below, as have 2 records after it; a weight is the number "
                + "of persons that a record represents, above 0."
        ),
    ]

    @Test(arguments: badWeights.indices) func refusesBadWeights(index: Int) throws {
        let bad = Self.badWeights[index]
        let folder = try TemporaryFolder()
        let csv = "a,w\n" + bad.weights.map { "x,\($0)\n" }.joined()
        var arguments = SelectionRequest()
        let path = try folder.file("d.csv", csv)
        arguments.data = .file(path)
        arguments.quasiIdentifiers = ["a"]
        arguments.weight = "w"
        let plan = try Selection(arguments)
        let error = #expect(throws: bad.error(path)) { try plan.measure() }
        #expect(error?.description == path + bad.message)
    }

    @Test func kMapAndPresence() throws {
        let population = "a\nx\nx\nx\ny\ny\nz\n"
        let found = try Self.measure("a\nx\nx\ny\n", "a", files: ["p.csv": population]) { arguments, folder in
            arguments.populationData = .file(folder.path + "/p.csv")
        }
        let object = try Self.json(found)
        #expect((object["kMap"] as? [String: Any])?["method"] as? String == "exact")
        #expect((object["kMap"] as? [String: Any])?["k"] as? Int == 2)
        // x 2/3, y 1/2, and nobody of z.
        #expect(object["deltaPresence"] as? [String: Double] == ["min": 0, "max": 2.0 / 3])
        let text = try Self.text(found)
        #expect(text.contains("delta-presence, the highest f/F"))
        let estimated = try Self.measure("a\nx\nx\ny\ny\n", "a") { arguments, _ in arguments.populationSize = 400 }
        let map = try #require(try Self.json(estimated)["kMap"] as? [String: Any])
        #expect(map["method"] as? String == "estimated")
        #expect(map["significance"] as? Double == 0.01)
        // Two records are enough as long as none is expected: P(X = 0) >= 0.99 up to a mean of 0.01005.
        #expect(map["k"] as? Int == 2)
        #expect(map["kZeroTruncated"] as? Int == 2)
        let wildcard = try Self.measure("a\nx\n\n", "a") { arguments, _ in
            arguments.populationSize = 400
            arguments.missing = .wildcard
        }
        #expect(try Self.json(wildcard)["kMap"] is NSNull)
    }

    @Test func spreadsheetHoldsEveryFigure() throws {
        let found = try Self.measure { arguments, _ in
            arguments.sensitive = ["health"]
            arguments.weight = "weight"
            arguments.maxRate = 0.0001
        }
        let csv = try Samples.text { try CSVRenderer().render(found.tabulation, into: &$0) }
        let lines = csv.components(separatedBy: "\r\n")
        #expect(lines.contains("sensitive.health.distinctL,1,"))
        #expect(lines.contains("sensitive.health.recursiveC.2,,\"a class has fewer than 2 values, so no c is enough\""))
        #expect(lines.contains("individual.threshold,,even the lowest risk of any record reaches the rate"))
        #expect(lines.contains("riskDistribution.bands.0.03,4,"))
    }
}
