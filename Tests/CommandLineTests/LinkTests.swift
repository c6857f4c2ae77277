import Foundation
import Testing

struct LinkTests {
    private static let compare = ["--compare", "forename:name,surname:name,dob:date,sex:exact,postcode:postcode"]

    /// A register of 60 people, and four queries: one as it is, one misspelt, one of twins, one about nobody.
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        var lines = ["id,forename,surname,dob,sex,postcode"]
        let forenames = ["Zelda", "Quentin", "Marigold", "Osbert", "Philippa", "Thaddeus"]
        let surnames = ["Wetherby", "Oakenshaw", "Quarmby", "Thistlewood", "Ravenscroft"]
        for number in 0..<60 {
            let day = 10 + number % 18
            lines.append(
                "p\(number),\(forenames[number % 6]),\(surnames[number / 6 % 5]),20\(10 + number % 7)-03-\(day),"
                    + "\(number % 2 == 0 ? "F" : "M"),AB\(1 + number % 8) \(number % 10)CI")
        }
        lines.append("p60,Zelda,Wetherby,2010-03-10,F,AB1 0CI")
        try folder.write(lines.joined(separator: "\n") + "\n", to: "pupils.csv")
        try folder.write(
            """
            forename,surname,dob,sex,postcode,person
            Quentin,Wetherby,2011-03-11,M,AB2 1CI,p1
            Marigold,Wetherbey,2012-03-12,F,AB3 2CI,p2
            Zelda,Wetherby,2010-03-10,F,AB1 0CI,p0
            Xanthe,Ludlow,2001-11-29,F,ZZ9 9ZM,

            """, to: "asked.csv")
        return folder
    }

    @Test func json() throws {
        let outcome = try Tool.run(
            ["link", "asked.csv", "pupils.csv"] + Self.compare + ["--truth-field", "person=id", "--format", "json"],
            in: folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.link/1")
        #expect(object["queries"] as? Int == 4)
        #expect(object["register"] as? Int == 61)
        #expect(object["matched"] as? Int == 2)
        #expect(object["ambiguous"] as? Int == 1)
        #expect(object["unmatched"] as? Int == 1)
        #expect(object["precision"] as? Double == 1)
        #expect(object["candidateRecall"] as? Double == 1)
        #expect((object["recall"] as? Double).map { abs($0 - 2.0 / 3) < 1e-9 } == true)
        #expect((object["curve"] as? [[String: Any]])?.count == 8)
        #expect(object["search"] as? String == "auto" && object["shortlist"] as? Int == 20)
        #expect(object["synthetic"] == nil)
    }

    @Test(arguments: ["auto", "keys", "matrix"])
    func searches(search: String) throws {
        let outcome = try Tool.run(
            ["link", "asked.csv", "pupils.csv"] + Self.compare
                + ["--truth-field", "person=id", "--format", "json", "--search", search], in: folder())
        let object = try outcome.json()
        #expect(object["search"] as? String == search)
        #expect(object["matched"] as? Int == 2 && object["ambiguous"] as? Int == 1)
        #expect((object["keys"] as? [String])?.isEmpty == (search == "matrix"))
        #expect(search != "matrix" || object["searchedAll"] as? Int == 4)
    }

    /// Weights that are given are taken as they are: nothing is fitted.
    @Test func weightsOfTheReleaseFile() throws {
        let folder = try folder()
        try folder.write(
            """
            schema: singleout.release/1
            link:
              compare: {dob: date, sex: exact}
              prevalence: 0.015625
              frequencies: false
              weights:
                dob: {m: [0.8, 0.05, 0.05, 0.05, 0.05], u: [0.1, 0.1, 0.1, 0.1, 0.6]}
                sex: {m: [0.75, 0.25], u: [0.5, 0.5]}
            """, to: "release.yml")
        let outcome = try Tool.run(
            [
                "link", "asked.csv", "pupils.csv", "--release", "release.yml", "--format", "json", "--records",
                "who.csv",
            ],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["prevalence"] as? Double == 0.015625)
        let fields = try #require(object["fields"] as? [String: [String: Any]])
        #expect(Set(fields.keys) == ["dob", "sex"])
        // log2(1/63) + log2(0.8/0.1) + log2(0.75/0.5)
        let weight = -5.977280 + 3 + 0.584963
        let lines = try folder.read("who.csv").components(separatedBy: "\r\n")
        let first = lines[1].components(separatedBy: ",")
        #expect(Double(first[4]).map { abs($0 - weight) < 1e-5 } == true, "\(lines[1])")
    }

    @Test func withoutTruth() throws {
        let outcome = try Tool.run(
            ["link", "asked.csv", "pupils.csv"] + Self.compare + ["--format", "json"], in: folder())
        let object = try outcome.json()
        #expect(object["precision"] is NSNull)
        #expect(object["precisionReason"] as? String == "the truth is not known (--truth-field)")
    }

    @Test(arguments: ["probabilistic", "deterministic"], ["table", "json", "csv", "markdown", "latex"])
    func noNameIsPrinted(method: String, format: String) throws {
        let outcome = try Tool.run(
            ["link", "asked.csv", "pupils.csv"] + Self.compare
                + ["--truth-field", "person=id", "--match-method", method, "--format", format], in: folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        for secret in ["Wetherb", "Zelda", "Marigold", "AB1", "2010-03", "p60"] {
            #expect(!outcome.text.contains(secret), "\(secret)")
        }
    }

    @Test func recordsArePrivate() throws {
        let folder = try folder()
        let outcome = try Tool.run(
            ["link", "asked.csv", "pupils.csv"] + Self.compare + ["--top", "2", "--records", "who.csv"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("who.csv"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let lines = try folder.read("who.csv").components(separatedBy: "\r\n")
        #expect(lines[0] == "query,decision,rank,record,weight,probability,share,step")
        #expect(lines[1].hasPrefix("1,matched,1,2,"))
        #expect(
            lines.contains { $0.hasPrefix("3,ambiguous,1,1,") } && lines.contains { $0.hasPrefix("3,ambiguous,2,61,") })
    }

    @Test(arguments: [
        (["--compare", "forename:nam"], 64, "did you mean 'name'?"),
        (["--compare", "forename"], 64, "comparator each"),
        (["--compare", "forename:name,forename:exact"], 64, "twice"),
        (["--compare", "height:numeric"], 64, "None of the fields"),
        (["--compare", "forename:name,height:numeric"], 64, "no field 'height'"),
        (["--compare", "forename:name,surname:date"], 2, "values of 'surname' cannot be read as a date"),
        (["--compare", "surname:name", "--truth-field", "id"], 64, "no field 'id'"),
        (["--compare", "surname:name", "--truth-field", "person=nothing"], 64, "no field 'nothing'"),
        (["--compare", "surname:name", "--truth-field", "sex=id"], 2, "none of the true identifiers"),
        (["--compare", "surname:name", "--match-method", "deterministic"], 64, "two names and a date"),
        (["--compare", "surname:name", "--match-probability", "0"], 64, "--match-probability"),
        (["--compare", "surname:name", "--top", "0"], 64, "--top"),
        (["--compare", "surname:name", "--search", "trees"], 64, "auto"),
        (["--compare", "surname:name", "--shortlist", "0"], 64, "--shortlist"),
        ([], 64, "--compare"),
        (["--release", "short.yml"], 64, "short.yml:5: 'link.weights.surname.m' needs a list of 6 probabilities"),
        (["--release", "other.yml", "--compare", "sex:exact"], 64, "weights of the field 'sex'"),
        (["--compare", "surname:name", "--records", "a.xlsx"], 64, "ends in .xlsx"),
        (["--compare", "surname:name", "--records", "pupils.csv"], 64, "this file is read"),
    ])
    func errors(arguments: [String], status: Int, text: String) throws {
        let folder = try folder()
        let head = "schema: singleout.release/1\nlink:\n  prevalence: 0.01\n  weights:\n"
        try folder.write(
            head.replacingOccurrences(of: "  prevalence", with: "  compare: {surname: name}\n  prevalence")
                .replacingOccurrences(
                    of: "  weights:\n", with: "  weights: {surname: {m: [0.9, 0.1], u: [0.1, 0.9]}}\n"),
            to: "short.yml")
        try folder.write(head + "    dob: {m: [0.9, 0.1], u: [0.1, 0.9]}\n", to: "other.yml")
        let outcome = try Tool.run(["link", "asked.csv", "pupils.csv"] + arguments, in: folder)
        #expect(outcome.status == Int32(status))
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Wetherb"))
    }
}
