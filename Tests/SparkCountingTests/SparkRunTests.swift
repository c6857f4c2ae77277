import Counting
import Foundation
import Subprocess
import Synchronization
import Testing

@testable import SparkCounting

/// Runs of a `spark-sql` that is a shell script.
struct SparkRunTests {
    private func lattice(
        _ spark: FakeSpark, progress: SparkProgress.Handler? = nil
    ) async throws -> CombinationLattice {
        let settings = try SparkSettings(master: "local[1]", program: spark.path)
        return try await SparkCounter(.table(SparkTableName("db.census")), settings: settings)
            .lattice(of: ["sex", "area"], progress: progress)
    }

    /// The error of a run.
    private func failure(_ spark: FakeSpark) async -> SparkError? {
        do {
            _ = try await lattice(spark)
            return nil
        } catch {
            return error as? SparkError
        }
    }

    /// Reads the log that an error names, and removes it.
    private func takeLog(_ path: String) throws -> (text: String, mode: Int) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["spark.log"])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self),
            attributes[.posixPermissions] as? Int ?? 0
        )
    }

    @Test func rowsBecomeALattice() async throws {
        let spark = try FakeSpark(
            """
            here=$(dirname "$0")
            for last; do echo "$last" >> "$here/arguments"; done
            cp "$last" "$here/statements"
            echo "some setting	false"
            cat <<'EOF'
            \(FakeSpark.rows.joined(separator: "\n"))
            EOF
            """)
        let lattice = try await lattice(spark)
        #expect(lattice.fields == ["sex", "area"])
        #expect(lattice.records == 6)
        #expect(lattice.entries.map(\.fields) == [[0], [1], [0, 1]])
        #expect(lattice.entries.map(\.histogram.classes) == [2, 1, 5])
        let arguments = try spark.read("arguments").split(separator: "\n")
        #expect(arguments.prefix(2) == ["--master", "local[1]"])
        #expect(arguments.contains("spark.sql.variable.substitute=false"))
        #expect(try spark.read("statements").contains("FROM `db`.`census`"))
        let script = try #require(arguments.last)
        #expect(!FileManager.default.fileExists(atPath: String(script)))
        #expect(
            !FileManager.default.fileExists(
                atPath: URL(fileURLWithPath: String(script)).deletingLastPathComponent().path))
    }

    @Test func progressIsTold() async throws {
        let seen = Mutex<[SparkProgress]>([])
        let spark = try FakeSpark(
            """
            printf '\\r[Stage 2:===>   (3 + 1) / 8]\\r' >&2
            sleep 2
            cat <<'EOF'
            \(FakeSpark.rows.joined(separator: "\n"))
            EOF
            """)
        _ = try await lattice(spark) { progress in seen.withLock { $0.append(progress) } }
        let all = seen.withLock { $0 }
        #expect(all.contains { $0.stage == SparkProgress.Stage(number: 2, done: 3, tasks: 8) })
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.statementsDone <= $1.statementsDone })
        #expect(all.last?.statementsDone == 1)
        #expect(all.allSatisfy { $0.statements == 1 })
    }

    /// Much is written to both ends at once, and nothing waits for the other.
    @Test func muchIsPrinted() async throws {
        let spark = try FakeSpark(
            """
            (i=0; while [ $i -lt 20000 ]; do echo "a message of some length, number $i" >&2; i=$((i+1)); done) &
            i=0; while [ $i -lt 20000 ]; do echo "a line that is no row, number $i"; i=$((i+1)); done
            wait
            cat <<'EOF'
            \(FakeSpark.rows.joined(separator: "\n"))
            EOF
            """)
        #expect(try await lattice(spark).records == 6)
    }

    @Test func failuresNameTheLog() async throws {
        let spark = try FakeSpark(
            """
            echo '[TABLE_OR_VIEW_NOT_FOUND] The table or view `db`.`census` cannot be found.' >&2
            exit 1
            """)
        guard case .failed(.noTable, "db.census", let log)? = await failure(spark) else {
            Issue.record("the failure is not told")
            return
        }
        let (text, mode) = try takeLog(log)
        #expect(text.hasPrefix("[TABLE_OR_VIEW_NOT_FOUND]"))
        #expect(mode == 0o600)
    }

    @Test(arguments: [("exit 3", SparkFailure.status(3)), ("kill -9 $$", .signal(9))])
    func endsWithoutAWord(script: String, expected: SparkFailure) async throws {
        guard case .failed(let reason, _, let log)? = await failure(try FakeSpark(script)) else {
            Issue.record("the failure is not told")
            return
        }
        #expect(reason == expected)
        #expect(try takeLog(log).text.isEmpty)
    }

    /// A row without a place ends a job that would go on for long, and its children.
    @Test func malformedRowsEndTheJob() async throws {
        let spark = try FakeSpark(
            """
            here=$(dirname "$0")
            sleep 1000 & echo $! > "$here/child"
            echo "singleout	0	0	1	4"
            echo "singleout	0	9	1	4"
            wait
            """)
        guard case .malformedRow(2, let log)? = await failure(spark) else {
            Issue.record("the malformed row is not told")
            return
        }
        _ = try takeLog(log)
        let child = try #require(pid_t(spark.read("child").trimmingCharacters(in: .whitespacesAndNewlines)))
        // Whoever adopted the child takes a moment to see its end.
        for _ in 0..<400 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(kill(child, 0) != 0)
    }

    @Test(arguments: 0..<FakeSpark.rows.count) func rowsAreLacking(place: Int) async throws {
        var rows = FakeSpark.rows
        rows.remove(at: place)
        guard case .incomplete("db.census", let log)? = await failure(try FakeSpark(printing: rows)) else {
            Issue.record("the lacking row is not told")
            return
        }
        _ = try takeLog(log)
    }

    /// A task that is cancelled ends its job.
    @Test func cancellation() async throws {
        let spark = try FakeSpark(
            """
            here=$(dirname "$0")
            trap 'echo ended > "$here/ended"; exit 143' TERM
            echo $$ > "$here/started"
            while true; do sleep 0.1; done
            """)
        let task = Task { await failure(spark) }
        for _ in 0..<1_200 where (try? spark.read("started").isEmpty) ?? true {
            try await Task.sleep(for: .milliseconds(50))
        }
        task.cancel()
        #expect(await task.value == .interrupted)
        #expect(try spark.read("ended") == "ended\n")
    }

    /// A program whose number is not known yet when the tool is ended is waited for, and then asked to end.
    @Test func anEndWhileTheProgramStarts() async throws {
        let job = SparkJob(try SparkFolder(statements: ""), patience: 300_000)
        defer { job.folder.remove() }
        let hasWaited = Mutex(false)
        let ending = Thread {
            job.endAndWait()
            hasWaited.withLock { $0 = true }
        }
        ending.start()
        while !job.isEnding { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(200))
        #expect(hasWaited.withLock { !$0 })
        var options = PlatformOptions()
        options.processGroupID = 0
        let status = try await Subprocess.run(
            .name("sleep"), arguments: Arguments(["60"]), platformOptions: options, input: .none, output: .sequence,
            error: .discarded
        ) { execution in
            job.start(execution.processIdentifier.value)
            for try await _ in execution.standardOutput {}
        }.terminationStatus
        job.finish()
        #expect(status == .signaled(SIGTERM))
        for _ in 0..<1_200 where hasWaited.withLock({ !$0 }) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(hasWaited.withLock { $0 })
    }

    /// A task that is cancelled before its job starts is interrupted, too.
    @Test func cancellationBeforeTheStart() async throws {
        let spark = try FakeSpark("sleep 60")
        let task = Task {
            try? await Task.sleep(for: .seconds(60))
            return await failure(spark)
        }
        task.cancel()
        #expect(await task.value == .interrupted)
    }

    @Test func noRecords() async throws {
        #expect(await failure(try FakeSpark(printing: ["singleout\tend"])) == .noRecords(source: "db.census"))
    }

    @Test func aProgramThatIsNotThere() async throws {
        await #expect(throws: SparkError.noProgram(path: "/no/spark-sql")) {
            try await SparkCounter(.table(SparkTableName("t")), settings: SparkSettings(program: "/no/spark-sql"))
                .histogram(of: ["a"])
        }
    }

    @Test func theProgramIsFound() async throws {
        let (first, second) = (try FakeSpark("exit 0"), try FakeSpark("exit 0"))
        let path = "/no/such:" + first.folder.path
        #expect(try SparkProgram.path(nil, environment: ["PATH": path]) == first.path)
        let home = second.folder.appendingPathComponent("home")
        try FileManager.default.createDirectory(
            at: home.appendingPathComponent("bin"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: second.path, toPath: home.path + "/bin/spark-sql")
        let environment = ["PATH": "/no/such", "SPARK_HOME": home.path]
        #expect(try SparkProgram.path(nil, environment: environment) == home.path + "/bin/spark-sql")
        #expect(throws: SparkError.noProgram(path: nil)) { try SparkProgram.path(nil, environment: ["PATH": ""]) }
    }
}
