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

    /// Two files of a dozen children whose dates have none in common: the first sentence and the status say so; of three children
    /// that can be, and dates in two notations are the same dates.
    @Test func linkWithDisjointDates() throws {
        let days = (10...21).map { "child\($0),2009-03-\($0)" }
        let folder = try folder([
            "a.csv": (["name,born"] + days).joined(separator: "\n") + "\n",
            "few.csv": (["name,born"] + days.prefix(3)).joined(separator: "\n") + "\n",
            "b.csv": (["name,born"] + days.map { $0.replacingOccurrences(of: "-03-", with: "-05-") })
                .joined(separator: "\n") + "\n",
            "uk.csv": (["name,born"] + (10...21).map { "child\($0),\($0)/03/2009" }).joined(separator: "\n") + "\n",
        ])
        let link = { (own: String, other: String) in
            try Tool.run(["link", own, other, "--compare", "name:text,born:date", "--search", "keys"], in: folder)
        }
        let apart = try link("a.csv", "b.csv")
        #expect(apart.status == 2 && apart.errors.contains("--allow-disjoint"), "\(apart.errors)")
        #expect(first(apart.text).hasPrefix("The field 'born' has no value in common in a.csv and b.csv:"))
        for text in [apart.text, apart.errors] { #expect(!text.contains("2009")) }
        let few = try link("few.csv", "b.csv")
        #expect(
            few.status == 0 && first(few.text).hasPrefix("The field 'born' has no value in common"), "\(few.errors)")
        let alike = try link("uk.csv", "a.csv")
        #expect(alike.status == 0 && !alike.text.contains("in common"), "\(alike.errors)")
    }

    /// A briefing has no option that allows it, and names none.
    @Test func briefOfDisjointFields() throws {
        let folder = try folder(["a.csv": Self.whole, "b.csv": Self.marked])
        try folder.write(
            """
            schema: singleout.release/1
            data: a.csv
            fields:
              quasiIdentifiers: [yob]
            across:
              files: [b.csv]

            """, to: "r.yml")
        let outcome = try Tool.run(["brief", "r.yml", "--output", "b"], in: folder)
        #expect(outcome.status == 2 && outcome.errors.contains("'yob' has no value in common"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("--allow-disjoint"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("b")))
    }

    @Test func linkMatchesNumbersAndIdentifiers() throws {
        let folder = try folder([
            "a.csv": Self.whole,
            "b.csv": Self.decimals.replacingOccurrences(of: "\n1,", with: "\n1.0,")
                .replacingOccurrences(of: "\n2,", with: "\n2.0,").replacingOccurrences(of: "\n3,", with: "\n3.0,"),
        ])
        let outcome = try Tool.run(
            ["link", "a.csv", "b.csv", "--compare", "yob:exact", "--truth-field", "id", "--format", "json"],
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

    /// The codes of labels are their order, in the process that reads the file, too: (1/2)(|1/4| + |1/4|) of b, who lacks nothing.
    @Test func orderedLabels() throws {
        var sample = StataSample([
            .init(name: "q", kind: .text(1)), .init(name: "s", kind: .double, labels: "grades"),
        ])
        for (name, code) in zip("aaabbbcc", [1.0, 2, 3, 1, 2, 3, 2, 2]) {
            sample.add(numbers: [code], texts: [Array("\(name)".utf8)])
        }
        let folder = try folder([
            "y.csv": "q,s\na,Year 9\na,Year 10\na,Year 11\nb,Year 9\n",
            "d.csv": "q;s\n"
                + zip("aaabbbcc", ["2,5", "10,5", "20,5", "2,5", "10,5", "20,5", "10,5", "10,50"])
                .map { "\($0);\($1)\n" }.joined(),
            "e.csv": "q;s\na;2,5\na;2,50\nb;3\nb;3,0\n",
        ])
        try folder.write(sample.data, to: "plain.dta")
        sample.labelSets = [("grades", [(1, "Poor"), (2, "Average"), (3, "Good")])]
        try folder.write(sample.data, to: "labels.dta")
        func measure(_ file: String, _ more: [String] = ["--ordered", "s"]) throws -> String {
            try Tool.run(["measure", file, "-q", "q", "--sensitive", "s", "--format", "json"] + more, in: folder).text
        }
        for file in ["plain.dta", "labels.dta", "d.csv"] {
            let text = try measure(file)
            #expect(text.contains("\"order\": \"number\", \"t\": 0.25"), "\(file): \(text)")
        }
        #expect(try measure("labels.dta").contains("'s' is ordered by the codes of its labels."))
        #expect(try measure("d.csv").contains("decimal signs"))
        #expect(try measure("y.csv").contains("ordered by the characters of its values"))
        let equal = try measure("e.csv", [])
        #expect(equal.contains("\"distinctL\": 1") && equal.contains("written in two ways"))
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
                "recode", "r.csv", "-q", "la,dob", "--levels", "la=h.csv", "--apply", "la=country,dob=month",
                "--write",
                "out.csv",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.read("out.csv") == "la,dob\nEngland,2009-01\nEngland,2009-05\n")
    }

    /// 250.1 and 250.10 are two codes where one file has both, in every command; no answer contradicts its own k.
    @Test func codesWithZeros() throws {
        let folder = try folder([
            "a.csv": "code,x\n250.1,a\n250.10,b\n", "b.csv": "code,y\n250.1,a\n250.10,b\n",
            "c.csv": "code,n\n10.2,40\n10.20,15\n11.1,20\n", "d.csv": "code,n\n10.2,41\n10.20,15\n11.1,20\n",
            "e.csv": "code,x\n7,a\n7.0,b\n8,c\n",
        ])
        func json(_ arguments: [String]) throws -> (found: [String: Any], text: String) {
            let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return (try outcome.json(), outcome.text)
        }
        let told = "The field 'code' is compared as text, because"
        let measured = try json(["measure", "a.csv", "-q", "code", "--population-data", "b.csv"])
        #expect(measured.found["k"] as? Int == 1 && (measured.found["kMap"] as? [String: Any])?["k"] as? Int == 1)
        #expect(measured.text.contains(told) && !measured.text.contains("250"))
        let across = try json(["across", "a.csv", "b.csv", "--on", "code"]).text
        #expect(across.contains("\"exactlyOne\": 2, \"several\": 0") && across.contains(told))
        #expect(try json(["differences", "a.csv", "b.csv", "-q", "code"]).text.contains("\"cells\": 2"))
        let tables = try json(["differences", "c.csv", "d.csv", "-q", "code", "--count", "n"])
        #expect(tables.found["shownInBoth"] as? Int == 3)
        // 7 and 7.0 are one number, for k as for the population.
        let equal = try json(["measure", "e.csv", "-q", "code", "--population-data", "e.csv"])
        #expect(equal.found["uniques"] as? Int == 1)
        #expect(equal.text.contains("\"highestRisk\": 1.0, \"successRate\": 0.6666666666666666"))
        #expect(equal.text.contains("in two ways (as 9 and 9.0); they are compared as one value"))
    }

    /// One code that both files have does not make words and letters comparable.
    @Test(arguments: [
        ["across", "a.csv", "b.csv", "--on", "eth", "--truth-field", "id"],
        ["differences", "a.csv", "b.csv", "-q", "eth"],
        ["link", "a.csv", "b.csv", "--compare", "eth:exact", "--truth-field", "id"],
        ["histories", "a.csv", "b.csv", "--id", "id", "--events", "eth"],
    ])
    func nearlyDisjointFields(arguments: [String]) throws {
        func file(_ words: [String]) -> String {
            "id,eth\n" + (0..<100).map { "\($0),\(words[$0 == 99 ? 2 : $0 % 2])\n" }.joined()
        }
        let folder = try folder([
            "a.csv": file(["WBRI", "BAFR", "REFU"]), "b.csv": file(["White British", "Black African", "REFU"]),
        ])
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 2 && outcome.errors.contains("--allow-disjoint"))
        let sentence =
            "The field 'eth' has a value of the other file in only 1 of 100 records of a.csv and in 1 of 100 of b.csv"
        #expect(first(outcome.text).hasPrefix(sentence), "\(outcome.text)")
        #expect(first(outcome.text).contains("a.csv writes it as AAAA and b.csv as AAAAA AAAAAAA"))
        #expect(!(outcome.text + outcome.errors).contains("WBRI"))
        #expect(try Tool.run(arguments + ["--allow-disjoint"], in: folder).status == 0)
    }

    /// A later year with other pupils is told and not refused.
    @Test func newPupils() throws {
        func file(_ pupils: Range<Int>) -> String { "upn\n" + pupils.map { "U\($0)\n" }.joined() }
        let folder = try folder(["a.csv": file(0..<100), "b.csv": file(98..<200)])
        let outcome = try Tool.run(["across", "a.csv", "b.csv", "--on", "upn"], in: folder)
        #expect(outcome.status == 0 && first(outcome.text).contains("in only 2 of 100 records of a.csv"))
    }

    /// All figures of a report are folded, or none; without another file the option is refused.
    @Test func foldedMeasure() throws {
        let folder = try folder(["a.csv": "sex,home\nF,1\nf,1\n\"F \",2\n", "b.csv": "sex\nF\nf\n\"F \"\nM\n"])
        let arguments = ["measure", "a.csv", "-q", "sex", "--population-data", "b.csv", "--format", "json"]
        let folded = try Tool.run(arguments + ["--match-text", "folded"], in: folder).json()
        #expect(folded["k"] as? Int == 3 && folded["uniques"] as? Int == 0)
        #expect((folded["kMap"] as? [String: Any])?["k"] as? Int == 3)
        let exact = try Tool.run(arguments, in: folder).json()
        #expect(exact["k"] as? Int == 1 && (exact["kMap"] as? [String: Any])?["k"] as? Int == 1)
        for (command, needed) in [
            (["measure", "a.csv", "-q", "sex"], "--population-data"),
            (["explain", "a.csv", "-q", "sex", "--record", "1", "--i-may-see-records"], "--population-data"),
            (["families", "a.csv", "-q", "sex", "--family", "home"], "--infer, --truth-file or --later"),
            (["histories", "a.csv", "--id", "home", "--events", "sex"], "several files"),
            (["link", "a.csv", "b.csv", "--compare", "sex:name"], "exact"),
        ] {
            let outcome = try Tool.run(command + ["--match-text", "folded"], in: folder)
            #expect(outcome.status == 64 && outcome.errors.contains(needed), "\(outcome.errors)")
        }
    }

    /// A hierarchy of values may write numbers as the data do, or as numbers. Half of each class moves by the whole height: 0.5.
    @Test(arguments: ["2,5", "2.5"])
    func hierarchyOfNumbers(written: String) throws {
        let folder = try folder([
            "a.csv": "q;s\na;2,5\nb;3,5\n",
            "h.csv": "s;group;all\n\(written);low;all\n\(written.replacingOccurrences(of: "2", with: "3"));high;all\n",
        ])
        let outcome = try Tool.run(
            ["measure", "a.csv", "-q", "q", "--sensitive", "s", "--value-hierarchy", "s=h.csv", "--format", "json"],
            in: folder)
        #expect(outcome.status == 0 && outcome.text.contains("\"t\": 0.5"), "\(outcome.errors)\(outcome.text)")
    }
}
