import Foundation
import Testing

/// A real cluster counts the same integers as this machine. Run by `make test-long ONLY=spark`.
@Suite(.serialized, .enabled(if: SparkCluster.home != nil, "needs a cluster: make test-long ONLY=spark"))
struct SparkClusterTests {
    /// A run of the tool against a cluster.
    private struct Run {
        let process: Process
        let folder: WorkFolder

        init(_ arguments: [String], in folder: WorkFolder) throws {
            self.folder = folder
            process = Tool.process(arguments, in: folder)
            var environment = SparkCluster.environment
            environment["TMPDIR"] = folder.url.path
            process.environment = environment
            process.standardOutput = try folder.create("output")
            process.standardError = try folder.create("errors")
            try process.run()
        }

        /// Waits for the end, and returns the answer.
        func answer() throws -> [String: Any] {
            Tool.wait(for: process, seconds: 1_500)
            let errors = try folder.read("errors")
            try #require(Tool.status(of: process) == 0, "\(errors)")
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url("output")))
            return try #require(object as? [String: Any])
        }

        /// Waits until Spark works on a stage.
        func waitForStage(_ number: Int) throws {
            for _ in 0..<6_000 where process.isRunning {
                let names = try folder.names().filter { $0.hasPrefix("singleout-spark-") }
                if let name = names.first, let log = try? folder.read(name + "/spark.log"),
                    (number..<number + 100).contains(where: { log.contains("[Stage \($0):") })
                {
                    return
                }
                usleep(50_000)
            }
            Issue.record("Spark has not come to stage \(number): \(try folder.read("errors"))")
        }
    }

    /// All numbers of an answer; the engine is named and left out.
    private func numbers(_ object: [String: Any]) -> NSDictionary {
        NSDictionary(dictionary: object.filter { $0.key != "engine" })
    }

    private func local(_ arguments: [String], in folder: WorkFolder) throws -> NSDictionary {
        let outcome = try Tool.run(arguments, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return numbers(try outcome.json())
    }

    @Test(arguments: ["category", "exclude"]) func aMillionRecords(missing: String) throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        try MillionPupils.write(in: folder)
        let arguments = [
            "-q", MillionPupils.fields.joined(separator: ","), "--missing", missing, "--missing-values", "NA,null",
            "--format", "json",
        ]
        let run = try Run(
            ["combinations"] + cluster.options + ["--files", folder.path("parts") + "/*.csv", "--sets-per-job", "8"]
                + arguments, in: folder)
        let answer = try run.answer()
        #expect((answer["combinations"] as? [Any])?.count == 31)
        #expect(answer["records"] as? Int == MillionPupils.records)
        #expect(try numbers(answer) == local(["combinations", "whole.csv"] + arguments, in: folder))
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("singleout-spark-") })
    }

    /// A worker is killed while it works: the job finishes, and the integers are the same.
    @Test func aWorkerIsLost() throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        try MillionPupils.write(in: folder)
        let arguments = ["-q", MillionPupils.fields.joined(separator: ","), "--format", "json"]
        let run = try Run(
            ["combinations"] + cluster.options + ["--files", folder.path("parts") + "/*.csv", "--sets-per-job", "8"]
                + arguments, in: folder)
        try run.waitForStage(4)
        kill(cluster.identifier(ofWorker: 1), SIGKILL)
        #expect(run.process.isRunning)
        let answer = try run.answer()
        #expect(try numbers(answer) == local(["combinations", "whole.csv"] + arguments, in: folder))
        _ = try cluster.wait(for: /(Removing worker)/, in: "master")
    }

    /// Ctrl-C ends the application on the cluster.
    @Test func interruption() throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        try MillionPupils.write(in: folder)
        let run = try Run(
            ["combinations"] + cluster.options + ["--files", folder.path("parts") + "/*.csv"]
                + ["-q", MillionPupils.fields.joined(separator: ",")], in: folder)
        try run.waitForStage(1)
        kill(run.process.processIdentifier, SIGINT)
        Tool.wait(for: run.process)
        #expect(Tool.status(of: run.process) == -SIGINT)
        let application = try cluster.wait(for: /Registered app .* with ID (\S+)/, in: "master")
        let removed = try cluster.wait(for: /Removing app (\S+)/, in: "master")
        #expect(removed == application)
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("singleout-spark-") })
    }

    /// Typed columns of a table and of Parquet files are compared by their texts.
    @Test func tablesAndTypedFiles() throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        let rows = (0..<500).map { number in
            let born = number % 7 == 0 ? "" : "2010-0\(1 + number % 9)-\(10 + number % 13)"
            return "\(number % 3 == 0 ? "" : String(number % 20)),\(born),\(number % 2 == 0)"
        }
        try folder.write("year,born,fsm\n" + rows.joined(separator: "\n") + "\n", to: "pupils.csv")
        let catalogue = [
            "spark.sql.warehouse.dir=" + folder.path("warehouse"),
            "spark.hadoop.javax.jdo.option.ConnectionURL=jdbc:derby:;databaseName=\(folder.path("catalogue"));create=true",
        ]
        try folder.write(
            """
            CREATE DATABASE db;
            CREATE TEMPORARY VIEW pupils USING csv OPTIONS (path '\(folder.path("pupils.csv"))', header 'true');
            CREATE TABLE db.`pupils_typed` USING parquet AS
            SELECT CAST(year AS INT) AS year, CAST(born AS DATE) AS born, CAST(fsm AS BOOLEAN) AS fsm FROM pupils;
            """, to: "table.sql")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: (SparkCluster.home ?? "") + "/bin/spark-sql")
        process.arguments =
            ["--master", "local[1]"] + catalogue.flatMap { ["--conf", $0] } + ["-f", folder.path("table.sql")]
        process.environment = SparkCluster.environment
        process.currentDirectoryURL = folder.url
        process.standardOutput = try folder.create("made")
        process.standardError = try folder.create("made-errors")
        try process.run()
        Tool.wait(for: process, seconds: 300)
        let errors = try folder.read("made-errors").suffix(2_000)
        try #require(Tool.status(of: process) == 0, "\(errors)")

        let arguments = ["-q", "year,born,fsm", "--format", "json"]
        let expected = try local(["measure", "pupils.csv"] + arguments, in: folder)
        let table =
            ["measure"] + cluster.options + catalogue.flatMap { ["--spark-conf", $0] }
            + ["--table", "db.`pupils_typed`"]
        #expect(try numbers(Run(table + arguments, in: folder).answer()) == expected)
        let files = try #require(
            FileManager.default.enumerator(atPath: folder.path("warehouse"))?
                .compactMap { ($0 as? String).map { folder.path("warehouse") + "/" + $0 } }
                .first { $0.hasSuffix(".parquet") })
        let parquet = ["measure"] + cluster.options + ["--files", files]
        #expect(try numbers(Run(parquet + arguments, in: folder).answer()) == expected)
    }

    /// Names and values that try to become SQL, read from CSV as the local reader reads them.
    @Test func hostileNamesAndValues() throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        let names = ["a;b", "back`tick", "it's", "say \"x\"", "${HOME}", "--c", "/*d*/", "na\u{EF}ve", "1 = 1) OR (2"]
        let values = ["", "x", "x ", "';", "`", "a\nb", "\"q\"", "NULL", "${HOME}", "\\", "\\N", "é", "--", "NA"]
        func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        var lines = [names.map(quoted).joined(separator: ",")]
        for record in 0..<400 {
            lines.append(
                names.indices.map { quoted(values[(record * ($0 + 3) / ($0 + 2)) % values.count]) }
                    .joined(separator: ","))
        }
        try folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "hostile.csv")
        let arguments = [
            "-q", names.joined(separator: ","), "--missing-values", "NA,\\", "--max-size", "2", "--format", "json",
        ]
        let expected = try local(["combinations", "hostile.csv"] + arguments, in: folder)
        let run = try Run(
            ["combinations"] + cluster.options + ["--files", folder.path("hostile.csv"), "--sets-per-job", "30"]
                + arguments, in: folder)
        #expect(try numbers(run.answer()) == expected)
    }

    /// Two files matched by the fields that they share, with a truth and fields that the join adds.
    @Test(arguments: ["category", "exclude"]) func twoFiles(missing: String) throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        func value(_ number: Int, _ bound: Int) -> String { number % 11 == 0 ? "" : "v\(number % bound)" }
        let file = (0..<4_000).map { number in
            "\(value(number * 7, 60)),\(value(number * 3, 17)),\(value(number, 2_003)),p\(number)"
        }
        let other = (0..<3_000).map { number in
            let person = number % 9 == 0 ? "" : "p\(number % 5 == 0 ? number + 1 : number)"
            return "\(person),\(value(number * 3, 17)),\(value(number, 1_999)),\(value(number * 7, 60)),g\(number % 4),"
                + value(number, 13)
        }
        try folder.write("area,sex,dob,id\n" + file.joined(separator: "\n") + "\n", to: "a.csv")
        try folder.write("id,sex,dob,area,grade,days\n" + other.joined(separator: "\n") + "\n", to: "b.csv")
        let arguments = ["--on", "area,sex,dob", "--truth-field", "id", "--missing", missing, "--format", "json"]
        let run = try Run(
            ["across"] + cluster.options + ["--files", folder.path("a.csv"), "--files", folder.path("b.csv")]
                + ["--adding", "grade,days", "--sets-per-job", "3"] + arguments, in: folder)
        let text = try Tool.run(["across", folder.path("a.csv"), folder.path("b.csv")] + arguments, in: folder)
        try #require(text.status == 0, "\(text.errors)")
        #expect(try numbers(run.answer()) == numbers(text.json()))
    }

    /// What Spark says of mistakes becomes one line.
    @Test func mistakes() throws {
        let (folder, cluster) = (try WorkFolder(), try SparkCluster())
        try folder.write("sex,area\nF,A\nZanzibar7\nM,B\n", to: "ragged.csv")
        try folder.write("sex,area\nF,A\n", to: "good.csv")
        for (arguments, expected) in [
            (["--files", folder.path("ragged.csv"), "-q", "sex"], "more or fewer fields"),
            (["--files", folder.path("good.csv"), "-q", "aera"], "did you mean 'area'"),
            (["--files", folder.path("none.csv"), "-q", "sex"], "no file there"),
            (["--table", "none", "-q", "sex"], "no such table"),
        ] {
            let run = try Run(["measure"] + cluster.options + arguments, in: folder)
            Tool.wait(for: run.process, seconds: 300)
            #expect(Tool.status(of: run.process) == 2)
            let errors = try folder.read("errors")
            #expect(errors.contains(expected) && errors.split(separator: "\n").count == 1, "\(errors)")
            #expect(!errors.contains("Zanzibar7"))
        }
    }
}
