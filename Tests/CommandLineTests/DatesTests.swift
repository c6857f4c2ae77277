import Foundation
import Testing

/// Dates in the notations that files have, in every command that knows dates.
struct DatesTests {
    /// The same four pupils in each notation: 1 and 3 went from B to A, 2 and 4 from A to B.
    private static let days = [
        ("2010-09-01", "2009-01-03"), ("2008-09-01", "2009-01-03"), ("2012-09-01", "2011-01-31"),
        ("2010-09-01", "2011-01-31"),
    ]

    private static func events(_ notation: (_ year: String, _ month: String, _ day: String) -> String) -> String {
        func text(_ day: String) -> String {
            let parts = day.split(separator: "-").map(String.init)
            return notation(parts[0], parts[1], parts[2])
        }
        return "id,school,from\n"
            + days.enumerated().map { "\($0 + 1),A,\(text($1.0))\n\($0 + 1),B,\(text($1.1))\n" }.joined()
    }

    private static let months = [
        "01": "Jan", "03": "Mar", "05": "may", "09": "SEP", "11": "Nov", "12": "Dec",
    ]

    private static let notations: [(String, String)] = [
        ("iso", events { "\($0)-\($1)-\($2)" }), ("slashes", events { "\($2)/\($1)/\($0)" }),
        ("points", events { "\(Int($2) ?? 0).\(Int($1) ?? 0).\($0)" }), ("hyphens", events { "\($2)-\($1)-\($0)" }),
        ("months", events { "\($2)-\(months[$1] ?? "")-\($0.suffix(2))" }),
        ("long months", events { "\($2)-\(months[$1] ?? "")-\($0)" }), ("digits", events { "\($0)\($1)\($2)" }),
        ("american", events { "\($1)/\($2)/\($0)" }), ("times", events { "\($2)/\($1)/\($0) 00:00" }),
        ("zones", events { "\($0)-\($1)-\($2)T00:00:00Z" }), ("short years", events { "\($2)/\($1)/\($0.suffix(2))" }),
        ("blanks", events { " \($0)-\($1)-\($2) " }),
    ]

    private static let inOrder = [
        "histories", "ev.csv", "--id", "id", "--events", "school", "--order", "from", "--as", "order", "--known", "2",
        "--format", "json",
    ]

    private func folder(_ files: [String: String]) throws -> WorkFolder {
        let folder = try WorkFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    /// Every notation has the answer of the ISO dates: nobody has a history like no other, and the same years.
    @Test(arguments: notations)
    func histories(name: String, text: String) throws {
        let outcome = try Tool.run(Self.inOrder, in: folder(["ev.csv": text]))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try outcome.json()
        #expect((found["whole"] as? [String: Any])?["uniques"] as? Int == 0)
        let growth = try #require(found["growth"] as? [[String: Any]])
        #expect(growth.map { $0["through"] as? String } == ["2008", "2009", "2010", "2011", "2012"])
    }

    /// Where no value is above 12, the order is said by --dates or a release, and an error asks for it.
    @Test func unclearOrder() throws {
        let text = "id,school,from\n1,A,01/09/2010\n1,B,03/01/2009\n2,A,01/09/2008\n2,B,03/01/2009\n"
        let folder = try folder([
            "ev.csv": text, "release.yml": "schema: singleout.release/1\ndates: dmy\n",
            "wrong.yml": "schema: singleout.release/1\ndates: dym\n",
        ])
        let without = try Tool.run(Self.inOrder, in: folder)
        #expect(without.status == 2 && without.errors.contains("--dates") && without.errors.contains("'from'"))
        #expect(!without.errors.contains("01/09") && without.output.isEmpty)
        for more in [["--dates", "dmy"], ["--release", "release.yml"]] {
            let outcome = try Tool.run(Self.inOrder + more, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect((try outcome.json()["whole"] as? [String: Any])?["uniques"] as? Int == 2)
        }
        // Month first, 1 goes to A on 9 January 2010 and 2 on 9 January 2008; the option goes before the release.
        let years = try Tool.run(
            Self.inOrder + ["--year", "from", "--dates", "mdy", "--release", "release.yml"], in: folder)
        #expect(years.status == 0, "\(years.errors)")
        let wrong = try Tool.run(Self.inOrder + ["--release", "wrong.yml"], in: folder)
        #expect(wrong.status == 64 && wrong.errors.contains("'dates'") && wrong.errors.contains("dmy, mdy, ymd"))
        #expect(try Tool.run(Self.inOrder + ["--dates", "dym"], in: folder).status == 64)
    }

    /// Pupils who are told apart by the hour of one day only.
    @Test func timeOfDayOrders() throws {
        let folder = try folder([
            "ev.csv":
                "id,school,from\n1,A,31/01/2010 9:00\n1,B,31/01/2010 10:00\n2,A,31/01/2010 10:00\n2,B,31/01/2010 9:00\n"
        ])
        let outcome = try Tool.run(Self.inOrder, in: folder)
        #expect((try outcome.json()["whole"] as? [String: Any])?["uniques"] as? Int == 2)
    }

    /// Each file has a notation and an order of its own, and equal dates are one event.
    @Test func everyFileByItself() throws {
        let folder = try folder([
            "a.csv": "id,from\n1,31/12/2009\n2,01/02/2010\n", "b.csv": "id,from\n1,02/01/2010\n2,12/31/2009\n",
            "c.csv": "id,from\n1,01/02/2010\n",
        ])
        let arguments = ["histories", "--id", "id", "--events", "from", "--format", "json"]
        let outcome = try Tool.run(arguments + ["a.csv", "b.csv"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try outcome.json()
        // Both have 31 December and 1 February.
        #expect((found["whole"] as? [String: Any])?["uniques"] as? Int == 0)
        let unclear = try Tool.run(arguments + ["a.csv", "c.csv"], in: folder)
        #expect(unclear.status == 2 && unclear.errors.contains("c.csv: ") && unclear.errors.contains("--dates"))
    }

    /// Two families of a girl of 2009 and a boy of 2011, by hand: nobody is alone when the year is known.
    @Test(arguments: [
        "2009-03-14 2011-05-02 2009-11-20 2011-01-09", "14/03/2009 02/05/2011 20/11/2009 09/01/2011",
        "14.3.2009 2.5.2011 20.11.2009 9.1.2011", "14-Mar-09 02-May-11 20-Nov-09 09-Jan-11",
        "20090314 20110502 20091120 20110109",
        "2009-03-14T00:00:00 2011-05-02T00:00:00 2009-11-20T12:30:00.5 2011-01-09T00:00:00Z",
    ])
    func families(days: String) throws {
        let dates = days.split(separator: " ")
        let rows = zip(["1,F", "1,M", "2,F", "2,M"], dates).map { "\($0),\($1)\n" }.joined()
        let folder = try folder(["fam.csv": "home,sex,dob\n" + rows])
        for precision in [["--precision", "year"], []] {
            let outcome = try Tool.run(
                ["families", "fam.csv", "--family", "home", "-q", "sex,dob", "--format", "json"] + precision, in: folder
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            let found = try outcome.json()
            #expect(found["dates"] as? [String] == ["dob"])
            #expect(found["unique"] as? Int == 0)
        }
    }

    /// A field that is asked to be one of dates and is not: the same error in every command, with a count and no value.
    @Test(arguments: [
        ["histories", "x.csv", "--id", "id", "--events", "dob"],
        ["histories", "x.csv", "--id", "id", "--events", "sex", "--order", "dob"],
        ["histories", "x.csv", "--id", "id", "--events", "sex", "--year", "dob"],
        ["families", "x.csv", "--family", "home", "-q", "sex,dob"],
        ["recode", "x.csv", "-q", "sex,dob", "--levels", "dob=date"],
        ["recode", "x.csv", "-q", "sex,dob"],
        ["measure", "x.csv", "-q", "sex", "--sensitive", "dob", "--ordered", "dob"],
        ["link", "x.csv", "y.csv", "--compare", "sex:exact,dob:date"],
        ["link", "y.csv", "x.csv", "--compare", "sex:exact,dob:date"],
        ["across", "x.csv", "y.csv", "--on", "dob"],
    ])
    func noDates(arguments: [String]) throws {
        let folder = try folder([
            "x.csv": "id,home,sex,dob\n1,a,F,14/03/2009\n2,a,M,Zanzibar7\n3,b,F,15/03/2009\n",
            "y.csv": "sex,dob\nF,2009-03-14\n",
        ])
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.output)")
        #expect(
            outcome.errors.contains(
                "x.csv: 1 of the 3 different values of 'dob' cannot be read as a date such as 2009-03-14"),
            "\(outcome.errors)")
        #expect(outcome.output.isEmpty && !outcome.errors.contains("Zanzibar7") && !outcome.errors.contains("15/03"))
    }

    @Test(arguments: [
        ["histories", "x.csv", "--id", "id", "--events", "sex", "--precision", "year"],
        ["families", "x.csv", "--family", "home", "-q", "sex", "--precision", "year"],
    ])
    func precisionWithoutDates(arguments: [String]) throws {
        let outcome = try Tool.run(arguments, in: folder(["x.csv": "id,home,sex\n1,a,F\n2,a,M\n"]))
        #expect(outcome.status == 2 && outcome.errors.contains("--precision") && outcome.errors.contains("'sex'"))
    }

    /// A field without a value is no reason to refuse it as one of dates.
    @Test func precisionOfNothing() throws {
        let folder = try folder(["x.csv": "id,home,sex,dob\n1,a,F,\n2,a,M,\n"])
        for arguments in [
            ["histories", "x.csv", "--id", "id", "--events", "dob"],
            ["families", "x.csv", "--family", "home", "-q", "dob"],
        ] {
            let outcome = try Tool.run(arguments + ["--precision", "year"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    /// The ordered distance of UK dates is that of their ISO twins, and not of their texts.
    @Test func orderedDistance() throws {
        let iso = ["2009-12-31", "2010-01-01", "2010-02-15", "2010-03-02"]
        let uk = ["31/12/2009", "01/01/2010", "15/02/2010", "02/03/2010"]
        func distance(_ days: [String]) throws -> (Double?, String?) {
            let rows = zip(["a", "a", "b", "b"], days).map { "\($0),\($1)\n" }.joined()
            let outcome = try Tool.run(
                ["measure", "x.csv", "-q", "g", "--sensitive", "seen", "--ordered", "seen", "--format", "json"],
                in: folder(["x.csv": "g,seen\n" + rows]))
            #expect(outcome.status == 0, "\(outcome.errors)")
            let t = try #require(outcome.text.firstMatch(of: /"t": ([0-9.]+)/)).1
            return (Double(t), outcome.text.firstMatch(of: /"order": "([a-z]+)"/).map { String($0.1) })
        }
        let (expected, found) = (try distance(iso), try distance(uk))
        #expect(expected == found && found.1 == "date")
        // By hand: each class has half of its mass on two of four places, one third of a step each: 1/3.
        #expect(abs((found.0 ?? 0) - 1.0 / 3) < 1e-9)
    }

    /// UK dates are made coarser as their ISO twins are, and the written file has the groups.
    @Test func recoding() throws {
        let folder = try folder([
            "x.csv": "sex,dob\nF,14/03/2009\nF,15/03/2009\nM,01/05/2010\nM,02/05/2010\n",
            "unclear.csv": "sex,dob\nF,01/02/2009\nF,02/02/2009\n",
        ])
        let outcome = try Tool.run(
            ["recode", "x.csv", "-q", "sex,dob", "--target", "k=2", "--write", "y.csv"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.read("y.csv") == "sex,dob\nF,2009-03\nF,2009-03\nM,2010-05\nM,2010-05\n")
        let unclear = try Tool.run(["recode", "unclear.csv", "-q", "sex,dob", "--target", "k=2"], in: folder)
        #expect(unclear.status == 2 && unclear.errors.contains("--dates"))
        let given = try Tool.run(
            ["recode", "unclear.csv", "-q", "sex,dob", "--target", "k=2", "--dates", "mdy"], in: folder)
        #expect(given.status == 0, "\(given.errors)")
    }

    /// Files with other notations match where their dates do; the time of day counts where both have one.
    @Test func across() throws {
        let folder = try folder([
            "a.csv": "dob,x\n31/12/2009,1\n01/02/2010,2\n",
            "b.csv": "dob,y\n2009-12-31 00:00:00,1\n2010-02-01 09:30:00,2\n",
            "c.csv": "dob,y\n31-Dec-2009 10:00,1\n1-Feb-2010 9:30,2\n", "d.csv": "dob,y\n01/02/2010,1\n",
        ])
        func matches(_ files: [String], _ more: [String] = []) throws -> Int? {
            let outcome = try Tool.run(["across"] + files + ["--format", "json"] + more, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.text.firstMatch(of: /"exactlyOne": ([0-9]+)/).flatMap { Int($0.1) }
        }
        #expect(try matches(["a.csv", "b.csv"]) == 2)
        #expect(try matches(["b.csv", "c.csv"]) == 1)
        #expect(try matches(["a.csv", "d.csv"], ["--dates", "dmy"]) == 1)
        let unclear = try Tool.run(["across", "a.csv", "d.csv"], in: folder)
        #expect(unclear.status == 2 && unclear.errors.contains("d.csv") && unclear.errors.contains("--dates"))
    }

    /// Dates that no calendar has count as missing, and the answer says how many records have one.
    @Test func linkage() throws {
        let names = ["Ada", "Ben", "Cara", "Dan", "Eva", "Finn", "Gina", "Hal", "Ivy", "Jack"]
        let days = (0..<10).map { "200\($0)-0\($0 % 9 + 1)-1\($0)" }
        let register = zip(names, days).enumerated().map { "\($0),\($1.0),\($1.1)\n" }.joined()
        let uk = days.map { $0.split(separator: "-").reversed().joined(separator: "/") }
        let asked = zip(names, uk).enumerated().map { "\($0),\($1.0),\($0 < 2 ? "30/02/2009" : $1.1)\n" }.joined()
        let folder = try folder(["r.csv": "id,name,dob\n" + register, "q.csv": "id,name,dob\n" + asked])
        let arguments = ["link", "q.csv", "r.csv", "--compare", "name:name,dob:date", "--truth-field", "id"]
        let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try #require(try outcome.json()["impossibleDates"] as? [[String: Any]])
        #expect(found.count == 1 && found[0]["records"] as? Int == 2 && found[0]["field"] as? String == "dob")
        let text = try Tool.run(arguments + ["--format", "markdown"], in: folder).text
        #expect(text.contains("q.csv: 2 records have dates in 'dob' that the calendar does not have"))
        #expect(!text.contains("30/02"))
        // An order that the dates contradict is no reason to take them for missing.
        let wrong = try Tool.run(arguments + ["--dates", "mdy"], in: folder)
        #expect(wrong.status == 2 && wrong.errors.contains("q.csv") && wrong.errors.contains("'dob'"))
    }
}
