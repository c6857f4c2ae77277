import Foundation
import Testing

/// What `check` and `measure` say of fields that they do not judge, and of persons with several records.
struct OtherFieldTests {
    private static let enrolments =
        "upn,school,year,sex\n1,A,2015,F\n1,A,2015,F\n1,A,2015,F\n2,A,2015,M\n2,A,2015,M\n3,A,2015,M\n"
    private static let release =
        "schema: singleout.release/1\ndata: rows.csv\nfields:\n  quasiIdentifiers: [school, year, sex]\n  identifier: upn\n"

    private static func notes(_ arguments: [String], in folder: WorkFolder) throws -> [String] {
        let outcome = try Tool.run(arguments + ["--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()["notes"] as? [String] ?? []
    }

    private static func notes(of text: String, _ more: [String] = ["-q", "sex"]) throws -> String {
        let folder = try WorkFolder()
        try folder.write(text, to: "rows.csv")
        return try notes(["measure", "rows.csv"] + more, in: folder).joined(separator: "\n")
    }

    /// k 3 in records, and 1 in persons.
    @Test(arguments: [["measure"], ["check", "--min-k", "3"]])
    func recordsAreNotPersons(command: [String]) throws {
        let folder = try WorkFolder()
        try folder.write(Self.enrolments, to: "rows.csv")
        try folder.write(Self.release, to: "rows.yml")
        let stated = try Self.notes([command[0], "--release", "rows.yml"] + command.dropFirst(), in: folder)
        #expect(
            stated.first == "Records are counted, not persons: the file has 6 records of 3 different values of upn.")
        let named = try Self.notes([command[0], "rows.csv", "-q", "school,year,sex"] + command.dropFirst(), in: folder)
        #expect(
            named.first
                == "If upn identifies persons, records are counted, not persons: the file has 6 records of 3 different values of upn."
        )
    }

    /// Field, whether its values come back, and whether that is said.
    @Test(arguments: [
        ("id", true, true), ("UPN", true, true), ("Pupil_ID", true, true), ("person_id", true, true),
        ("id", false, false),
        ("household_id", true, false), ("family_id", true, false), ("school_id", true, false), ("ident", true, false),
    ])
    func namesThatIdentifyPersons(field: String, isRepeated: Bool, isSaid: Bool) throws {
        let values = isRepeated ? ["a", "a", "b"] : ["a", "b", "c"]
        let notes = try Self.notes(of: "\(field),sex\n" + values.map { "\($0),F\n" }.joined())
        #expect(notes.contains("not persons") == isSaid, "\(notes)")
    }

    @Test func aMissingIdentifierIsNoPerson() throws {
        let notes = try Self.notes(of: "upn,sex\n1,F\n1,F\n,F\n,F\n2,F\n")
        #expect(notes.contains("3 records of 2 different values of upn"))
        #expect(try !Self.notes(of: "upn,sex\n1,F\n,F\n,F\n2,F\n").contains("not persons"))
    }

    @Test func aHouseholdIsNotAPerson() throws {
        let text = "home_ref_id,sex\n1,F\n1,F\n2,M\n"
        #expect(try !Self.notes(of: text, ["-q", "sex", "--household", "home_ref_id"]).contains("not persons"))
    }

    /// Records of a person far apart in a file that is too large to be looked at whole, and the same without any.
    @Test(arguments: [true, false])
    func aLargeFile(isRepeated: Bool) throws {
        let records = 120_000
        var text = "pupil_id,sex,note\n"
        for record in 0..<records { text += "P\(isRepeated ? record % (records / 2) : record),F,text\n" }
        let notes = try Self.notes(of: text)
        #expect(notes.contains("120,000 records of 60,000 different values of pupil_id") == isRepeated)
        #expect(notes.contains("not persons") == isRepeated)
    }

    @Test func everyFieldThatNothingJudgesIsNamed() throws {
        let text = "a,b,c,d,e,f\n1,2,3,4,5,6\n"
        #expect(
            try Self.notes(
                of: text, ["-q", "a", "--sensitive", "c", "--weight", "e", "--by", "f", "--min-group", "1"])
                == "Nothing here judges 2 other fields of the file: b and d.")
        #expect(try Self.notes(of: "a\n1\n", ["-q", "a"]).isEmpty)
    }

    /// Values of a field, and what they look like.
    @Test(arguments: [
        (["A123456789012", "B123456789012", "C12345678901D"], "pupil numbers"),
        (["AB1 2CD", "ab12cd", "SW1A 1AA"], "postcodes"), (["2010-03-04", "2011-12-31", ""], "full dates"),
        (["04/03/2010", "31/12/2011", "1/1/10"], "full dates"), (["4.3.2010", "31.12.2011", "1.1.2010"], "full dates"),
        (["04-Mar-10", "31-Dec-2011", "01-Jan-2010"], "full dates"),
        (["20100304", "20111231", "20100101"], "full dates"),
        (["2010-03-04 00:00:00", "2011-12-31T12:30", "2010-01-01"], "full dates"),
        (["Ann", "O'Neil", "Zoë Jones-Lee"], "names"), (["Smith", "Jones", "Patel"], "names"),
        (["2010", "2011", "2012"], ""), (["Male", "Female", "Male"], ""), (["AIND", "MWAS", "WBRI"], ""),
        (["12345678", "99999999", "45678912"], ""), (["A1", "B2", "C3"], ""), (["1.5", "2.5", "3.25"], ""),
        (["", "", ""], ""),
    ])
    func shapes(values: [String], expected: String) throws {
        let notes = try Self.notes(of: "sex,x\n" + values.map { "F,\($0)\n" }.joined())
        let warning = notes.split(separator: "\n").first { $0.hasPrefix("Values that can name a person") }
        #expect(
            warning.map(String.init)
                == (expected.isEmpty
                    ? nil : "Values that can name a person are not judged: those of x look like \(expected)."))
        for value in values where !value.isEmpty { #expect(!notes.contains(value)) }
    }

    /// Quotes that hold line ends, and compressed files, are sampled as they are read.
    @Test func quotedLinesAndCompressedFiles() throws {
        let folder = try WorkFolder()
        var text = "sex,postcode,remark\n"
        for record in 0..<20_000 { text += "F,AB\(record % 9) 2CD,\"one\nline \(record) of text, and more\"\n" }
        try folder.write(text, to: "rows.csv")
        #expect(try Self.notes(["measure", "rows.csv", "-q", "sex"], in: folder).last?.contains("postcodes") == true)
        _ = try Tool.shell("gzip rows.csv", in: folder)
        #expect(
            try Self.notes(["measure", "rows.csv.gz", "-q", "sex"], in: folder).last?.contains("postcodes") == true)
    }

    @Test func whatIsReadOnceIsSaidToBeUnseen() throws {
        let outcome = try Tool.run(
            ["check", "-", "-q", "sex", "--min-k", "1", "--format", "json"], in: WorkFolder(),
            input: Data("sex,name\nF,Ann\n".utf8))
        #expect(
            try outcome.json()["notes"] as? [String]
                == ["The input can be read only once, so the fields that were not asked for were not looked at."])
    }
}
