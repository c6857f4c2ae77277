import Foundation
import Testing

/// Nothing about a person leaks: every value of every record is marked, and all that a run leaves is searched for the marks.
struct LeakTests {
    /// A command, and the marked values that it shows by design.
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        var shows: [String] = []
        /// Files that are written for who may see records.
        var files: Set<String> = []
        var status: Int32 = 0

        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let formats = ["table", "json", "csv", "markdown", "latex"]
    private static let fields = "sex,born,postcode,school,eth"
    private static let compare = "forename:name,surname:name,born:date,postcode:postcode"

    /// The groups of `--by` are named, as far as they have ten records: that is what is asked for.
    private static let labels = MarkedFiles.groupLabels

    private static let cases: [Case] = [
        Case(arguments: ["measure", "data.csv", "-q", fields]),
        Case(arguments: ["measure", "data.csv", "-q", "sex,born", "--missing", "wildcard"]),
        Case(arguments: [
            "measure", "data.csv", "-q", "sex,born", "--missing-values", "Zq7sexF", "--missing", "exclude",
        ]),
        Case(arguments: ["measure", "data.csv", "-q", fields, "--population-data", "population.csv"]),
        Case(arguments: ["measure", "data.csv", "-q", "sex,school", "--population", "9000"]),
        Case(arguments: [
            "measure", "data.csv", "-q", "sex,school", "--sensitive", "health,score", "--ordered", "score",
            "--value-hierarchy",
            "health=health.csv", "--entropy", "grassberger",
        ]),
        Case(arguments: [
            "measure", "data.csv", "-q", fields, "--weight", "weight", "--household", "family", "--max-rate", "0.1",
            "--household-threshold", "0.2",
        ]),
        Case(arguments: ["measure", "data.csv", "-q", "born,school", "--by", "eth,sex"], shows: labels),
        Case(arguments: ["combinations", "data.csv", "-q", fields]),
        Case(arguments: ["combinations", "data.csv", "-q", fields, "--memory", "200M"]),
        Case(arguments: ["suda", "data.csv", "-q", fields, "--sampling-fraction", "0.1"]),
        Case(arguments: ["suda", "data.csv", "-q", fields, "--records", "records.csv"], files: ["records.csv"]),
        Case(arguments: [
            "estimate", "data.csv", "-q", "sex,school,eth", "--population", "3000", "--bootstrap", "20", "--classes",
            "2",
            "--back-test",
        ]),
        Case(
            arguments: [
                "estimate", "data.csv", "-q", "sex,school", "--population", "3000", "--bootstrap", "0", "--classes",
                "2",
                "--by", "eth", "--records", "records.csv",
            ], shows: labels, files: ["records.csv"]),
        Case(arguments: ["across", "data.csv", "exams.csv", "--truth-field", "id", "--adding", "grade"]),
        Case(arguments: [
            "families", "data.csv", "--infer", "address,surname", "-q", "sex,born", "--area", "area", "--truth-file",
            "truth.csv",
            "--later", "later.csv", "--id", "id",
        ]),
        Case(
            arguments: [
                "families", "data.csv", "--family", "family", "-q", "sex,born", "--precision", "day", "--by", "eth",
                "--records", "records.csv",
            ], shows: labels, files: ["records.csv"]),
        // Growth goes by years, which are its labels.
        Case(
            arguments: [
                "histories", "enrolments.csv", "--id", "id", "--events", "school,from", "--precision", "day", "--known",
                "1,2",
            ], shows: ["1896", "1897"]),
        Case(
            arguments: [
                "histories", "enrolments.csv", "--id", "id", "--events", "school", "--order", "from", "--as", "order",
                "--year", "from",
            ], shows: ["1896", "1897"]),
        Case(arguments: ["groups", "data.csv", "-q", fields, "--by", "eth"], shows: labels),
        Case(arguments: ["groups", "data.csv", "-q", "born,school", "--by", "eth", "--adjust", "sex"], shows: labels),
        Case(arguments: ["link", "asked.csv", "data.csv", "--compare", compare, "--truth-field", "person=id"]),
        Case(arguments: ["link", "asked.csv", "data.csv", "--compare", compare, "--search", "matrix", "--one-to-one"]),
        Case(
            arguments: [
                "link", "asked.csv", "data.csv", "--compare", compare, "--match-method", "deterministic", "--records",
                "records.csv",
            ], files: ["records.csv"]),
        Case(arguments: ["recode", "data.csv", "-q", fields]),
        Case(
            arguments: [
                "recode", "data.csv", "-q", "sex,born,area", "--levels", "area=area.csv", "--target",
                "k=3,suppress=0.5", "--write", "recoded.csv", "--leave-out", "id",
            ], files: ["recoded.csv"]),
        Case(
            arguments: ["recode", "data.csv", "-q", "born,postcode", "--apply", "born=year", "--write", "recoded.csv"],
            files: ["recoded.csv"]),
        Case(arguments: [
            "differences", "data.csv", "release.csv", "-q", "sex,school,eth", "--id", "id", "--sensitive",
            "health,score",
        ]),
        Case(arguments: ["differences", "before.csv", "after.csv", "--count", "pupils"]),
        // What singles out one person is told to who may see records, with her weight, from which figures follow.
        Case(
            arguments: [
                "explain", "data.csv", "-q", fields, "--record", "12", "--i-may-see-records", "--population-data",
                "population.csv", "--weight", "weight", "--household", "family",
            ], shows: ["2.7093311"]),
        Case(arguments: ["check", "data.csv", "-q", fields, "--min-k", "2", "--max-uniqueness", "0.01"], status: 1),
    ]

    /// Runs a command in a folder of files, with a temporary folder of its own, and gathers what it leaves beside the files.
    private static func traces(
        _ arguments: [String], in folder: WorkFolder, except files: Set<String> = [], status: Int32? = nil,
        environment: [String: String] = [:]
    ) throws -> Traces {
        let (before, temporary) = (Set(try folder.names()), try WorkFolder())
        let outcome = try Tool.run(
            arguments, in: folder, environment: environment.merging(["TMPDIR": temporary.url.path]) { $1 })
        if let status { #expect(outcome.status == status, "\(arguments) \(outcome.errors)") }
        #expect(outcome.status >= 0, "the tool was ended by signal \(-outcome.status)")
        var traces = Traces()
        traces.add(outcome)
        try traces.add(folder, except: before.union(files))
        try traces.add(temporary)
        return traces
    }

    @Test(arguments: cases) func noCommandShowsAValue(command: Case) throws {
        let folder = try MarkedFiles.folder()
        let formats = Self.formats + (command.arguments[0] == "check" ? ["junit"] : [])
        for (number, format) in formats.enumerated() {
            let output = number % 2 == 0 ? [] : ["--output", "answer-\(format)"]
            let traces = try Self.traces(
                command.arguments + ["--format", format] + output, in: folder, except: command.files,
                status: command.status)
            #expect(traces.texts.contains { $0.text.count > 50 })
            let marks = traces.marks(except: command.shows)
            #expect(marks.isEmpty, "\(format): \(marks.prefix(5))")
            for file in command.files {
                let mode = try FileManager.default.attributesOfItem(atPath: folder.path(file))[.posixPermissions]
                #expect(mode as? Int == 0o600, "\(file)")
                try FileManager.default.removeItem(at: folder.url(file))
            }
        }
    }

    private static let brief = [
        "brief", "data.csv", "-q", fields, "--date", "2026-11-25", "--by", "eth,sex", "--infer", "address,surname",
        "--members", "sex,born", "--area", "area", "--levels", "school=school.csv", "--output", "briefing",
    ]

    /// The page, the text, the tables, the charts, the workbook and the findings, with everything that a briefing can hold.
    @Test(arguments: ["on", "off"]) func noBriefingShowsAValue(control: String) throws {
        let folder = try MarkedFiles.folder()
        try folder.write(
            """
            schema: singleout.release/1
            data: data.csv
            fields: {identifier: id, quasiIdentifiers: [sex, born, postcode], sensitive: [health, score], weight: weight}
            population: {data: population.csv}
            across: {files: [exams.csv]}
            policy: {minK: 5, maxUniqueness: 0.01}
            """, to: "release.yml")
        let openly = control == "off" ? ["--disclosure-control", "off", "--i-accept-disclosure"] : []
        let traces = try Self.traces(
            Self.brief.filter { $0 != "data.csv" } + ["--release", "release.yml"] + openly, in: folder, status: 0)
        #expect(traces.texts.contains { $0.place == "briefing/briefing.html" && $0.text.count > 10_000 })
        #expect(traces.texts.count { $0.place.hasSuffix(".xlsx") } == 2)
        let marks = traces.marks(except: Self.labels)
        #expect(marks.isEmpty, "\(marks.prefix(9))")
    }

    /// A register, all of whose names and addresses are marked.
    @Test func noSimulationShowsAValue() throws {
        let folder = try WorkFolder()
        let own = Set(try MarkedTown.write(to: "town", in: folder))
        for format in Self.formats {
            let traces = try Self.traces(
                [
                    "simulate", "--register", "town", "--months", "2", "--requests", "30", "--runs", "2", "--format",
                    format,
                ], in: folder, except: own, status: 0)
            #expect(traces.marks().isEmpty, "\(format): \(traces.marks().prefix(5))")
        }
        let traces = try Self.traces(
            [
                "brief", "town/census-2016.csv", "-q", "sex,date_of_birth,postcode", "--infer", "address,surname",
                "--register", "town", "--months", "2", "--requests", "30", "--runs", "2", "--date", "2026-11-25",
                "--output", "briefing", "--disclosure-control", "on",
            ], in: folder, except: own, status: 0)
        #expect(traces.marks().isEmpty, "\(traces.marks().prefix(5))")
    }

    private static let mistakes: [[String]] =
        [
            "ragged.csv", "unclosed.csv", "after-quote.csv", "double.csv", "headless.csv", "bytes.csv", "zero.csv",
            "damaged.csv.gz", "damaged.sav", "damaged.dta", "damaged.sas7bdat", "nowhere.csv",
        ].flatMap { file in
            [
                ["measure", file, "-q", "sex,area"], ["combinations", file, "-q", "sex,area"],
                ["across", "data.csv", file], ["link", "asked.csv", file, "--compare", "sex:exact"],
                ["differences", "data.csv", file, "-q", "sex"], ["recode", file, "-q", "sex,area"],
                ["brief", file, "-q", "sex,area", "--output", "briefing"],
                ["histories", file, "--id", "sex", "--events", "area"],
                ["measure", "data.csv", "-q", "sex", "--population-data", file],
                ["families", "data.csv", "--family", "family", "-q", "sex", "--truth-file", file, "--id", "id"],
                ["recode", "data.csv", "-q", "sex", "--levels", "sex=\(file)"],
            ]
        } + [
            ["measure", "data.csv", "-q", "sexx,born"], ["measure", "data.csv", "-q", "sex", "--by", "ethh"],
            ["measure", "data.csv", "-q", "sex", "--by", "id"],
            ["measure", "data.csv", "-q", "sex", "--weight", "eth"],
            ["measure", "data.csv", "-q", "sex", "--sensitive", "health", "--ordered", "health"],
            ["measure", "data.csv", "-q", "sex", "--sensitive", "health", "--value-hierarchy", "health=short.csv"],
            ["measure", "data.csv", "-q", "sex", "--delimiter", ";"],
            ["measure", "data.csv", "-q", "sex", "--release", "broken.yml"],
            ["measure", "data.csv", "-q", "sex", "--release", "data.csv"],
            ["histories", "enrolments.csv", "--id", "id", "--events", "school", "--year", "school"],
            ["histories", "enrolments.csv", "--id", "id", "--events", "school", "--order", "school"],
            ["recode", "data.csv", "-q", "sex", "--levels", "sex=date"],
            ["recode", "data.csv", "-q", "postcode", "--levels", "postcode=postcode>street"],
            ["recode", "data.csv", "-q", "health", "--levels", "health=short.csv"],
            ["link", "asked.csv", "data.csv", "--compare", "surname:date"],
            ["link", "asked.csv", "data.csv", "--compare", "surname:numeric"],
            ["differences", "before.csv", "after.csv", "--count", "school"],
            ["differences", "data.csv", "release.csv", "-q", "sex", "--id", "eth"],
            ["families", "data.csv", "--family", "family", "-q", "sex", "--later", "exams.csv", "--id", "id"],
            ["explain", "data.csv", "-q", "sex,born", "--record", "1"],
            ["explain", "data.csv", "-q", "sex,born", "--record", "9999", "--i-may-see-records"],
            ["simulate", "--register", "."], ["generate", "--validate", "."],
            ["check", "data.csv", "-q", "sex", "--release", "broken.yml", "--min-k", "3"],
        ]

    @Test func noMistakeShowsAValue() throws {
        let folder = try MarkedFiles.folder()
        for arguments in Self.mistakes {
            let before = Set(try folder.names())
            let marks = try Self.traces(arguments, in: folder).marks()
            #expect(marks.isEmpty, "\(arguments): \(marks.prefix(5))")
            for name in try folder.names() where !before.contains(name) {
                try FileManager.default.removeItem(at: folder.url(name))
            }
        }
    }

    /// What the programs say and answer that the tool calls is not passed on, whether they fail or not.
    @Test(arguments: [0, 1]) func noOtherProgramShowsAValue(status: Int) throws {
        let folder = try MarkedFiles.folder()
        try FakeSpark.write(
            """
            echo "[CAST_INVALID_INPUT] The value 'Zq7sexF' is no number. [ZQ7SEXF]" >&2
            echo '[MALFORMED_CSV_RECORD] Malformed: Zq7sexF,Zq7area1,Zq7extra' >&2
            echo '[UNRESOLVED_COLUMN] A column `Zq7sexF` cannot be resolved, only `Zq7area1`' >&2
            printf 'Zq7sexF\\tZq7area1\\nsingleout\\t0\\t0\\tZq7sexF\\t3\\n'
            exit \(status)
            """, in: folder)
        let spark = try Self.traces(["measure", "-q", "sex,area"] + FakeSpark.options, in: folder, status: 2)
        // What Spark says stands in a log of its own, which the error names and only the user can read.
        #expect(spark.texts.contains { $0.text.contains("spark.log, which only you can read") })
        let marks = spark.marks().filter { !$0.hasPrefix("singleout-spark-") }
        #expect(marks.isEmpty, "\(marks)")
        try folder.write("PAR1 Zq7sexF PAR1", to: "data.parquet")
        try folder.write(
            """
            #!/bin/sh
            echo 'Error: Zq7sexF' >&2
            printf 'sex,area\\nZq7sexF,Zq7area1\\nZq7sexF,Zq7area1,Zq7extra\\n'
            exit \(status)
            """, to: "duckdb")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("duckdb"))
        let path = folder.url.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let duck = try Self.traces(
            ["measure", "data.parquet", "-q", "sex,area"], in: folder, status: 2, environment: ["PATH": path])
        #expect(duck.marks().isEmpty, "\(duck.marks())")
    }

    private static let killed: [Case] = [
        Case(arguments: brief, shows: labels),
        Case(arguments: ["combinations", "data.csv", "-q", fields, "--format", "json", "--output", "answer.json"]),
        Case(arguments: ["measure", "data.csv", "-q", fields, "--format", "json", "--output", "answer.json"]),
    ]

    /// What a run that is killed leaves, in its folder and in that for temporary files, holds no more than its answer.
    @Test(arguments: killed) func noKilledRunLeavesAValue(command: Case) throws {
        let folder = try MarkedFiles.folder()
        let before = Set(try folder.names())
        let start = Date()
        _ = try Self.traces(command.arguments, in: folder, status: 0)
        let duration = Date().timeIntervalSince(start)
        for kill in 1...8 {
            for name in try folder.names() where !before.contains(name) {
                try FileManager.default.removeItem(at: folder.url(name))
            }
            let (temporary, streams) = (try WorkFolder(), try WorkFolder())
            let process = Tool.process(command.arguments, in: folder, environment: ["TMPDIR": temporary.url.path])
            let (output, errors) = (try streams.create("output"), try streams.create("errors"))
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            Thread.sleep(forTimeInterval: duration * Double(kill) / 9)
            Foundation.kill(process.processIdentifier, SIGKILL)
            Tool.wait(for: process)
            var traces = Traces()
            for left in [temporary, streams] { try traces.add(left) }
            try traces.add(folder, except: before)
            let marks = traces.marks(except: command.shows)
            #expect(marks.isEmpty, "kill \(kill): \(marks.prefix(5))")
        }
    }

    /// A file of records is for its owner alone from the first byte on, whenever the run ends.
    @Test func recordsOfAKilledRunArePrivate() throws {
        let folder = try MarkedFiles.folder()
        try #require(unsafe mkfifo(folder.path("pipe.csv"), 0o600) == 0)
        let process = Tool.process(
            ["suda", "pipe.csv", "-q", "sex", "-q", "born", "--records", "records.csv", "--output", "answer.txt"],
            in: folder)
        try process.run()
        let pipe = try FileHandle(forWritingTo: folder.url("pipe.csv"))
        while try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).count(where: {
            $0.hasSuffix("/output")
        }) < 2 {
            Thread.sleep(forTimeInterval: 0.01)
        }
        Foundation.kill(process.processIdentifier, SIGKILL)
        Tool.wait(for: process)
        try? pipe.close()
        // Each output is made in a folder of its own.
        let modes = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
            .filter { $0.hasSuffix("/output") }.map { name in
                try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
            }
        #expect(modes.count == 2 && modes.contains(0o600))
    }

    /// The search finds what it should, and nothing else.
    @Test func marksAreFound() {
        #expect(
            MarkedFiles.found(in: "of ZQ71 4AB, zq7ethc; born 1897-03-11; 902107.25 or 3.7093355") == [
                "ZQ71", "zq7ethc", "1897-03-11", "902107.25", "3.7093355",
            ])
        #expect(MarkedFiles.found(in: "0.18971, 18971, 1897.5, x=\"11897\", 90210, 3.7, zq6").isEmpty)
    }
}
