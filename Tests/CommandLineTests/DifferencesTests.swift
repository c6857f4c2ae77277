import Foundation
import Testing

/// Two releases. `all` has 12 girls (1 to 12) and 11 boys (13 to 23), of whom the last two have a plan; `some` lacks the last
/// boy. Girls: 12 and 12. Boys: 11 and 10, which differ by one, whose need (P) is learned.
struct DifferencesTests {
    private static func census(_ pupils: Range<Int>) -> String {
        "id,sex,year,need\n"
            + pupils.map { "\($0),\($0 <= 12 ? "F" : "M"),\($0 % 2 + 1),\($0 < 22 ? "N" : "P")\n" }.joined()
    }
    private static let before = """
        school,sex,pupils
        1,F,12
        1,M,"1,015"
        2,F,c
        2,M,14
        3,F,<5
        3,M,20

        """
    private static let after = """
        sex,school,pupils
        F,1,11
        M,1,"1,018"
        F,2,11
        M,2,[c]
        F,3,x
        M,4,3

        """

    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Self.census(1..<24), to: "all.csv")
        try folder.write(Self.census(1..<23), to: "some.csv")
        try folder.write(Self.before, to: "before.csv")
        try folder.write(Self.after, to: "after.csv")
        return folder
    }

    static let records = ["differences", "all.csv", "some.csv", "--id", "id", "--sensitive", "need"]
    static let tables = ["differences", "before.csv", "after.csv", "--count", "pupils"]

    @Test func recordsByHand() throws {
        let outcome = try Tool.run(Self.records + ["--format", "json"], in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.differences/1" && object["kind"] as? String == "records")
        #expect(object["quasiIdentifiers"] as? [String] == ["sex", "year"])
        #expect(object["differing"] as? Int == 1 && object["isolatedByAny"] as? Int == 1)
        let changes = try #require(object["identifiers"] as? [String: Any])
        #expect(changes["dropped"] as? Int == 1 && changes["same"] as? Int == 22 && changes["changed"] as? Int == 0)
        let combinations = try #require(object["combinations"] as? [[String: Any]])
        let expected = [
            "cells": [2, 2, 4], "different": [1, 1, 1], "published": [2, 2, 0], "isolating": [1, 1, 0],
            "isolated": [1, 1, 0], "single": [1, 1, 0],
        ]
        for (name, values) in expected { #expect(combinations.map { $0[name] as? Int } == values, "\(name)") }
        let learned = combinations.map {
            (($0["learned"] as? [String: Any])?["need"] as? [String: Any])?["records"] as? Int
        }
        #expect(learned == [1, 1, 0])
    }

    /// School 1: girls 12 and 11 isolate one, boys 1,015 and 1,018 three. School 2: suppressed once each. 3 F twice, 3 M and 4 M
    /// are in one table only.
    @Test func tablesByHand() throws {
        let outcome = try Tool.run(Self.tables + ["--format", "json"], in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["kind"] as? String == "tables" && object["quasiIdentifiers"] as? [String] == ["school", "sex"])
        let expected = [
            "cellsOfA": 6, "cellsOfB": 6, "suppressedInA": 2, "suppressedInB": 2, "shared": 5, "suppressedInBoth": 1,
            "suppressedOnlyInA": 1, "suppressedOnlyInB": 1, "shownInBoth": 2, "different": 2, "isolating": 2,
            "isolated": 4, "single": 1,
        ]
        for (name, value) in expected { #expect(object[name] as? Int == value, "\(name)") }
    }

    @Test func theSameFileTwice() throws {
        let outcome = try Tool.run(["differences", "all.csv", "all.csv", "-q", "sex,year"], in: Self.folder())
        #expect(outcome.status == 0 && outcome.text.contains("No combination has a cell"))
    }

    /// A from the release, B from the command line, either of them from standard input.
    @Test func inputs() throws {
        let folder = try Self.folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: all.csv
            fields:
              identifier: id
              quasiIdentifiers: [sex, year]
              sensitive: [need]

            """, to: "release.yml")
        let plain = try Tool.run(Self.records + ["--format", "csv"], in: folder)
        let released = try Tool.run(
            ["differences", "some.csv", "--release", "release.yml", "--format", "csv"], in: folder)
        #expect(released.status == 0 && released.output == plain.output, "\(released.errors)")
        for (arguments, input) in [(["-", "some.csv"], "all.csv"), (["all.csv", "-"], "some.csv")] {
            let piped = try Tool.run(
                ["differences"] + arguments + [
                    "--id", "id", "--sensitive", "need", "--format", "csv", "--threads", "1",
                ],
                in: folder, input: Data(folder.read(input).utf8))
            #expect(piped.status == 0 && piped.output == plain.output, "\(piped.errors)")
        }
    }

    /// A row that adds up others is a cell too, so it is said of each file; a field of totals alone parts nothing.
    @Test func rowsOfTotals() throws {
        let folder = try WorkFolder()
        func notes(_ first: String, _ second: String) throws -> [String] {
            try folder.write("sex,band,n\n" + first, to: "a.csv")
            try folder.write("sex,band,n\n" + second, to: "b.csv")
            let outcome = try Tool.run(
                ["differences", "a.csv", "b.csv", "-q", "sex,band", "--count", "n", "--format", "json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return (try outcome.json()["notes"] as? [String] ?? []).filter { $0.contains("total") }
        }
        let rows = "F,A,20\nM,A,15\n"
        let both = try notes(rows + "Total,A,35\nF,ALL,20\n", rows + "all pupils,A,33\n")
        #expect(both.count == 2 && both[0].hasPrefix("a.csv: 2 rows look like totals"), "\(both)")
        #expect(
            both[0].contains(" in sex and band. They are counted")
                && both[1].hasPrefix("b.csv: 1 row looks like a total"), "\(both)")
        #expect(try notes("F,Total,20\nM,Total,15\n", "F,Total,20\nM,Total,14\n").isEmpty)
        #expect(try notes(rows + "All Saints,A,9\n,A,3\n", rows).isEmpty)
    }

    /// The marks of a table's counts are known, so nothing is said of them.
    @Test func marksOfCountsAreKnown() throws {
        let folder = try WorkFolder()
        try folder.write("sex,n\nF,20\nM,c\nX,z\nY,:\n", to: "a.csv")
        let outcome = try Tool.run(["differences", "a.csv", "a.csv", "--count", "n", "--format", "json"], in: folder)
        #expect(outcome.status == 0 && !outcome.text.contains("may mean"), "\(outcome.text)")
    }

    /// Every mistake names the option, file or field, and no value of a record.
    @Test(arguments: [
        ([], 64, "Two releases"), (["all.csv"], 64, "Two releases"),
        (["all.csv", "all.csv", "all.csv"], 64, "Two releases"),
        (["-", "-"], 64, "standard input"),
        (["all.csv", "some.csv", "-q", "sex,yaer"], 64, "did you mean 'year'"),
        (["all.csv", "some.csv", "-q", "sex,sex"], 64, "twice"),
        (["all.csv", "some.csv", "-q", "sex", "--id", "sex"], 64, "--id"),
        (["all.csv", "some.csv", "--sensitive", "id", "--id", "id"], 64, "'id'"),
        (["all.csv", "before.csv", "--id", "id"], 64, "before.csv has no field 'id'"),
        (["all.csv", "other.csv"], 2, "no field in common"),
        (["all.csv", "some.csv", "--min-cell", "1"], 64, "--min-cell"),
        (["all.csv", "some.csv", "--max-size", "0"], 64, "--max-size"),
        (["all.csv", "some.csv", "--top", "0"], 64, "--top"),
        (["all.csv", "some.csv", "--missing", "wildcard"], 64, "category or exclude"),
        (["before.csv", "after.csv", "--count", "pupils", "--id", "school"], 64, "--id"),
        (["before.csv", "after.csv", "--count", "pupils", "-q", "school"], 2, "before.csv: rows 1 and 2"),
        (["before.csv", "after.csv", "--count", "number"], 64, "'number'"),
        (["before.csv", "words.csv", "--count", "pupils"], 2, "words.csv, row 2 below the header, 'pupils'"),
        (["all.csv", "header.csv"], 2, "header.csv"),
        (["all.csv", "some.csv", "--output", "some.csv"], 64, "some.csv"),
    ])
    func mistakes(arguments: [String], status: Int, text: String) throws {
        let folder = try Self.folder()
        try folder.write("colour\nred\n", to: "other.csv")
        try folder.write("id,sex\n", to: "header.csv")
        try folder.write("school,sex,pupils\n1,F,12\n1,M,Zanzibar7\n2,M,1.5\n", to: "words.csv")
        let outcome = try Tool.run(["differences"] + arguments, in: folder)
        #expect(outcome.status == Int32(status), "\(outcome.errors)")
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(outcome.output.isEmpty && !outcome.errors.contains("Zanzibar7"))
    }
}
