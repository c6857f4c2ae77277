import Foundation

/// The machine that a benchmark ran on.
struct Machine: Codable {
    var processor: String
    var cores: Int
    var memoryBytes: UInt64
    var system: String

    init() {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        processor =
            lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
            .map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
        cores = ProcessInfo.processInfo.activeProcessorCount
        memoryBytes = ProcessInfo.processInfo.physicalMemory
        system = ProcessInfo.processInfo.operatingSystemVersionString
    }

    /// The commit of the working folder, or `unknown` outside a checkout.
    static func commit() -> String {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "rev-parse", "--short", "HEAD"]
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return "unknown" }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        git.waitUntilExit()
        return git.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : "unknown"
    }

    /// The largest resident size of this process so far.
    ///
    /// Not `getrusage`: what it tells survives `exec`, so that a process would report a large parent's memory as its own.
    static func peakBytes() -> Int {
        let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?.split(separator: "\n") ?? []
        let kibibytes = lines.first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: \.isWhitespace).dropFirst().first
        guard let kibibytes, let count = Int(kibibytes) else {
            preconditionFailure("/proc/self/status names no VmHWM; the benchmark runs on Linux only")
        }
        return count * 1024
    }
}
