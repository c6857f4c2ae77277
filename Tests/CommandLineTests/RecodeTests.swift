import Foundation
import Testing

struct RecodeTests {
    private static let fields = "born,sex,area"

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Samples.births, to: "births.csv")
        return folder
    }

    private func run(_ arguments: [String], in folder: WorkFolder) throws -> Tool.Outcome {
        try Tool.run(["recode", "births.csv"] + arguments, in: folder)
    }

    /// Born and sex alone: figures that `RecodingTests` works out by hand.
    @Test func json() throws {
        let outcome = try run(["-q", "born,sex", "--target", "k=2,suppress=0.25", "--format", "json"], in: folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.recode/1" && object["missing"] as? String == "category")
        let fields = try #require(object["fields"] as? [[String: Any]])
        #expect(fields.map { $0["hierarchy"] as? String } == ["date", "none"])
        let changes = try #require(object["changes"] as? [[String: Any]])
        #expect(changes.map { $0["noLongerUnique"] as? Int } == [4, 2, 2, 2, 0])
        #expect(changes.map { $0["name"] as? String } == ["dropped", "month", "term", "year", "dropped"])
        let search = try #require(object["search"] as? [String: Any])
        #expect(search["nodes"] as? Int == 10 && search["met"] as? Bool == true && search["exact"] as? Bool == true)
        #expect((search["lost"] as? Double).map { abs($0 - 1.261639) < 1e-6 } == true)
        let chosen = try #require(object["chosen"] as? [String: Any])
        #expect(chosen["suppressed"] as? Int == 2)
        #expect((chosen["released"] as? [String: Any])?["k"] as? Int == 2)
    }

    @Test(arguments: ["1", "2", "3"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try folder()
        let arguments = ["-q", Self.fields, "--target", "k=2,suppress=0.3"]
        let some = try run(arguments + ["--threads", threads], in: folder)
        #expect(some.status == 0)
        #expect(some.output == (try run(arguments, in: folder)).output)
    }

    /// The written file has all records in their order, coarse or suppressed fields, and the risk that was told.
    @Test func writes() throws {
        let folder = try folder()
        let outcome = try run(
            [
                "-q", "born,sex", "--target", "k=2,suppress=0.25", "--write", "coarse.csv", "--leave-out", "id",
                "--format",
                "json",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.read("coarse.csv")
        #expect(
            text == """
                born,sex,area,score
                2005-01,F,QA1 3CM,"1,5"
                2005-01,F,QA1 3CO,2
                2005-02,F,QA1 4OO,
                2005-02,F,QA1 4OO,4
                2005-05,M,QA1 3CM,5
                2005-05,M,QA2 1MM,6
                *,*,QA2 1MM,7
                *,*,QB1 1MM,8

                """)
        let written = try #require(try outcome.json()["written"] as? [String: Any])
        #expect(written["k"] as? Int == 2 && written["suppressed"] as? Int == 2 && written["records"] as? Int == 6)
        #expect(written["unchanged"] as? [String] == ["area", "score"] && written["leftOut"] as? [String] == ["id"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("coarse.csv"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try folder.names() == ["births.csv", "coarse.csv"])
    }

    @Test func appliesStatedLevels() throws {
        let folder = try folder()
        let outcome = try run(
            ["-q", Self.fields, "--apply", "area=district,born=dropped", "--write", "coarse.csv", "--format", "json"],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.read("coarse.csv").hasPrefix("id,born,sex,area,score\n1,*,F,QA1,\"1,5\"\n"))
        let written = try #require(try outcome.json()["written"] as? [String: Any])
        // QA1 F 4, QA1 M 1, QA2 M 2, QB1 F 1.
        #expect(written["k"] as? Int == 1 && written["uniques"] as? Int == 2 && written["suppressed"] as? Int == 0)
    }

    /// A compressed file is copied as a plain one is.
    @Test func compressedInput() throws {
        let folder = try folder()
        let zip = Process()
        zip.executableURL = URL(fileURLWithPath: "/bin/sh")
        zip.arguments = ["-c", "gzip -c births.csv > births.csv.gz"]
        zip.currentDirectoryURL = folder.url
        try zip.run()
        zip.waitUntilExit()
        for name in ["births.csv", "births.csv.gz"] {
            let outcome = try Tool.run(
                ["recode", name, "-q", "born,sex", "--apply", "born=year", "--write", "\(name).out"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try folder.read("births.csv.out") == folder.read("births.csv.gz.out"))
    }

    @Test func statedHierarchies() throws {
        let folder = try folder()
        try folder.write("value,half,all\nF,x,*\nM,x,*\n", to: "sex.csv")
        try folder.write("born: none\nsex: sex.csv\narea: area>score\n", to: "levels.yml")
        try folder.write("postcode,town\nQA1 3CM,a\nQA1 3CO,a\nQA1 4OO,a\nQA2 1MM,b\nQB1 1MM,b\n", to: "towns.csv")
        let outcome = try run(
            [
                "-q", "born,sex,area", "--hierarchies", "levels.yml", "--levels", "area=towns.csv:postcode>town",
                "--format",
                "json",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let fields = try #require(try outcome.json()["fields"] as? [[String: Any]])
        #expect(fields.map { $0["hierarchy"] as? String } == ["none", "sex.csv", "towns.csv:postcode>town"])
        #expect(fields.map { ($0["levels"] as? [Any])?.count } == [2, 2, 3])
        #expect(fields.map { $0["found"] as? Bool } == [false, false, false])
    }

    /// A release names them as the flag does.
    @Test func hierarchiesOfARelease() throws {
        let folder = try folder()
        try FileManager.default.createDirectory(at: folder.url("of"), withIntermediateDirectories: false)
        try folder.write("value,half,all\nF,x,*\nM,x,*\n", to: "of/sex.csv")
        try folder.write(
            """
            schema: singleout.release/1
            data: ../births.csv
            fields: {quasiIdentifiers: [born, sex, area]}
            hierarchies: {born: date, sex: sex.csv, area: none}

            """, to: "of/release.yml")
        let outcome = try Tool.run(["recode", "--release", "of/release.yml", "--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let fields = try #require(try outcome.json()["fields"] as? [[String: Any]])
        #expect(fields.map { $0["hierarchy"] as? String } == ["date", "of/sex.csv", "none"])
        #expect(fields.map { $0["found"] as? Bool } == [false, false, false])
    }

    @Test func nothingMeetsTheTarget() throws {
        let folder = try folder()
        let outcome = try run(["-q", "born,sex", "--target", "k=9", "--write", "coarse.csv"], in: folder)
        #expect(outcome.status == 1 && outcome.text.contains("Nothing meets the target"))
        #expect(try folder.names() == ["births.csv"])
    }

    @Test func policyOfARelease() throws {
        let folder = try folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: births.csv
            fields: {identifier: id, quasiIdentifiers: [born, sex]}
            policy: {maxRisk: 0.5}
            """, to: "release.yml")
        let outcome = try Tool.run(
            [
                "recode", "--release", "release.yml", "--target", "policy,suppress=0.25", "--write", "out.csv",
                "--format", "json",
            ],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        let target = (object["search"] as? [String: Any])?["target"] as? [String: Any]
        #expect(target?["k"] as? Int == 2)
        #expect(try folder.read("out.csv").hasPrefix("born,sex,area,score\n"))
    }

    @Test(arguments: [
        ["--levels", "sex=date"], ["--levels", "area=area>sex"], ["--levels", "sex=no.csv"],
        ["--apply", "born=month", "--write", "no/such/folder"],
        ["--apply", "born=month", "--write", "coarse.csv", "--leave-out", "idd"],
    ])
    func failureLeavesNothing(arguments: [String]) throws {
        let folder = try folder()
        let outcome = try run(["-q", Self.fields] + arguments, in: folder)
        #expect(outcome.status == (arguments.contains("idd") ? 64 : 2), "\(outcome.errors)")
        #expect(outcome.output.isEmpty && !outcome.errors.contains("2005") && !outcome.errors.contains("QA1"))
        #expect(try folder.names() == ["births.csv"])
    }

    @Test(arguments: [
        ["--target", "k=0"], ["--target", "k=2,k=3"], ["--target", "x=1"], ["--target", "suppress=0.1"],
        ["--target", "uniqueness=2"], ["--target", "policy"], ["--target", "k=2", "--apply", "born=month"],
        ["--loss", "entropy"], ["--loss", "cost", "--target", "k=2"], ["--apply", "born=week"], ["--apply", "id=1"],
        ["--apply", "born"], ["--write", "a.csv"], ["--write", "-", "--target", "k=2"],
        ["--write", "births.csv", "--target", "k=2"], ["--write", "a.csv", "--output", "a.csv", "--target", "k=2"],
        ["--write", "a.sav", "--target", "k=2"], ["--write", "a.XLSX", "--target", "k=2"],
        ["--write", "a.csv.gz", "--target", "k=2"], ["--write", "./a.parquet", "--apply", "born=month"],
        ["--leave-out", "id"], ["--write", "a.csv", "--target", "k=2", "--leave-out", "sex"],
        ["--write", "a.csv", "--target", "k=2", "--missing", "exclude"], ["--missing", "wildcard"],
        ["--levels", "score=none"], ["--levels", "born"], ["--levels", "born=bands:5/12"],
        ["--levels", "born=none", "--levels", "born=date"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try folder()
        let outcome = try run(["-q", Self.fields] + arguments, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(try folder.names() == ["births.csv"])
    }
}
