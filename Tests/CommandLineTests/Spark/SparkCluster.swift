import Foundation

/// A real cluster on loopback: a master and two workers of one core each, ended with it.
///
/// It is Spark's standalone cluster from the folder in SINGLEOUT_SPARK_HOME, which `make test-long ONLY=spark` installs; without
/// that variable the tests that need it are not run.
final class SparkCluster {
    /// Where Spark is.
    static let home = ProcessInfo.processInfo.environment["SINGLEOUT_SPARK_HOME"]

    /// A process that did not say what it should.
    struct NotStarted: Error {
        let log: String
    }

    /// Where logs and the workers' files are.
    let folder: WorkFolder
    /// The address of the master.
    private(set) var master = ""
    private var processes: [Process] = []

    init() throws {
        folder = try WorkFolder()
        do {
            try start("master", ["org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0"])
            master = try wait(for: /Starting Spark master at (spark:\S+)/, in: "master")
            for worker in ["worker1", "worker2"] {
                try start(
                    worker,
                    [
                        "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory",
                        "1g", "--work-dir", folder.path(worker), master,
                    ])
            }
            for worker in ["worker1", "worker2"] {
                _ = try wait(for: /(Successfully registered with master)/, in: worker)
            }
        } catch {
            end()
            throw error
        }
    }

    deinit { end() }

    /// The process of a worker, 1 or 2; its executors end with it.
    func identifier(ofWorker number: Int) -> pid_t { processes[number].processIdentifier }

    /// What a process has written.
    func log(_ name: String) throws -> String { try folder.read(name + ".log") }

    /// Waits until a process has written something, at most three minutes, and returns what a group of the pattern matches.
    func wait(for pattern: Regex<(Substring, Substring)>, in name: String) throws -> String {
        for _ in 0..<1_800 {
            if let match = try log(name).firstMatch(of: pattern) { return String(match.1) }
            usleep(100_000)
        }
        throw NotStarted(log: String(try log(name).suffix(2_000)))
    }

    /// What calls the cluster, with little memory.
    var options: [String] {
        [
            "--engine", "spark", "--master", master, "--spark-sql", (Self.home ?? "") + "/bin/spark-sql",
            "--spark-conf", "spark.executor.memory=900m", "--spark-conf", "spark.driver.memory=900m",
            "--spark-conf", "spark.sql.shuffle.partitions=8",
        ]
    }

    /// The environment in which Spark stays on loopback.
    static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["SPARK_LOCAL_IP"] = "127.0.0.1"
        environment["SPARK_DAEMON_MEMORY"] = "256m"
        environment["SPARK_HOME"] = home
        return environment
    }

    private func start(_ name: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: (Self.home ?? "") + "/bin/spark-class")
        process.arguments = arguments + ["--webui-port", "0"]
        process.environment = Self.environment
        process.standardInput = FileHandle.nullDevice
        let log = try folder.create(name + ".log")
        process.standardOutput = log
        process.standardError = log
        try process.run()
        processes.append(process)
    }

    /// Workers first, so that none looks for its master.
    private func end() {
        for process in processes.reversed() where process.isRunning {
            process.terminate()
            Tool.wait(for: process, seconds: 20)
        }
    }
}
