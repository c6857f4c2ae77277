import Foundation
import Testing

/// The same value in two notations, in every command that compares files.
struct ComparisonTests {
    private func folder(_ files: [String: String]) throws -> WorkFolder {
        let folder = try WorkFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    /// The first sentence below the title.
    private func first(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).prefix { !$0.isEmpty }.joined(
            separator: " ")
    }

    private static let whole = "id,yob,sex\n1,2009,F\n2,2010,M\n3,2011,M\n"
    private static let decimals = "id,yob,sex\n1,2009.0,F\n2,2010.0,M\n3,2011.0,M\n"
    private static let marked = "id,yob,sex\n1,y2009,F\n2,y2010,M\n3,y2011,M\n"

    @Test func numbersMatchAcross() throws {
        let folder = try folder(["a.csv": Self.whole, "b.csv": Self.decimals])
        let outcome = try Tool.run(["across", "a.csv", "b.csv", "--on", "yob", "--format", "json"], in: folder)
        #expect(outcome.status == 0 && outcome.text.contains("\"exactlyOne\": 3"), "\(outcome.errors)")
    }

    /// "0 of 3 records match" of files that write a year otherwise never stands alone, and is no success.
    @Test(arguments: [
        ["across", "a.csv", "b.csv", "--on", "yob"], ["across", "a.csv", "b.csv"],
        ["differences", "a.csv", "b.csv", "-q", "yob,sex"],
        ["link", "a.csv", "b.csv", "--compare", "yob:exact,sex:exact"],
        [
            "families", "a.csv", "--family", "sex", "-q", "yob", "--area", "id", "--id", "id", "--later", "b.csv",
        ],
    ])
    func disjointFields(arguments: [String]) throws {
        let folder = try folder(["a.csv": Self.whole, "b.csv": Self.marked])
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.text)")
        #expect(first(outcome.text).hasPrefix("The field 'yob' has no value in common in a.csv and b.csv:"))
        #expect(first(outcome.text).contains("a.csv writes it as 9999 and b.csv as A9999"))
        #expect(outcome.errors.contains("--allow-disjoint"))
        for text in [outcome.text, outcome.errors] { #expect(!text.contains("2009") && !text.contains("y20")) }
        let allowed = try Tool.run(arguments + ["--allow-disjoint"], in: folder)
        #expect(allowed.status == 0 && first(allowed.text) == first(outcome.text), "\(allowed.errors)")
        let json = try Tool.run(arguments + ["--format", "json"], in: folder)
        #expect(json.status == 2)
        #expect(
            (try json.json()["notes"] as? [String])?.first?.hasPrefix("The field 'yob' has no value in common") == true)
    }

    /// Codes that lost their zeros match nothing, and the first sentence says why.
    @Test func leadingZeros() throws {
        let folder = try folder(["a.csv": "code\n0012\n0013\n", "b.csv": "code\n12\n13\n"])
        let outcome = try Tool.run(["across", "a.csv", "b.csv", "--on", "code"], in: folder)
        #expect(outcome.status == 2 && first(outcome.text).contains("leading zeros"))
        #expect(first(outcome.text).contains("a.csv writes it as 9999 and b.csv as 99"))
    }

    @Test func populationInOtherNotation() throws {
        let folder = try folder([
            "a.csv": Self.whole, "b.csv": Self.decimals + "4,2011,M\n", "c.csv": Self.marked,
        ])
        let measured = try Tool.run(
            ["measure", "a.csv", "-q", "yob,sex", "--population-data", "b.csv", "--format", "json"], in: folder)
        #expect(measured.status == 0, "\(measured.errors)")
        // 1 in 1, 1 in 1 and 1 in 2.
        let attackers = try #require(try measured.json()["attackers"] as? [String: Any])
        let journalist = try #require(attackers["journalist"] as? [String: Any])
        #expect((journalist["successRate"] as? Double).map { abs($0 - 5.0 / 6) < 1e-12 } == true)
        let apart = try Tool.run(["measure", "a.csv", "-q", "yob", "--population-data", "c.csv"], in: folder)
        #expect(apart.status == 2 && apart.text.isEmpty)
        #expect(apart.errors.contains("The field 'yob' has no value in common") && !apart.errors.contains("2009"))
    }

    @Test func linkMatchesNumbersAndIdentifiers() throws {
        let folder = try folder([
            "a.csv": Self.whole,
            "b.csv": Self.decimals.replacingOccurrences(of: "\n1,", with: "\n1.0,")
                .replacingOccurrences(of: "\n2,", with: "\n2.0,").replacingOccurrences(of: "\n3,", with: "\n3.0,"),
        ])
        let outcome = try Tool.run(
            ["link", "a.csv", "b.csv", "--compare", "yob:exact", "--truth", "id", "--format", "json"],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.json()["present"] as? Int == 3)
    }

    /// The same address in three notations is one home; houses 1 12 and 11 2 stay two.
    @Test func familiesFoldTexts() throws {
        let folder = try folder([
            "f.csv": """
            upn,building,postcode,sex,home
            1,12 High St,ZZ1 1AA,F,a
            2,12 HIGH ST,zz11aa,M,a
            3,12 high st ,ZZ1 1AA,M,a
            4,1 12,ZZ1 1AA,F,b
            5,11 2,ZZ1 1AA,F,c

            """
        ])
        func recall(_ more: [String]) throws -> Int? {
            let outcome = try Tool.run(
                ["families", "f.csv", "--infer", "address", "--family", "home", "-q", "sex", "--format", "json"] + more,
                in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let inference = try outcome.json()["inference"] as? [String: Any]
            #expect(inference?["precision"] is NSNull || inference?["precision"] as? Double == 1)
            return inference?["rightPairs"] as? Int
        }
        #expect(try recall([]) == 3)
        #expect(try recall(["--match-text", "exact"]) == 0)
    }

    @Test func foldedAcross() throws {
        let folder = try folder(["a.csv": "pc\nAB1 2CD\nZZ9 9ZZ\n", "b.csv": "pc\nab12cd\nzz9 9zz\n"])
        let exact = try Tool.run(["across", "a.csv", "b.csv"], in: folder)
        #expect(exact.status == 2 && first(exact.text).contains("--match-text folded"))
        let folded = try Tool.run(
            ["across", "a.csv", "b.csv", "--match-text", "folded", "--format", "json"], in: folder)
        #expect(folded.status == 0 && folded.text.contains("\"exactlyOne\": 2"))
    }

    /// EMD over 900 < 950 < 1000 < 1100 is 0.5: (.75 + .5 + .25) / 3; 7 and 7.0 are one value.
    @Test func orderedNumbers() throws {
        let folder = try folder([
            "o.csv": "g,inc\na,900\nb,950\nb,\"1,000\"\nb,\"1,100\"\n", "t.csv": "g,n\na,7\na,7.0\na,8\n",
            "m.csv": "g,inc\na,900\nb,950\nb,1000\nb,about 1100\n",
        ])
        func measure(_ file: String, _ field: String) throws -> Tool.Outcome {
            try Tool.run(
                ["measure", file, "-q", "g", "--sensitive", field, "--ordered", field, "--format", "json"], in: folder)
        }
        let grouped = try measure("o.csv", "inc").text
        #expect(
            grouped.contains("\"t\": 0.5") && grouped.contains("\"order\": \"number\"") && grouped.contains("thousands")
        )
        #expect(try measure("t.csv", "n").text.contains("\"values\": 2, \"distinctL\": 2"))
        let mixed = try measure("m.csv", "inc").text
        #expect(mixed.contains("\"order\": \"text\"") && mixed.contains("1 of its 4 different values is not a number"))
    }

    private static let tables = [
        "a.csv": """
        school,sex,count
        A,F,617
        B,F,c
        B,M,[c]
        C,F,12.0
        C,M,z
        D,F,low
        E,F,"1,234"
        G,F,<5
        H,F,u
        I,F,k

        """,
        "b.csv": """
        school,sex,count
        A,F,618
        B,F,17
        B,M,4
        C,F,12
        C,M,0
        D,F,low
        E,F,1234
        G,F,<5
        H,F,u
        I,F,k

        """,
    ]

    /// z is not applicable and no suppression; 12.0 and 1,234 are counts.
    @Test func publishedMarks() throws {
        let outcome = try Tool.run(
            ["differences", "a.csv", "b.csv", "--count", "count", "--format", "json"], in: folder(Self.tables))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try outcome.json()
        #expect(found["suppressedOnlyInA"] as? Int == 2 && found["notApplicable"] as? Int == 1)
        #expect(found["suppressedInBoth"] as? Int == 4 && found["shownInBoth"] as? Int == 3)
        #expect(found["suppressedInA"] as? Int == 6 && found["isolated"] as? Int == 1)
    }

    @Test(arguments: ["12.5", "-3", "n/a?", "1,23"])
    func otherMarks(mark: String) throws {
        let folder = try folder(["a.csv": "s,count\nA,\"\(mark)\"\n", "b.csv": "s,count\nA,1\n"])
        let outcome = try Tool.run(["differences", "a.csv", "b.csv", "--count", "count"], in: folder)
        #expect(outcome.status == 2 && outcome.errors.contains("row 1") && outcome.errors.contains("--missing-values"))
    }

    @Test func tablesWithoutCommonCell() throws {
        let folder = try folder(["a.csv": "year,s,count\n2015,A,12\n", "b.csv": "year,s,count\n2016,A,13\n"])
        for more in [[], ["--allow-disjoint"]] {
            let outcome = try Tool.run(["differences", "a.csv", "b.csv", "--count", "count"] + more, in: folder)
            #expect(outcome.status == 2 && outcome.text.isEmpty && outcome.errors.contains("no cell in common"))
        }
        #expect(try Tool.run(["differences", "a.csv", "b.csv", "--count", "count", "-q", "s"], in: folder).status == 0)
    }

    /// A record without a value is left out of the headline as it is of the cells: one F came, and one without a value went.
    @Test func excludedInHeadline() throws {
        let folder = try folder(["a.csv": "id,sex\n1,F\n2,F\n3,M\n4,\n", "b.csv": "id,sex\n1,F\n2,F\n3,M\n5,F\n"])
        func differing(_ missing: String) throws -> Int? {
            let outcome = try Tool.run(
                ["differences", "a.csv", "b.csv", "-q", "sex", "--missing", missing, "--format", "json"], in: folder)
            return try outcome.json()["differing"] as? Int
        }
        #expect(try differing("category") == 2)
        #expect(try differing("exclude") == 1)
    }

    /// A level that was asked for is applied under its own text, although it is one group or merges nothing.
    @Test func statedLevelStays() throws {
        let folder = try folder([
            "r.csv": "la,dob\nL1,2009-01-02\nL2,2009-05-03\n", "h.csv": "la,country\nL1,England\nL2,England\n",
        ])
        let outcome = try Tool.run(
            [
                "recode", "r.csv", "-q", "la,dob", "--hierarchy", "la=h.csv", "--apply", "la=country,dob=month",
                "--write",
                "out.csv",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.read("out.csv") == "la,dob\nEngland,2009-01\nEngland,2009-05\n")
    }
}
