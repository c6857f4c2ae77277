import Foundation
import Testing

/// `singleout families` on a file that can be checked by hand: see `FamilyTests` for its families.
struct FamiliesTests {
    private static let pupils = """
        id,home,sex,dob,building,street,postcode,surname,lsoa
        1,a,F,2010-03-01,1,High,A,Ash,X1
        2,a,M,2007-05-01,1,High,A,Ash,X1
        3,b,M,2007-11-01,2,High,A,Birch,X1
        4,b,F,2010-12-01,2,High,A,Birch,X1
        5,c,F,2010-01-01,3,Low,B,Cedar,X2
        6,c,M,2007-02-01,3,Low,B,Cedar,X2
        7,d,F,2010-03-02,4,High,A,Dogwood,X1
        8,,F,2010-02-01,5,High,A,Elm,X1
        9,e,F,2010-04-01,6,High,A,Fir,X1
        10,e,F,2010-04-01,6,High,A,Fir,X1
        11,e,M,2006-04-01,6,High,A,Gorse,X1

        """

    /// A year later: a has moved to X3, b is where it was, e has moved and lost a pupil.
    private static let later = """
        id,home,sex,dob,building,street,postcode,surname,lsoa
        2,a,M,2007-05-01,8,Far,C,Ash,X3
        1,a,F,2010-03-01,8,Far,C,Ash,X3
        3,b,M,2007-11-01,2,High,A,Birch,X1
        4,b,F,2010-12-01,2,High,A,Birch,X1
        9,e,F,2010-04-01,9,Far,C,Fir,X3
        10,e,F,2010-04-01,9,Far,C,Fir,X3

        """

    private static let truth = "id,family\n1,p\n2,p\n3,q\n4,q\n5,r\n6,r\n7,s\n9,t\n10,t\n11,t\n12,u\n"

    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(pupils, to: "pupils.csv")
        try folder.write(later, to: "later.csv")
        try folder.write(truth, to: "truth.csv")
        return folder
    }

    static let all = [
        "families", "pupils.csv", "--infer", "address,surname", "-q", "sex,dob", "--area", "lsoa", "--truth-file",
        "truth.csv", "--later", "later.csv", "--id", "id",
    ]

    /// In X1 a and b are alike, so are the two girls, and e is like no other: 3 of 9 pupils. In X2 there is c alone.
    @Test func byGroup() throws {
        let object = try json([
            "--family", "home", "-q", "sex,dob", "--area", "lsoa", "--by", "lsoa",
            "--min-group", "1",
        ])
        let field = try #require((object["groups"] as? [[String: Any]])?.first)
        let groups = try #require(field["groups"] as? [[String: Any]])
        #expect(groups.map { $0["group"] as? String } == ["X1", "X2"])
        #expect(groups.map { $0["records"] as? Int } == [9, 2])
        let unique = groups.compactMap { ($0["familyUnique"] as? [String: Any])?["value"] as? Double }
        #expect(unique == [3.0 / 9, 1])
        let risk = groups.compactMap { ($0["householdRegisterRisk"] as? [String: Any])?["value"] as? Double }
        #expect(risk == [6.0 / 9, 1])
    }

    private func json(_ arguments: [String], in folder: WorkFolder? = nil) throws -> [String: Any] {
        let outcome = try Tool.run(
            ["families", "pupils.csv"] + arguments + ["--format", "json"], in: folder ?? Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()
    }

    @Test func given() throws {
        let object = try json(["--family", "home", "-q", "sex,dob", "--area", "lsoa"])
        #expect(object["schema"] as? String == "singleout.families/1")
        #expect(object["families"] as? Int == 6 && object["unique"] as? Int == 2)
        #expect(object["uniqueShare"] as? Double == 1.0 / 3 && object["k"] as? Int == 1)
        #expect(object["missing"] as? String == "category")
        #expect(object["dates"] as? [String] == ["dob"] && object["precision"] as? String == "year")
        #expect(object["recordsWithoutFamily"] as? Int == 1)
        let sizes = try #require(object["bySize"] as? [[String: Any]])
        #expect(sizes.map { $0["size"] as? Int } == [1, 2, 3])
        #expect(sizes.map { $0["families"] as? Int } == [2, 3, 1])
        #expect(sizes.map { $0["unique"] as? Int } == [0, 1, 1])
        let reach = try #require(object["reach"] as? [String: Any])
        #expect(reach["mean"] as? Double == 12.0 / 11)
        let interval = try #require(reach["interval"] as? [String: Double])
        #expect(abs((interval["lower"] ?? 0) - 0.476236) < 5e-7 && abs((interval["upper"] ?? 0) - 1.705582) < 5e-7)
        #expect(object["inference"] is NSNull && object["refound"] is NSNull)
        #expect(object["refoundReason"] is String && object["inferenceReason"] is String)
    }

    /// The day tells more families apart than the year.
    @Test(arguments: [("day", 6), ("month", 6), ("term", 4), ("year", 2)])
    func precision(precision: String, unique: Int) throws {
        let object = try json(["--family", "home", "-q", "sex,dob", "--area", "lsoa", "--precision", precision])
        #expect(object["unique"] as? Int == unique)
        #expect(object["precision"] as? String == precision)
    }

    @Test func inferred() throws {
        let object = try json(["--infer", "address", "-q", "sex", "--family", "home"])
        let grouping = try #require(object["grouping"] as? [String: Any])
        #expect(grouping["kind"] as? String == "inferred")
        #expect(grouping["fields"] as? [String] == ["building", "street", "postcode"])
        #expect(object["families"] as? Int == 6)
        let inference = try #require(object["inference"] as? [String: Any])
        #expect(inference["exact"] as? Int == 5 && inference["families"] as? Int == 5)
        #expect(inference["pupilsWithoutTruth"] as? Int == 1)
        #expect(object["area"] is NSNull && object["areaReason"] is String)
    }

    /// Surnames part e; b and e have moved or not as the later file has it.
    @Test func withTruthAndLater() throws {
        let object = try Tool.run(Self.all + ["--format", "json"], in: Self.folder()).json()
        let inference = try #require(object["inference"] as? [String: Any])
        #expect(inference["precision"] as? Double == 1 && inference["recall"] as? Double == 4.0 / 6)
        #expect(inference["split"] as? Int == 1 && inference["mixed"] as? Int == 0)
        // a is one of two families with its set of pupils, the girls of e are the only ones with theirs.
        #expect(object["refound"] as? Double == 0.5)
        let refinding = try #require(object["refinding"] as? [String: Any])
        #expect(refinding["moved"] as? Int == 2 && refinding["found"] as? Int == 1)
        #expect(refinding["several"] as? Int == 1 && refinding["searched"] as? Int == 3)
        #expect(refinding["later"] as? String == "later.csv")
    }

    /// Without --infer the families are those of the other file.
    @Test func givenByAnotherFile() throws {
        let object = try json([
            "--truth-file", "truth.csv", "--later", "later.csv", "--id", "id", "-q", "sex,dob", "--area", "lsoa",
        ])
        #expect(object["recordsWithoutFamily"] as? Int == 1 && object["families"] as? Int == 6)
        let refinding = try #require(object["refinding"] as? [String: Any])
        #expect(refinding["moved"] as? Int == 2 && refinding["none"] as? Int == 1 && refinding["found"] as? Int == 0)
    }

    /// A release names data, members, family and identifier; the area is no member field then.
    @Test func release() throws {
        let folder = try Self.folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: pupils.csv
            fields:
              identifier: id
              quasiIdentifiers: [sex, dob, lsoa]
              household: home

            """, to: "release.yml")
        let outcome = try Tool.run(
            [
                "families", "--release", "release.yml", "--area", "lsoa", "--later", "later.csv", "--format", "json",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["quasiIdentifiers"] as? [String] == ["sex", "dob"])
        #expect(object["unique"] as? Int == 2)
        #expect((object["grouping"] as? [String: Any])?["fields"] as? [String] == ["home"])
        #expect((object["refinding"] as? [String: Any])?["moved"] as? Int == 2)
    }

    /// The header of standard input is read with the rest.
    @Test func standardInput() throws {
        let outcome = try Tool.run(
            ["families", "-", "--infer", "address", "-q", "sex,dob", "--area", "lsoa", "--format", "json"],
            in: WorkFolder(), input: Data(Self.pupils.utf8))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.json()["families"] as? Int == 6)
    }

    /// A field that is named address is what stands for the address.
    @Test func addressField() throws {
        let folder = try WorkFolder()
        try folder.write("address,building,sex\nx,1,F\nx,2,M\n,3,F\n,3,F\n", to: "pupils.csv")
        let object = try json(["--infer", "address", "-q", "sex"], in: folder)
        #expect(object["families"] as? Int == 3 && object["recordsWithoutFamily"] as? Int == 2)
    }

    /// What is written in place of an address makes no family of strangers.
    @Test(arguments: [
        "Unknown,Unknown,Unknown", "None,none,NONE", "NFA,No fixed abode,ZZ99 3VZ", "-,n/a,zz993vz", "4,,ZZ99 3VZ",
        ",No Fixed  Abode,AB1 2CD",
    ])
    func noAddress(address: String) throws {
        let folder = try WorkFolder()
        let strangers = "ABCDEF".map { "\($0),\(address),F\n" }.joined()
        let family = "G,1,High Street,AB1 2CD,F\nG,1,High Street,AB1 2CD,M\n"
        try folder.write("surname,building,street,postcode,sex\n" + strangers + family, to: "pupils.csv")
        let object = try json(["--infer", "address", "-q", "sex"], in: folder)
        #expect(object["families"] as? Int == 7 && object["recordsWithoutFamily"] as? Int == 6)
        let notes = object["notes"] as? [String] ?? []
        #expect(notes.count == 1 && notes.allSatisfy { $0.contains("mean an unknown address") }, "\(notes)")
    }

    @Test func missingValues() throws {
        let folder = try WorkFolder()
        try folder.write("home,sex,age\na,F,5\na,,6\nb,F,5\nb,,6\nc,M,7\n", to: "pupils.csv")
        let counted = try json(["--family", "home", "-q", "sex,age"], in: folder)
        #expect(counted["families"] as? Int == 3 && counted["unique"] as? Int == 1)
        let object = try json(["--family", "home", "-q", "sex,age", "--missing", "exclude"], in: folder)
        #expect(object["missing"] as? String == "exclude")
        #expect(object["families"] as? Int == 1 && object["excluded"] as? Int == 2)
        for format in ["table", "markdown", "latex", "csv"] {
            let outcome = try Tool.run(
                [
                    "families", "pupils.csv", "--family", "home", "-q", "sex", "--missing", "exclude", "--format",
                    format,
                ],
                in: folder)
            #expect(outcome.text.contains("exclude"), "\(format)")
        }
    }

    /// Nobody is left, and every format says so.
    @Test(arguments: ["table", "markdown", "latex", "csv", "json"])
    func nobodyLeft(format: String) throws {
        let folder = try WorkFolder()
        try folder.write("home,sex,age\na,,5\n", to: "pupils.csv")
        let outcome = try Tool.run(
            ["families", "pupils.csv", "--family", "home", "-q", "sex", "--missing", "exclude", "--format", format],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains(format == "csv" ? "\r\nall,0,0,,0,0,0.0,0.0,1\r\n" : "no family is left"))
    }

    @Test(arguments: ["1", "2", "3"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try Self.folder()
        let some = try Tool.run(Self.all + ["--threads", threads], in: folder)
        #expect(some.status == 0, "\(some.errors)")
        #expect(some.output == (try Tool.run(Self.all, in: folder)).output)
    }

    /// The file of records is readable by the user only, and holds numbers, no values.
    @Test func records() throws {
        let folder = try Self.folder()
        let outcome = try Tool.run(
            [
                "families", "pupils.csv", "--family", "home", "-q", "sex,dob", "--area", "lsoa", "--records",
                "records.csv",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("records.csv"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let lines = try folder.read("records.csv").components(separatedBy: "\r\n")
        #expect(lines[0] == "record,family,members,familiesAlike")
        #expect(lines[1] == "1,1,2,2" && lines[5] == "5,3,2,1" && lines[8] == "8,5,1,2" && lines[11] == "11,6,3,1")
        #expect(lines.count == 13)
    }

    @Test(arguments: ["table", "markdown", "latex", "csv", "json"])
    func noFormatNamesAnybody(format: String) throws {
        let outcome = try Tool.run(Self.all + ["--format", format], in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        for value in ["Ash", "Gorse", "High", "2007", "2010", "X1", "X3"] {
            #expect(!outcome.text.contains(value), "\(value)")
        }
    }

    @Test(arguments: [
        [], ["--family", "home", "--infer", "address,address"], ["--family", ""], ["--family", "home", "--area", ""],
        ["--family", "sex"], ["--family", "home", "--area", "dob"], ["--family", "home", "--area", "home"],
        ["--infer", "address,"], ["--infer", "address", "--truth-file", "truth.csv"],
        ["--infer", "address", "--later", "later.csv", "--id", "id"],
        ["--infer", "address", "--later", "later.csv", "--area", "lsoa"], ["--infer", "address", "--id", "id"],
        ["--infer", "address", "--truth-file", "-", "--id", "id"], ["--infer", "address", "--missing", "wildcard"],
        ["--infer", "address", "--max-size", "0"], ["--infer", "address", "--precision", "decade"],
        ["--infer", "address", "--records", "-"], ["--infer", "address", "--records", "pupils.csv"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try Self.folder()
        let outcome = try Tool.run(["families", "pupils.csv", "-q", "sex,dob"] + arguments, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(try folder.names() == ["later.csv", "pupils.csv", "truth.csv"])
    }

    /// Bad input is named by file and field, and by no value.
    @Test func badInput() throws {
        let folder = try Self.folder()
        try folder.write("id,family\n1,p\n1,q\n", to: "twice.csv")
        try folder.write("id,family\n77,p\n", to: "strangers.csv")
        try folder.write("id,family\n1,\n", to: "empty.csv")
        try folder.write("home,sex,dob\na,F,2010-01-01\na,F,2010-01-02\nb,M,Zanzibar7\n", to: "dates.csv")
        try folder.write("home,sex\na,F\n", to: "nowhere.csv")
        let cases: [([String], [String])] = [
            (["pupils.csv", "--truth-file", "twice.csv", "--id", "id"], ["twice.csv", "'id'"]),
            (["pupils.csv", "--truth-file", "strangers.csv", "--id", "id"], ["strangers.csv", "'id'"]),
            (["pupils.csv", "--truth-file", "empty.csv", "--id", "id"], ["empty.csv", "'family'"]),
            (["pupils.csv", "--truth-file", "truth.csv", "--id", "nothing"], ["nothing"]),
            (["pupils.csv", "--infer", "address,nothing"], ["nothing"]),
            (["nowhere.csv", "--infer", "address"], ["nowhere.csv", "sub_building"]),
            (["dates.csv", "--family", "home", "-q", "dob"], ["dates.csv", "'dob'", "1 of the 3"]),
            (
                ["pupils.csv", "--family", "home", "--later", "nowhere.csv", "--id", "id", "--area", "lsoa"],
                ["nowhere.csv"]
            ),
        ]
        for (arguments, words) in cases {
            let fields = arguments.contains("-q") ? [] : ["-q", "sex"]
            let outcome = try Tool.run(["families"] + arguments + fields, in: folder)
            // A field that a file lacks was asked for wrongly.
            let isUnknownField = arguments.contains { $0.hasSuffix("nothing") } || arguments.contains("--later")
            #expect(outcome.status == (isUnknownField ? 64 : 2), "\(arguments): \(outcome.errors)")
            for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
            #expect(!outcome.errors.contains("Zanzibar7") && outcome.output.isEmpty)
        }
    }

    /// The figures of the shipped town, against a script that shares no code.
    @Test(arguments: ["address", "address,surname"])
    func town(infer: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Tests/ReferenceValues/families.json")
        let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: [String: Any]]
        let expected = try #require(all?[infer])
        let town = root.appendingPathComponent("datasets/town").path
        let outcome = try Tool.run(
            [
                "families", town + "/census-2016.csv", "--infer", infer, "-q", "sex,date_of_birth", "--area", "lsoa",
                "--truth-file", town + "/truth/families.csv", "--id", "pupil_number", "--format", "json",
            ], in: WorkFolder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let found = try outcome.json()
        for name in ["families", "unique", "classes"] {
            #expect(found[name] as? Int == expected[name] as? Int, "\(name)")
        }
        #expect((found["pupils"] as? [String: Any])?["inUnique"] as? Int == expected["pupilsInUnique"] as? Int)
        let sizes = try #require(found["bySize"] as? [[String: Any]])
        let bySize = try #require(expected["bySize"] as? [String: [String: Double]])
        #expect(sizes.count == bySize.count)
        for size in sizes {
            let number = try #require(size["size"] as? Int)
            let expected = try #require(bySize[String(number)])
            for (name, value) in expected {
                let own = try #require(size[name] as? Double)
                #expect(abs(own - value) < 1e-12, "\(name)")
            }
        }
        let reach = try #require(found["reach"] as? [String: Any])
        let real = try #require(expected["reach"] as? [String: Double])
        let interval = reach["interval"] as? [String: Double]
        for (value, name) in [
            (reach["mean"] as? Double, "mean"), (interval?["lower"], "lower"), (interval?["upper"], "upper"),
        ] {
            #expect(abs((value ?? .infinity) - (real[name] ?? 0)) < 1e-12, "\(name)")
        }
        let combinations = try #require(found["combinations"] as? [[String: Any]])
        let unique = try #require(expected["combinations"] as? [String: Int])
        #expect(combinations.count == unique.count)
        for entry in combinations {
            let fields =
                ["members"] + (entry["fields"] as? [String] ?? [])
                + (entry["withArea"] as? Bool == true ? ["lsoa"] : [])
            #expect(entry["unique"] as? Int == unique[fields.joined(separator: "+")], "\(fields)")
        }
        let inference = try #require(found["inference"] as? [String: Any])
        let errors = try #require(expected["inference"] as? [String: Int])
        for (name, value) in errors {
            #expect(inference[name] as? Int == value, "\(name)")
        }
    }
}
