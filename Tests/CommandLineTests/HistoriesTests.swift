import Foundation
import Testing

/// Pupils over the years.
///
/// By hand, for events of a school: pupil 1 was at A and B, 2 at A and B, 3 at A and C, 4 at B twice, 5 at A alone. One random
/// school singles 3 out when it is C: half of her sets, so 0.1 of five pupils. Two: 3 has one set, A and C, and 4 has B twice,
/// which nobody else has: 0.4. Whole histories: those of 3, 4 and 5 are like no other.
struct HistoriesTests {
    private static let enrolments = """
        id,school,from
        1,A,2011-09-05
        2,A,2011-09-06
        3,A,2011-10-01
        4,B,2011-09-05
        5,A,2012-09-03
        1,B,2013-01-07
        2,B,2013-04-20
        3,C,2013-09-02
        4,B,2012-09-03
        ,C,2013-09-02

        """
    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Self.enrolments, to: "enrolments.csv")
        return folder
    }

    private func found(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try Tool.run(["histories"] + arguments + ["--format", "json"], in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()
    }

    private func share(_ object: [String: Any], _ key: String, _ known: String) throws -> Double {
        try #require((object[key] as? [String: Any])?[known] as? Double)
    }

    private static let bySchool = ["enrolments.csv", "--id", "id", "--events", "school", "--known", "1..3"]

    @Test func figuresByHand() throws {
        let object = try found(Self.bySchool + ["--year", "from"])
        #expect(object["schema"] as? String == "singleout.histories/1")
        #expect(object["pupils"] as? Int == 5 && object["pupilEvents"] as? Int == 9)
        #expect(object["rowsWithoutPupil"] as? Int == 1 && object["longestHistory"] as? Int == 2)
        #expect(abs(try share(object, "known", "1") - 0.1) < 1e-12)
        #expect(abs(try share(object, "known", "2") - 0.4) < 1e-12)
        #expect(abs(try share(object, "known", "3") - 0.4) < 1e-12)
        #expect(abs(try share(object, "bestKnown", "1") - 0.2) < 1e-12)
        #expect((object["whole"] as? [String: Any])?["uniques"] as? Int == 3)
        let details = try #require((object["details"] as? [[String: Any]])?.first)
        #expect(details["method"] as? String == "exact" && details["interval"] is NSNull)
        // The fewest who fit one school: 4 (A) or 3 (B) for 1, 2 and 5, C for 3: (1/3 + 1/3 + 1 + 1/3 + 1/4) / 5.
        let best = try #require(details["best"] as? [String: Any])
        #expect(abs((best["meanRisk"] as? Double ?? 0) - 2.25 / 5) < 1e-12)
    }

    /// By the end of 2011 four pupils have one event each, at A or at B, which only pupil 4 has; 2012 adds 5, and B again for 4.
    @Test func growthByHand() throws {
        let growth = try #require(try found(Self.bySchool + ["--year", "from"])["growth"] as? [[String: Any]])
        #expect(growth.map { $0["through"] as? String } == ["2011", "2012", "2013"])
        #expect(growth.map { $0["pupils"] as? Int } == [4, 5, 5])
        #expect(growth.map { ($0["whole"] as? [String: Any])?["uniques"] as? Int } == [1, 1, 3])
        #expect(abs(try share(growth[0], "known", "1") - 0.25) < 1e-12)
        #expect(abs(try share(growth[1], "known", "1") - 0.2) < 1e-12)
        let none = try found(Self.bySchool)
        #expect(none["growth"] is NSNull && none["growthReason"] is String)
    }

    /// With the month of entry pupils 1 and 2 share their first event (A in September 2011) and differ in the second; by year
    /// they share both.
    @Test func precision() throws {
        func shares(_ precision: String) throws -> Double {
            let object = try found([
                "enrolments.csv", "--id", "id", "--events", "school,from", "--precision", precision, "--known", "2",
            ])
            #expect(object["precision"] as? String == precision && object["orderedBy"] as? String == "from")
            return try share(object, "known", "2")
        }
        #expect(try shares("day") == 1 && shares("month") == 1 && shares("term") == 1)
        #expect(abs(try shares("year") - 0.6) < 1e-12)
    }

    /// The order tells pupils apart who have been at the same schools.
    @Test func order() throws {
        let folder = try Self.folder()
        try folder.write("id,school\n1,A\n1,B\n2,B\n2,A\n", to: "two.csv")
        for (matching, expected) in [("set", 0.0), ("order", 1.0)] {
            let outcome = try Tool.run(
                [
                    "histories", "two.csv", "--id", "id", "--events", "school", "--known", "2", "--as", matching,
                    "--format", "json",
                ], in: folder)
            #expect(try share(outcome.json(), "known", "2") == expected)
        }
    }

    /// What orders events as text is told: Year 10 would be before Year 9.
    @Test func orderOfTexts() throws {
        let folder = try WorkFolder()
        try folder.write("id,school,year\n1,A,Year 9\n1,B,Year 10\n2,B,Year 11\n", to: "t.csv")
        try folder.write("id,school,year\n1,A,9\n1,B,10\n2,B,11\n", to: "n.csv")
        for (file, isTold) in [("t.csv", true), ("n.csv", false)] {
            let outcome = try Tool.run(
                ["histories", file, "--id", "id", "--events", "school", "--order", "year", "--format", "json"],
                in: folder)
            #expect(outcome.text.contains("'year' is ordered by the characters") == isTold, "\(outcome.errors)")
        }
    }

    /// A file for each year: the same pupils, with other numbers of rows.
    @Test func censuses() throws {
        let folder = try WorkFolder()
        try folder.write("school,id\nA,1\nA,2\nB,3\n", to: "2011.csv")
        try folder.write("id,school\n3,B\n1,A\n2,C\n4,C\n", to: "2012.csv")
        let outcome = try Tool.run(
            ["histories", "2011.csv", "2012.csv", "--id", "id", "--events", "school", "--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        let growth = try #require(object["growth"] as? [[String: Any]])
        #expect(growth.map { $0["through"] as? String } == ["2011.csv", "2012.csv"])
        // 3 is alone at B; then 1 with A twice, 2 with A and C, 3 with B twice, and 4 with C alone are all different.
        #expect(growth.map { ($0["whole"] as? [String: Any])?["uniques"] as? Int } == [1, 4])
        #expect(abs(try share(growth[0], "known", "1") - 1.0 / 3) < 1e-12)
        #expect(abs(try share(growth[1], "known", "2") - 3.0 / 4) < 1e-12)
    }

    /// The same pupils and schools in two notations are the same: 1 and 2 at A, 3 at B, twice.
    @Test(arguments: [
        ("id,school,from\n1.0,A,01/09/2010\n2.0,A,01/09/2010\n3.0,B,13/09/2010\n", [], 0),
        ("id,school,from\n1 ,A,2010-09-01\n 2,A,2010-09-01\n3,B,2010-09-01\n", [], 0),
        ("id,school,from\n1,a,2010-09-01\n2,A ,2010-09-01\n3,b,2010-09-01\n", ["--match-text", "folded"], 0),
        ("id,school,from\n1,a,2010-09-01\n2,a,2010-09-01\n3,b,2010-09-01\n", [], 2),
        ("id,school,from\n01,A,2010-09-01\n02,A,2010-09-01\n03,B,2010-09-01\n", [], 2),
    ])
    func notations(later: String, more: [String], status: Int) throws {
        let folder = try WorkFolder()
        try folder.write("id,school,from\n1,A,2009-09-01\n2,A,2009-09-01\n3,B,2009-09-01\n", to: "1.csv")
        try folder.write(later, to: "2.csv")
        let arguments = [
            "histories", "1.csv", "2.csv", "--id", "id", "--events", "school", "--order", "from", "--known", "1..2",
            "--format", "json",
        ]
        let outcome = try Tool.run(arguments + more, in: folder)
        #expect(outcome.status == Int32(status), "\(outcome.errors)")
        let found = try outcome.json()
        if status == 0 {
            #expect(found["pupils"] as? Int == 3)
            #expect(abs(try share(found, "known", "2") - 1.0 / 3) < 1e-12)
        } else {
            let note = (found["notes"] as? [String])?.first ?? ""
            #expect(note.contains("has no value in common in 1.csv and 2.csv"), "\(note)")
            #expect(try Tool.run(arguments + ["--allow-disjoint"], in: folder).status == 0)
        }
    }

    /// So many events that all sets of 20 are too many, and a sample is looked up.
    @Test func sample() throws {
        let folder = try WorkFolder()
        let rows = (0..<300).flatMap { pupil in (0..<60).map { "\(pupil),\(($0 * 7 + pupil * 13) % 90)\n" } }
        try folder.write("id,event\n" + rows.joined(), to: "many.csv")
        let arguments = [
            "histories", "many.csv", "--id", "id", "--events", "event", "--known", "1,20", "--sample", "50",
        ]
        let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        let details = try #require(object["details"] as? [[String: Any]])
        #expect(details[1]["method"] as? String == "sampled" && details[1]["pupils"] as? Int == 50)
        #expect((details[1]["interval"] as? [String: Double])?.keys.sorted() == ["lower", "upper"])
        #expect(details[1]["bestReason"] is String && object["seed"] as? Int == 1)
        let again = try Tool.run(arguments + ["--threads", "1", "--format", "json"], in: folder)
        #expect(again.output == outcome.output)
        let text = try Tool.run(arguments, in: folder).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("sample of 50") && text.contains("seed 1"))
    }

    /// A release names the data and who is who.
    @Test func release() throws {
        let folder = try Self.folder()
        try folder.write(
            "schema: singleout.release/1\ndata: enrolments.csv\nfields:\n  identifier: id\n", to: "release.yml")
        let outcome = try Tool.run(
            ["histories", "--release", "release.yml", "--events", "school", "--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.json()["pupils"] as? Int == 5)
    }

    /// Every mistake names the option, file or field, and no value of a record.
    @Test(arguments: [
        ([], 64, "No data"), (["enrolments.csv", "--events", "school"], 64, "--id"),
        (["enrolments.csv", "--id", "id"], 64, "--events"),
        (["enrolments.csv", "--id", "id", "--events", "school,id"], 64, "'id'"),
        (["enrolments.csv", "--id", "id", "--events", "school,school"], 64, "twice"),
        (["enrolments.csv", "--id", "id", "--events", "scool"], 64, "did you mean 'school'"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--known", "0..3"], 64, "--known"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--known", "3..1"], 64, "--known"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--known", "1...3"], 64, "--known"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--precision", "week"], 64, "--precision"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--precision", "year"], 2, "--precision"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--year", "school"], 2, "--year"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--year", "id"], 64, "--year"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--as", "list"], 64, "--as"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--missing", "wildcard"], 64, "category or exclude"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--sample", "0"], 64, "--sample"),
        (["-", "-", "--id", "id", "--events", "school"], 64, "standard input"),
        (["nobody.csv", "--id", "id", "--events", "school"], 2, "nobody.csv: no row"),
        (["header.csv", "--id", "id", "--events", "school"], 2, "header.csv"),
        (["enrolments.csv", "--id", "id", "--events", "school", "--output", "enrolments.csv"], 64, "enrolments.csv"),
    ])
    func mistakes(arguments: [String], status: Int, text: String) throws {
        let folder = try Self.folder()
        try folder.write("id,school\n,Zanzibar7\n", to: "nobody.csv")
        try folder.write("id,school\n", to: "header.csv")
        let outcome = try Tool.run(["histories"] + arguments, in: folder)
        #expect(outcome.status == Int32(status), "\(outcome.errors)")
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(outcome.output.isEmpty && !outcome.errors.contains("Zanzibar7"))
    }
}
