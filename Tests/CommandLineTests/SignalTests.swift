import Foundation
import Testing

/// Runs that are ended by signals at random moments: each output is there whole or not at all, and nothing else is left.
///
/// SINGLEOUT_SIGNALS in the environment says how often for each command and signal; `make test-long ONLY=signals` ends 200 of
/// each.
struct SignalTests {
    private static let times = ProcessInfo.processInfo.environment["SINGLEOUT_SIGNALS"].flatMap(Int.init) ?? 10
    private static let commands: [[String]] = [
        ["generate", "--pupils", "1000", "--from", "2016", "--to", "2016", "--output", "out"],
        ["brief", "d.csv", "-q", "sex,ethnicity,sen", "--date", "2026-11-25", "--output", "out"],
        [
            "recode", "d.csv", "-q", "sex,ethnicity,fsm", "--target", "k=3,suppress=0.05", "--write", "out", "--output",
            "answer",
        ],
        ["link", "d.csv", "d.csv", "--compare", "surname:name,sex:exact", "--records", "out", "--output", "answer"],
        ["combinations", "d.csv", "-q", "sex,ethnicity,sen,fsm", "--format", "json", "--output", "out"],
    ]

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let town = try String(
            contentsOf: Notebook.root.appendingPathComponent("datasets/town/census-2016.csv"), encoding: .utf8)
        let lines = town.split(separator: "\n", maxSplits: 1_501).prefix(1_501)
        try folder.write(lines.joined(separator: "\n") + "\n", to: "d.csv")
        return folder
    }

    private static func contents(_ folder: WorkFolder) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) where name != "d.csv" {
            contents[name] = (try? Data(contentsOf: folder.url(name))) ?? Data()
        }
        return contents
    }

    @Test(arguments: commands.indices, [SIGTERM, SIGINT, SIGHUP, SIGPIPE])
    func endedRuns(command: Int, signal: Int32) throws {
        let (arguments, folder) = (Self.commands[command], try Self.folder())
        let start = Date()
        let outcome = try Tool.run(arguments, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let duration = Date().timeIntervalSince(start)
        let whole = try Self.contents(folder)
        for _ in 0..<Self.times {
            for name in ["out", "answer"] { try? FileManager.default.removeItem(at: folder.url(name)) }
            let process = Tool.process(arguments, in: folder)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: Double.random(in: 0...duration * 1.05))
            kill(process.processIdentifier, signal)
            Tool.wait(for: process)
            let left = try Self.contents(folder)
            // Of two outputs the first may stand without the second.
            for output in ["out", "answer"] {
                let found = left.filter { $0.key == output || $0.key.hasPrefix(output + "/") }
                #expect(
                    found.isEmpty || found == whole.filter { $0.key == output || $0.key.hasPrefix(output + "/") },
                    "\(arguments[0]), \(signal): part of \(output)")
            }
            #expect(left.keys.allSatisfy { whole[$0] != nil }, "\(arguments[0]), \(signal): \(left.keys.sorted())")
        }
    }
}
