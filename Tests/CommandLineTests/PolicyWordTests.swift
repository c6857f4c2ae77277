import Testing

/// Sentences about policies, ties and samples hold in the numbers beside them.
struct PolicyWordTests {
    private static let survey = "id,sex,area,w,hh\n1,F,A,9,1\n2,M,A,9,1\n3,F,B,9,2\n4,F,B,9,2\n5,M,B,8,3\n6,M,B,8,3\n"

    /// A rule that `check` does not judge is named in every format, and the policy is not said to be met.
    @Test func rulesThatAreNotJudged() throws {
        let folder = try WorkFolder()
        try folder.write(Self.survey, to: "d.csv")
        try folder.write(
            """
            schema: singleout.release/1
            data: d.csv
            fields: {quasiIdentifiers: [sex, area], weight: w, household: hh}
            policy: {minK: 1, maxRate: 0.01, householdThreshold: 0.01}
            """, to: "r.yml")
        let text = try Tool.run(["check", "--release", "r.yml"], in: folder)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.text.contains("The rule that was judged holds."))
        #expect(!text.text.contains("policy is met"))
        #expect(text.text.contains("policy.maxRate and policy.householdThreshold were not judged here"))
        let json = try Tool.run(["check", "--release", "r.yml", "--format", "json"], in: folder)
        #expect(json.text.contains(#""unjudged": ["policy.maxRate", "policy.householdThreshold"]"#))
        let junit = try Tool.run(["check", "--release", "r.yml", "--format", "junit"], in: folder)
        #expect((junit.text + junit.errors).contains("were not judged here"))
        #expect(try Tool.run(["brief", "r.yml", "--output", "b"], in: folder).status == 0)
        let page = try folder.read("b/findings.json")
        #expect(page.contains("were not judged here"))
        #expect(page.contains("each record has a weight (w)"))
        #expect(!page.contains("nothing is sampled or estimated"))
    }

    /// Fields that add equally are all named, and one of several smallest combinations is an example.
    @Test func tiesNameAll() throws {
        let folder = try WorkFolder()
        try folder.write("mail,nhs,c\na,1,x\nb,2,x\nc,3,x\nd,4,x\n", to: "d.csv")
        let text = try Tool.run(["combinations", "d.csv", "-q", "mail,nhs,c"], in: folder).text
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("mail and nhs add equally to uniqueness: 50.0 percentage points each."))
        #expect(text.contains("it takes no more than 1 field: for example mail (100.0 %)"))
    }
}
