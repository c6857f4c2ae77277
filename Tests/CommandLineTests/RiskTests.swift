import Foundation
import Testing

/// Sensitive fields, weights, households and populations at the command line.
struct RiskTests {
    private static let fields = "residence,gender,education,labour"

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        try folder.write("health,any\nyes,all\nno,all\n", to: "health.csv")
        return folder
    }

    private func measure(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try Tool.run(
            ["measure", "survey.csv", "-q", Self.fields, "--format", "json"] + arguments, in: folder())
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()
    }

    @Test func sensitive() throws {
        let object = try measure([
            "--sensitive", "health,weight", "--ordered", "weight", "--value-hierarchy", "health=health.csv",
        ])
        let sensitive = try #require(object["sensitive"] as? [String: [String: Any]])
        #expect(sensitive.keys.sorted() == ["health", "weight"])
        #expect((sensitive["health"]?["tCloseness"] as? [String: Any])?["distance"] as? String == "hierarchical")
        #expect((sensitive["weight"]?["tCloseness"] as? [String: Any])?["distance"] as? String == "ordered")
        #expect((object["sensitiveGivenOthers"] as? [String: Any])?.count == 2)
    }

    @Test func weightsAndHouseholds() throws {
        let object = try measure(["--weight", "weight", "--household", "family", "--household-threshold", "0.04"])
        let individual = try #require(object["individual"] as? [String: Any])
        #expect(abs((individual["expectedReidentifications"] as? Double ?? 0) - 0.1582) < 5e-5)
        let households = try #require(object["households"] as? [String: Any])
        #expect(households["count"] as? Int == 6)
        #expect(households["unsafe"] as? Int == 1)
    }

    /// A release names the roles once.
    @Test func roles() throws {
        let folder = try folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: survey.csv
            fields:
              quasiIdentifiers: [residence, gender]
              sensitive: [health]
              weight: weight
              household: family
            hierarchies:
              health: health.csv
            population: {size: 1580}
            policy: {maxRate: 0.01, householdThreshold: 0.04}

            """, to: "release.yml")
        let object = try Tool.run(["measure", "--release", "release.yml", "--format", "json"], in: folder).json()
        let health = try #require((object["sensitive"] as? [String: [String: Any]])?["health"])
        #expect((health["tCloseness"] as? [String: Any])?["distance"] as? String == "hierarchical")
        #expect((object["individual"] as? [String: Any])?["maxRate"] as? Double == 0.01)
        #expect((object["households"] as? [String: Any])?["threshold"] as? Double == 0.04)
        #expect((object["kMap"] as? [String: Any])?["method"] as? String == "estimated")
        #expect(try Tool.run(["combinations", "--release", "release.yml"], in: folder).status == 0)
        #expect(try Tool.run(["suda", "--release", "release.yml"], in: folder).status == 0)
    }

    @Test(arguments: [
        ["--sensitive", "labour"], ["--sensitive", "health,health"], ["--weight", "gender"],
        ["--household", "family", "--household-threshold", "0"], ["--household-threshold", "0.1"], ["--approximate"],
        ["--ordered", "health"], ["--value-hierarchy", "health=health.csv"],
        ["--sensitive", "health", "--value-hierarchy", "health"],
        ["--entropy", "shannon"], ["--max-rate", "2"], ["--population", "9"], ["--population", "0"],
        ["--population", "99", "--population-data", "survey.csv"],
        ["--missing", "wildcard", "--sensitive", "health"], ["--sensitive", "helth"], ["--weight", "residence2"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let outcome = try Tool.run(["measure", "survey.csv", "-q", Self.fields] + arguments, in: folder())
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ["--weight", "health"], ["--weight", "family"],
        ["--sensitive", "weight", "--value-hierarchy", "weight=health.csv"],
        ["--sensitive", "health", "--value-hierarchy", "health=survey.csv"],
        ["--sensitive", "health", "--value-hierarchy", "health=nothing.csv"],
    ])
    func workFailed(arguments: [String]) throws {
        let outcome = try Tool.run(["measure", "survey.csv", "-q", Self.fields] + arguments, in: folder())
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    /// A hierarchy that is read must not be replaced.
    @Test func outputMustNotReplaceTheHierarchy() throws {
        let outcome = try Tool.run(
            [
                "measure", "survey.csv", "-q", Self.fields, "--sensitive", "health", "--value-hierarchy",
                "health=health.csv",
                "--output", "health.csv",
            ], in: folder())
        #expect(outcome.status == 64)
    }

    /// No message about weights or hierarchies holds a value.
    @Test func noValueIsPrinted() throws {
        let folder = try WorkFolder()
        try folder.write("a,w,s\nx,Zanzibar7,Zanzibar8\nx,2,b\n", to: "d.csv")
        try folder.write("s,any\nb,all\nb,Zanzibar9\n", to: "h.csv")
        try folder.write("s,any\nb,all\n", to: "short.csv")
        for arguments in [
            ["--weight", "w"], ["--sensitive", "s", "--value-hierarchy", "s=h.csv"],
            ["--sensitive", "s", "--value-hierarchy", "s=short.csv"], ["--sensitive", "s,w", "--ordered", "s,w"],
        ] {
            let outcome = try Tool.run(["measure", "d.csv", "-q", "a"] + arguments, in: folder)
            #expect(!outcome.errors.contains("Zanzibar"), "\(outcome.errors)")
            #expect(!outcome.text.contains("Zanzibar"))
        }
        let records = try Tool.run(["suda", "d.csv", "-q", "a,s", "--records", "r.csv"], in: folder)
        #expect(records.status == 0)
        #expect(!(try folder.read("r.csv")).contains("Zanzibar"))
    }
}
