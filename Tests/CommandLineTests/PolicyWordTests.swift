import Testing

/// Sentences about policies, ties and samples hold in the numbers beside them.
struct PolicyWordTests {
    private static let survey = "id,sex,area,w,hh\n1,F,A,9,1\n2,M,A,9,1\n3,F,B,9,2\n4,F,B,9,2\n5,M,B,8,3\n6,M,B,8,3\n"

    /// The rules about rates and households are judged in every format, like the others.
    @Test func ratesAndHouseholds() throws {
        let folder = try WorkFolder()
        try folder.write(Self.survey, to: "d.csv")
        func release(_ limits: String) throws {
            try folder.write(
                """
                schema: singleout.release/1
                data: d.csv
                fields: {quasiIdentifiers: [sex, area], weight: w, household: hh}
                policy: {minK: 1, \(limits)}
                """, to: "r.yml")
        }
        try release("maxRate: 0.01, householdThreshold: 0.01")
        let text = try Tool.run(["check", "--release", "r.yml"], in: folder)
        #expect(text.status == 1, "\(text.errors)")
        #expect(text.text.contains("The release policy is NOT met: 2 of 3 rules fail."))
        let json = try Tool.run(["check", "--release", "r.yml", "--format", "json"], in: folder).json()
        #expect(json["unjudged"] == nil)
        let rules = try #require(json["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["minK", "maxRate", "householdThreshold"])
        #expect(rules.map { $0["met"] as? Bool } == [true, false, false])
        let junit = try Tool.run(["check", "--release", "r.yml", "--format", "junit"], in: folder)
        #expect(junit.text.contains(#"tests="3" failures="2""#))
        try release("maxRate: 0.99, householdThreshold: 0.99")
        let met = try Tool.run(["check", "--release", "r.yml"], in: folder)
        #expect(met.status == 0 && met.text.contains("The release policy is met: all 3 rules hold."))
    }

    /// Fields that add equally are all named, and one of several smallest combinations is an example.
    @Test func tiesNameAll() throws {
        let folder = try WorkFolder()
        try folder.write("mail,nhs,c\na,1,x\nb,2,x\nc,3,x\nd,4,x\n", to: "d.csv")
        let text = try Tool.run(["combinations", "d.csv", "-q", "mail,nhs,c"], in: folder).text
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("mail and nhs add equally to uniqueness: 50.0 percentage points each."))
        #expect(text.contains("; 1 field is enough: for example mail (100.0 %)"))
    }
}
