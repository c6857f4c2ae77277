import Foundation
import Testing

/// `--engine spark` with a `spark-sql` that is a shell script.
struct SparkTests {
    private func run(
        _ command: String, _ arguments: [String], rows: [String], options: [String] = FakeSpark.options
    ) throws -> (outcome: Tool.Outcome, folder: WorkFolder) {
        let folder = try Samples.folder()
        try FakeSpark.write(printing: rows, in: folder)
        return (try Tool.run([command] + options + arguments, in: folder), folder)
    }

    /// What a cluster and this machine say of the same data, without the name of the engine.
    private func local(_ command: String, _ arguments: [String]) throws -> [String: Any] {
        try Tool.run([command, "pupils.csv"] + arguments, in: Samples.folder()).json()
    }

    /// What a cluster and this machine must agree on: all but where the data are and what was seen of a local file.
    private func withoutEngine(_ object: [String: Any]) -> NSDictionary {
        NSDictionary(dictionary: object.filter { !["engine", "provenance", "notes"].contains($0.key) })
    }

    @Test func measureSaysTheSame() throws {
        let arguments = ["-q", "sex,year,area", "--format", "json", "--population", "100"]
        let (outcome, folder) = try run("measure", arguments, rows: FakeSpark.whole)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let object = try outcome.json()
        #expect(object["engine"] as? [String: String] == ["name": "spark", "table": "db.census"])
        #expect(withoutEngine(object) == withoutEngine(try local("measure", arguments)))
        #expect(try folder.read("statements").contains("FROM `db`.`census`"))
    }

    @Test func combinationsSayTheSame() throws {
        let arguments = ["-q", "sex,area", "--format", "json"]
        let (outcome, _) = try run("combinations", arguments, rows: FakeSpark.pairs)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(withoutEngine(try outcome.json()) == withoutEngine(try local("combinations", arguments)))
    }

    @Test(arguments: [("1", 0), ("2", 1)]) func checkJudges(minimum: String, status: Int32) throws {
        let arguments = ["-q", "sex,year,area", "--min-k", minimum, "--format", "json"]
        let (outcome, _) = try run("check", arguments, rows: FakeSpark.whole)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(withoutEngine(try outcome.json()) == withoutEngine(try local("check", arguments)))
    }

    @Test(arguments: ["table": "txt", "json": "json", "csv": "csv", "markdown": "md", "latex": "tex"])
    func measureIsWhole(format: String, ending: String) throws {
        let (outcome, _) = try run("measure", ["-q", "sex,year,area", "--format", format], rows: FakeSpark.whole)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try Golden.expect(outcome.text, equals: "spark-measure.\(ending)")
    }

    @Test(arguments: ["combinations": FakeSpark.pairs, "check": FakeSpark.pairs])
    func otherCommandsAreWhole(command: String, rows: [String]) throws {
        let rows = command == "check" ? rows.filter { $0.hasPrefix("singleout\t0\t0") || $0.hasSuffix("8\t1") } : rows
        let rules = command == "check" ? ["--min-k", "2"] : []
        for (format, ending) in ["table": "txt", "json": "json"] {
            let (outcome, _) = try run(command, ["-q", "sex,area", "--format", format] + rules, rows: rows)
            #expect(outcome.errors.isEmpty, "\(outcome.errors)")
            try Golden.expect(outcome.text, equals: "spark-\(command).\(ending)")
        }
    }

    /// By hand, as in `AcrossTests`: by sex F and M have 3 records each, and 2 and 2 in the other table.
    @Test func acrossIsWhole() throws {
        let rows = ["singleout\t0\t0\t0\t3\t2\t0\t2", "singleout\t0\t0\t1\t6\t4\t4\t1", "singleout\t1\t0\t0\t3"]
        for (format, ending) in ["table": "txt", "json": "json"] {
            let (outcome, folder) = try run(
                "across", ["--table", "db.exams", "--on", "sex", "--adding", "grade", "--format", format], rows: rows)
            #expect(outcome.errors.isEmpty, "\(outcome.errors)")
            try Golden.expect(outcome.text, equals: "spark-across.\(ending)")
            let statements = try folder.read("statements")
            #expect(statements.contains("FROM `db`.`census` UNION ALL") && statements.contains("FROM `db`.`exams`"))
        }
    }

    @Test func recordsThatAreLeftOut() throws {
        let arguments = ["-q", "sex,area", "--missing", "exclude", "--format", "json"]
        let rows = [
            "singleout\t0\t0\t1\t2", "singleout\t0\t0\t2\t1", "singleout\t0\t0\t3\t1", "singleout\t0\t1\t4\t2",
            "singleout\t0\t2\t3\t1", "singleout\t0\t2\t4\t1", "singleout\t0\t3\t8\t1",
        ]
        let (outcome, folder) = try run("combinations", arguments, rows: rows)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(withoutEngine(try outcome.json()) == withoutEngine(try local("combinations", arguments)))
        #expect(try folder.read("statements").contains("(combination & 2) <> 0"))
    }

    @Test func theUsersSparkIsCalledAsAsked() throws {
        let (outcome, folder) = try run(
            "measure", ["-q", "a;b,c`d", "--missing-values", "NA,?", "--format", "json"],
            rows: ["singleout\t0\t0\t2\t1", "singleout\t0\t3\t2\t1"],
            options: [
                "--engine", "spark", "--master", "spark://h:7077", "--files", "s3a://b/*.tsv", "--spark-sql",
                "./spark-sql",
                "--spark-conf", "spark.executor.memory=4g", "--spark-conf", "spark.yarn.queue=census",
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect((try outcome.json()["engine"] as? [String: String])?["files"] == "s3a://b/*.tsv")
        let arguments = try folder.read("arguments").split(separator: "\n")
        #expect(arguments.prefix(2) == ["--master", "spark://h:7077"])
        #expect(arguments.contains("spark.executor.memory=4g") && arguments.contains("spark.yarn.queue=census"))
        let statements = try folder.read("statements")
        #expect(statements.contains(#"OPTIONS (path 's3a://b/\u002A.tsv', "#) && statements.contains(#"sep '\u0009'"#))
        #expect(statements.contains(#"IDENTIFIER('`a\u003Bb`')"#) && statements.contains(#"IDENTIFIER('`c``d`')"#))
        #expect(statements.contains(#"IN ('', '\u003F', 'NA')"#))
        #expect(statements.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func aReleaseNamesTheFields() throws {
        let folder = try Samples.folder()
        try FakeSpark.write(printing: FakeSpark.whole, in: folder)
        try folder.write(
            """
            schema: singleout.release/1
            data: pupils.csv
            delimiter: ";"
            fields:
              quasiIdentifiers: [sex, year, area]
            policy:
              minK: 1
            """, to: "release.yml")
        let outcome = try Tool.run(["check"] + FakeSpark.options + ["--release", "release.yml"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("db.census") && !outcome.text.contains("pupils.csv"))
    }

    @Test(arguments: [
        ["measure", "pupils.csv", "-q", "a", "--engine", "spark", "--table", "t"],
        ["measure", "-q", "a", "--engine", "spark"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--files", "f.csv"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "db..t"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--delimiter", ";"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--files-format", "csv"],
        ["measure", "-q", "a", "--engine", "spark", "--files", "folder"],
        ["measure", "-q", "a", "--engine", "spark", "--files", "f.parquet", "--delimiter", ";"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--threads", "2"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--spark-conf", "nothing"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--spark-conf", "spark.sql.session.timeZone=CET"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--missing", "wildcard"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--sensitive", "b"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--weight", "b"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--household", "b"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--max-rate", "0.1"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--by", "b"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--population-data", "pupils.csv"],
        ["combinations", "-q", "a,b", "--engine", "spark", "--table", "t", "--missing", "wildcard"],
        ["combinations", "-q", "a,b", "--engine", "spark", "--table", "t", "--sets-per-job", "0"],
        ["check", "-q", "a", "--min-k", "2", "--engine", "spark", "--table", "t", "--missing", "wildcard"],
        ["measure", "-q", "a", "--engine", "spark", "--table", "t", "--table", "u"],
        ["across", "--engine", "spark", "--table", "t", "--table", "u"],
        ["across", "--engine", "spark", "--table", "t", "--on", "a"],
        ["across", "--engine", "spark", "--table", "t", "--table", "u", "--files", "v.csv", "--on", "a"],
        ["across", "pupils.csv", "--engine", "spark", "--table", "t", "--table", "u", "--on", "a"],
        ["across", "--engine", "spark", "--table", "t", "--table", "u", "--on", "a", "--truth-field", "a"],
        ["across", "--engine", "spark", "--table", "t", "--table", "u", "--on", "a", "--missing", "wildcard"],
        ["across", "pupils.csv", "pupils.csv", "--table", "t"],
        ["measure", "pupils.csv", "-q", "sex", "--master", "spark://h:7077"],
        ["measure", "pupils.csv", "-q", "sex", "--engine", "local", "--table", "t"],
        ["combinations", "pupils.csv", "-q", "sex", "--sets-per-job", "8"],
        ["check", "pupils.csv", "-q", "sex", "--min-k", "2", "--spark-conf", "a=b"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try Samples.folder()
        try FakeSpark.write("touch was-called", in: folder)
        let isSpark = arguments.contains("spark")
        let outcome = try Tool.run(arguments + (isSpark ? ["--spark-sql", "./spark-sql"] : []), in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try !folder.names().contains("was-called"))
    }

    /// One line, and the log whose path it tells.
    @Test(arguments: [
        ("echo '[TABLE_OR_VIEW_NOT_FOUND] `db`.`census`' >&2; exit 1", "no such table"),
        (
            "echo '[UNRESOLVED_COLUMN.WITH_SUGGESTION] with name `sex` cannot be resolved [`sexe`, `area`].' >&2; exit 1",
            "no field 'sex'; did you mean 'sexe'?"
        ),
        ("echo 'Malformed records are detected in record parsing: [Zanzibar7].' >&2; exit 1", "exit status 1"),
        ("echo 'All masters are unresponsive! Giving up.' >&2; exit 1", "--master"), ("exit 9", "exit status 9"),
        (#"printf 'singleout\t0\t0\tx\tZanzibar7\n'"#, "Row 1"),
        (#"printf 'singleout\t0\t0\t1\t3\n'"#, "does not add up"),
        ("exit 0", "does not add up"),
    ])
    func failures(script: String, expected: String) throws {
        let folder = try Samples.folder()
        try FakeSpark.write(script, in: folder)
        let outcome = try Tool.run(
            ["measure"] + FakeSpark.options + ["-q", "sex", "--output", "answer.txt"], in: folder)
        // A field that the data lack was asked for wrongly.
        #expect(outcome.status == (expected.contains("no field") ? 64 : 2))
        #expect(outcome.errors.hasPrefix("singleout: ") && outcome.errors.hasSuffix("\n"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(outcome.errors.contains(expected), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Zanzibar7"))
        #expect(try !folder.names().contains("answer.txt"))
        let log = try #require(outcome.errors.split(separator: " ").first { $0.contains("/spark.log") })
        let file = URL(fileURLWithPath: log.trimmingCharacters(in: [","]))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }

    @Test func noRecords() throws {
        let (outcome, _) = try run("measure", ["-q", "sex"], rows: [])
        #expect(outcome.status == 2)
        #expect(outcome.errors == "singleout: db.census: the data have no record; at least one was expected.\n")
    }

    @Test func noProgram() throws {
        let outcome = try Tool.run(
            ["measure", "--engine", "spark", "--table", "t", "--spark-sql", "no/spark-sql", "-q", "sex"],
            in: Samples.folder())
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("no/spark-sql"))
    }

    /// The signal ends Spark in good order, its children too, and leaves nothing behind.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruptionEndsTheJob(signal: Int32) throws {
        let folder = try Samples.folder()
        try FakeSpark.write(
            """
            trap 'sleep 0.3; echo ended > ended; exit 143' TERM
            trap '' INT
            for last; do :; done
            echo "$last" > script
            sleep 60 & echo $! > child
            echo $$ > started
            while true; do sleep 0.05; done
            """, in: folder)
        let process = Tool.process(
            ["measure"] + FakeSpark.options + ["-q", "sex", "--output", "answer.txt"], in: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        var spark = ""
        for _ in 0..<1_200 where !spark.hasSuffix("\n") {
            usleep(50_000)
            spark = (try? folder.read("started")) ?? ""
        }
        kill(process.processIdentifier, signal)
        Tool.wait(for: process)
        #expect(Tool.status(of: process) == -signal)
        #expect(try folder.read("ended") == "ended\n")
        for name in ["started", "child"] {
            let number = try #require(pid_t(folder.read(name).trimmingCharacters(in: .newlines)))
            // The process that adopts one whose parent has ended takes a moment to see its end.
            for _ in 0..<600 where kill(number, 0) == 0 { usleep(50_000) }
            #expect(kill(number, 0) != 0, "\(name)")
        }
        let script = URL(fileURLWithPath: try folder.read("script").trimmingCharacters(in: .newlines))
        #expect(!FileManager.default.fileExists(atPath: script.deletingLastPathComponent().path))
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("answer") && !$0.hasPrefix(".singleout") })
    }
}
