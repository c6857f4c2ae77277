import Foundation

/// A run of the tool whose time and memory are measured; its standard input can be what a line of shell prints.
struct MeasuredRun {
    let outcome: Tool.Outcome
    let seconds: Double
    /// The most memory that the run held, as it was seen a few hundred times a second.
    let peakBytes: Int

    init(_ arguments: [String], in folder: WorkFolder, input command: String? = nil, atMost limit: Double = 60) throws {
        let streams = try WorkFolder()
        let process = Tool.process(arguments, in: folder)
        let (output, errors) = (try streams.create("output"), try streams.create("errors"))
        process.standardOutput = output
        process.standardError = errors
        let producer = Process()
        if let command {
            let pipe = Pipe()
            producer.executableURL = URL(fileURLWithPath: "/bin/sh")
            producer.arguments = ["-c", command]
            producer.currentDirectoryURL = folder.url
            producer.standardOutput = pipe
            producer.standardError = FileHandle.nullDevice
            process.standardInput = pipe
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        let start = Date()
        try process.run()
        if command != nil { try producer.run() }
        (producer.standardOutput as? Pipe)?.fileHandleForWriting.closeFile()
        (producer.standardOutput as? Pipe)?.fileHandleForReading.closeFile()
        var peak = 0
        while process.isRunning {
            peak = max(peak, Self.peak(of: process.processIdentifier))
            if Date().timeIntervalSince(start) > limit { kill(process.processIdentifier, SIGKILL) }
            Thread.sleep(forTimeInterval: 0.003)
        }
        Tool.wait(for: process)
        seconds = Date().timeIntervalSince(start)
        if command != nil { Tool.wait(for: producer) }
        peakBytes = peak
        outcome = Tool.Outcome(
            status: Tool.status(of: process), output: try Data(contentsOf: streams.url("output")),
            errors: try streams.read("errors"))
    }

    private static func peak(of process: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
                Int($0)
            })
        else { return 0 }
        return kibibytes << 10
    }
}
