import Foundation
import Testing

/// Runs that are killed at random moments: an output is there whole or not at all, and the next run leaves nothing else.
///
/// SINGLEOUT_KILLS in the environment says how often; `make test-long ONLY=kill` kills 200 times.
struct KillTests {
    private static let town = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets/town")
    private static let kills = ProcessInfo.processInfo.environment["SINGLEOUT_KILLS"].flatMap(Int.init) ?? 12

    private static let commands: [[String]] = [
        ["generate", "--pupils", "3000", "--from", "2016", "--to", "2016", "--seed", "1", "--output", "out"],
        [
            "brief", "census.csv", "-q", "sex,date_of_birth,postcode,ethnicity,sen", "--date", "2026-11-25", "--output",
            "out",
        ],
        [
            "combinations", "census.csv", "-q", "sex,date_of_birth,postcode,ethnicity,sen,fsm,entry_date", "--format",
            "json", "--output", "out",
        ],
    ]

    /// Every file at or below a path with its bytes.
    private static func contents(_ folder: WorkFolder) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
        for name in names where name == "out" || name.hasPrefix("out/") {
            if let data = try? Data(contentsOf: folder.url(name)) { contents[name] = data }
        }
        return contents
    }

    @Test(arguments: commands.indices)
    func killedRuns(command: Int) throws {
        let arguments = Self.commands[command]
        let folder = try WorkFolder()
        try FileManager.default.copyItem(
            at: Self.town.appendingPathComponent("census-2016.csv"), to: folder.url("census.csv"))
        let start = Date()
        #expect(try Tool.run(arguments, in: folder).status == 0)
        let duration = Date().timeIntervalSince(start)
        let whole = try Self.contents(folder)
        #expect(!whole.isEmpty)
        var random = SystemRandomNumberGenerator()
        var unfinished = 0
        for kill in 0..<(Self.kills + 2) / 3 {
            try FileManager.default.removeItem(at: folder.url("out"))
            let process = Tool.process(arguments, in: folder)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            // The first at once, as under load a run may be done before any other moment.
            let wait = kill == 0 ? 0 : Double.random(in: 0...duration * 1.1, using: &random)
            Thread.sleep(forTimeInterval: wait)
            Foundation.kill(process.processIdentifier, SIGKILL)
            Tool.wait(for: process)
            let left = try Self.contents(folder)
            #expect(left.isEmpty || left == whole, "kill \(kill) after \(wait) s of \(arguments[0])")
            if left.isEmpty { unfinished += 1 }
            if !left.isEmpty { try FileManager.default.removeItem(at: folder.url("out")) }
            #expect(try Tool.run(arguments, in: folder).status == 0)
            #expect(try Self.contents(folder) == whole)
            #expect(
                try Set(folder.names()) == ["census.csv", "out"], "kill \(kill) after \(wait) s of \(arguments[0])")
        }
        #expect(unfinished > 0 || Self.kills < 12, "no run was killed before its end")
    }

    /// What another run still fills is left alone.
    @Test func aRunLeavesOthersAlone() throws {
        let folder = try WorkFolder()
        try #require(unsafe mkfifo(folder.path("pipe.csv"), 0o600) == 0)
        try folder.write("a,b\n1,2\n1,3\n", to: "data.csv")
        let waiting = Tool.process(["measure", "pipe.csv", "-q", "a", "--output", "first.txt"], in: folder)
        waiting.standardError = FileHandle.nullDevice
        try waiting.run()
        let pipe = try FileHandle(forWritingTo: folder.url("pipe.csv"))
        while try folder.names().count < 3 { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try Tool.run(["measure", "data.csv", "-q", "a", "--output", "second.txt"], in: folder).status == 0)
        try pipe.write(contentsOf: Data("a,b\n1,2\n1,3\n".utf8))
        try pipe.close()
        Tool.wait(for: waiting)
        #expect(Tool.status(of: waiting) == 0)
        #expect(try Set(folder.names()) == ["data.csv", "pipe.csv", "first.txt", "second.txt"])
        #expect(try folder.read("first.txt").isEmpty == false)
    }
}
