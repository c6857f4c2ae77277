import Foundation

/// Runs the built tool, which stands beside the test bundle.
enum Tool {
    /// How a run ended.
    struct Outcome {
        /// The exit status; the signal's number, negated, where a signal ended the run.
        let status: Int32
        /// What stands on standard output.
        let output: Data
        /// What stands on standard error.
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }

        /// The output as a JSON object.
        func json() throws -> [String: Any] {
            let object = try JSONSerialization.jsonObject(with: output)
            guard let members = object as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
            return members
        }
    }

    /// Where a run writes.
    enum Destination {
        case collected
        case file(String)
        /// A pipe whose reader has left before the run starts.
        case closedPipe
    }

    /// The tool's path.
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("singleout").path

    /// Runs the tool in a folder until it ends, with more in its environment than the test has.
    static func run(
        _ arguments: [String], in folder: WorkFolder, input: Data = Data(), to destination: Destination = .collected,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        // What a run reads and writes stands outside its folder, whose contents are tested.
        let streams = try WorkFolder()
        let process = process(arguments, in: folder, environment: environment)
        try input.write(to: streams.url("input"))
        process.standardInput = try FileHandle(forReadingFrom: streams.url("input"))
        let errors = try streams.create("errors")
        process.standardError = errors
        let output: FileHandle
        switch destination {
        case .collected: output = try streams.create("output")
        case .file(let path): output = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        case .closedPipe:
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            output = pipe.fileHandleForWriting
        }
        process.standardOutput = output
        try process.run()
        wait(for: process)
        try output.close()
        try errors.close()
        return Outcome(
            status: status(of: process), output: (try? Data(contentsOf: streams.url("output"))) ?? Data(),
            errors: try streams.read("errors"))
    }

    /// Runs a line of shell in a folder, where `singleout` is the tool, and returns all that it prints, errors too.
    static func shell(_ command: String, in folder: WorkFolder) throws -> String {
        let streams = try WorkFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder.url
        var environment = ProcessInfo.processInfo.environment
        let tools = URL(fileURLWithPath: path).deletingLastPathComponent().path
        environment["PATH"] = tools + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let output = try streams.create("output")
        process.standardOutput = output
        process.standardError = output
        try process.run()
        wait(for: process)
        try output.close()
        return try streams.read("output")
    }

    /// A run of the tool in a folder that has not started.
    static func process(
        _ arguments: [String], in folder: WorkFolder, environment: [String: String] = [:]
    ) -> Process {
        let process = Process()
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        return process
    }

    /// Waits until a run ends; one that does not end in a minute, or as many seconds as are said, is killed, so that nothing
    /// is left behind a failing test.
    static func wait(for process: Process, seconds: Double = 60) {
        let identifier = process.processIdentifier
        let watchdog = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watchdog)
        process.waitUntilExit()
        watchdog.cancel()
    }

    /// How a process has ended.
    static func status(of process: Process) -> Int32 {
        process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }
}
