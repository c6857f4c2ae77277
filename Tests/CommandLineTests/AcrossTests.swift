import Foundation
import Testing

/// Files that share fields.
///
/// By hand, for sex and area of `census` and `exams` (identifiers in brackets): F A has two there (1, 2) and one here (1); F B
/// has one (3) and one (3); M A has two (4, 5) and two (4, 9); M B has one (6) and none. So three records match exactly one, two
/// of which are right, two match several, one none, and one is one to one.
struct AcrossTests {
    private static let census = """
        id,sex,area,year
        1,F,A,2010
        2,F,A,2011
        3,F,B,2010
        4,M,A,2010
        5,M,A,2011
        6,M,B,2010

        """
    private static let exams = """
        area,sex,year,id,grade
        A,F,2010,1,low
        B,F,2010,3,high
        A,M,2010,4,low
        A,M,2011,9,high

        """
    private static let absence = """
        id,gender,area,days
        1,F,A,3
        2,F,A,4
        3,F,B,0
        4,M,A,1

        """
    private static let release = """
        schema: singleout.release/1
        data: census.csv
        fields:
          identifier: id
        across:
          files: [exams.csv, absence.csv]
          fields:
            sex: [gender]

        """
    static func folder(_ release: String = release) throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Self.census, to: "census.csv")
        try folder.write(Self.exams, to: "exams.csv")
        try folder.write(Self.absence, to: "absence.csv")
        try folder.write(release, to: "release.yml")
        return folder
    }

    private func combination(_ fields: [String], _ outcome: Tool.Outcome, comparison: Int = 0) throws -> [String: Any] {
        let comparisons = try #require(try outcome.json()["comparisons"] as? [[String: Any]])
        let combinations = try #require(comparisons[comparison]["combinations"] as? [[String: Any]])
        return try #require(combinations.first { $0["fields"] as? [String] == fields })
    }

    @Test func figuresByHand() throws {
        let outcome = try Tool.run(
            ["across", "census.csv", "exams.csv", "--truth-field", "id", "--format", "json"], in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.across/1")
        #expect(object["records"] as? Int == 6)
        let figures = try combination(["sex", "area"], outcome)
        let expected = [
            "classes": 4, "exactlyOne": 3, "several": 2, "none": 1, "oneToOne": 1, "uniques": 2, "checkable": 3,
            "right": 2,
        ]
        for (name, value) in expected { #expect(figures[name] as? Int == value, "\(name)") }
        // The risks are 1/2 for F A and M A, 1 for F B, and 0 for M B.
        #expect((figures["marketer"] as? [String: Any])?["successRate"] as? Double == 0.5)
        // 1 has low, 3 high, 4 low, 5 high: of F A only 1 is joined, 4 and 5 differ in grade.
        #expect(figures["uniqueOnlyAfterJoin"] as? Int == 3)
    }

    /// A file matched with itself adds nothing, and every record is found.
    @Test func theSameFileTwice() throws {
        let outcome = try Tool.run(["across", "census.csv", "census.csv", "--format", "json"], in: Self.folder())
        let figures = try combination(["id"], outcome)
        #expect(figures["oneToOne"] as? Int == 6)
        #expect(figures["uniqueOnlyAfterJoin"] is NSNull)
        #expect(figures["uniqueOnlyAfterJoinReason"] is String)
    }

    @Test(arguments: ["1", "2"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try Self.folder()
        let arguments = ["across", "census.csv", "exams.csv", "absence.csv", "--on", "area"]
        let some = try Tool.run(arguments + ["--threads", threads], in: folder)
        #expect(some.status == 0)
        #expect(some.output == (try Tool.run(arguments, in: folder)).output)
    }

    /// Every mistake names the file or field, and no value of a record.
    @Test(arguments: [
        (["census.csv"], 64, "Two files"), ([], 64, "Two files"),
        (["-", "-"], 64, "standard input"),
        (["census.csv", "exams.csv", "--on", "sex,days"], 64, "census.csv has no field 'days'"),
        (["census.csv", "absence.csv", "--on", "sex"], 64, "absence.csv has no field 'sex'"),
        (["census.csv", "exams.csv", "--truth-field", "pupil"], 64, "census.csv has no field 'pupil'"),
        (["census.csv", "exams.csv", "--adding", "days"], 64, "'days'"),
        (["census.csv", "exams.csv", "--on", "id", "--truth-field", "id"], 64, "--truth-field"),
        (["census.csv", "exams.csv", "--missing", "wildcard"], 64, "category or exclude"),
        (["census.csv", "exams.csv", "--max-size", "0"], 64, "--max-size"),
        (["census.csv", "exams.csv", "--top", "0"], 64, "--top"),
        (["census.csv", "empty.csv"], 2, "empty.csv"), (["census.csv", "header.csv"], 2, "header.csv"),
        (["census.csv", "other.csv"], 2, "no field in common"),
        (["exams.csv", "other.csv", "--truth-field", "id"], 64, "other.csv has no field 'id'"),
        (["census.csv", "exams.csv", "--output", "exams.csv"], 64, "exams.csv"),
    ])
    func mistakes(arguments: [String], status: Int, text: String) throws {
        let folder = try Self.folder()
        try folder.write("", to: "empty.csv")
        try folder.write("sex,area\n", to: "header.csv")
        try folder.write("colour,size\nred,1\n", to: "other.csv")
        let outcome = try Tool.run(["across"] + arguments, in: folder)
        #expect(outcome.status == Int32(status), "\(outcome.errors)")
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ("sex: [gender]", "sex: {a: b}", "across.fields.sex"), ("files:", "file:", "'file'"),
        ("sex: [gender]", "sex: [gender, area]", "absence.csv"),
    ])
    func releaseMistakes(text: String, mistake: String, expected: String) throws {
        let folder = try Self.folder(
            Self.release.replacingOccurrences(of: text, with: mistake)
                + (mistake.contains("area") ? "    area: [gender]\n" : ""))
        let outcome = try Tool.run(["across", "--release", "release.yml"], in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(mistake.contains("area") ? "across.fields" : expected), "\(outcome.errors)")
    }
}
