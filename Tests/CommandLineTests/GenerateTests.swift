import Foundation
import Testing

/// The synthetic register from the command line.
struct GenerateTests {
    private static let small = ["generate", "--pupils", "600", "--from", "2016", "--to", "2016", "--output", "town"]

    private static func rows(_ name: String, in folder: WorkFolder) throws -> Int {
        try folder.read(name).split(separator: "\n").count - 1
    }

    private static func manifest(_ folder: WorkFolder) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url("town/manifest.json")))
        return try #require(object as? [String: Any])
    }

    private static func names(_ path: String, in folder: WorkFolder) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(path)).sorted()
    }

    @Test func writesEveryFileAndSaysSo() throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(
            ["generate", "--pupils", "600", "--from", "2015", "--to", "2016", "--output", "town"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(try folder.names() == ["town"])
        #expect(
            try Self.names("town", in: folder) == [
                "addresses.csv", "areas.csv", "census-2015.csv", "census-2016.csv", "enrolments.csv", "extract.csv",
                "manifest.json", "register.csv", "schools.csv", "truth", "truth/extract.csv", "truth/families.csv",
            ])
        #expect(try Self.rows("town/census-2016.csv", in: folder) == 600)
        let manifest = try Self.manifest(folder)
        #expect(manifest["synthetic"] as? Bool == true)
        #expect(manifest["seed"] as? Int == 1)
        for file in try #require(manifest["files"] as? [[String: Any]]) {
            let path = try #require(file["path"] as? String)
            let rows = try Self.rows("town/\(path)", in: folder)
            #expect(file["rows"] as? Int == rows)
            #expect(
                outcome.text.contains("town/\(path): \(rows.formatted(.number.locale(Locale(identifier: "en_GB"))))"))
        }
        #expect(outcome.text.contains("Synthetic"))
    }

    @Test func theSameOptionsGiveTheSameBytes() throws {
        let (one, other) = (try WorkFolder(), try WorkFolder())
        #expect(try Tool.run(Self.small + ["--threads", "1", "--seed", "4"], in: one).status == 0)
        #expect(try Tool.run(Self.small + ["--threads", "3", "--seed", "4"], in: other).status == 0)
        for name in try Self.names("town", in: one) where name.contains(".") {
            #expect(try one.read("town/\(name)") == other.read("town/\(name)"), "\(name)")
        }
    }

    @Test func only() throws {
        let folder = try WorkFolder()
        #expect(try Tool.run(Self.small + ["--only", "schools,census"], in: folder).status == 0)
        #expect(try Self.names("town", in: folder) == ["census-2016.csv", "manifest.json", "schools.csv"])
    }

    @Test func scale() throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(
            Self.small + ["--pupils", "60000", "--scale", "0.01", "--only", "census"], in: folder)
        #expect(outcome.status == 0)
        #expect(try Self.rows("town/census-2016.csv", in: folder) == 600)
    }

    @Test func errorsAreRecorded() throws {
        let folder = try WorkFolder()
        #expect(try Tool.run(Self.small + ["--errors", "realistic"], in: folder).status == 0)
        #expect(try Self.rows("town/truth/errors.csv", in: folder) > 0)
        let settings = try #require(try Self.manifest(folder)["settings"] as? [String: Any])
        #expect(settings["errors"] as? String == "realistic")
    }

    @Test(arguments: ["csv", "csv.gz", "csv.zst"])
    func everyFormatCanBeRead(format: String) throws {
        let folder = try WorkFolder()
        #expect(try Tool.run(Self.small + ["--format", format, "--only", "census"], in: folder).status == 0)
        let outcome = try Tool.run(
            ["measure", "town/census-2016.\(format)", "-q", "sex,school,date_of_birth", "--format", "json"],
            in: folder)
        #expect(outcome.status == 0)
        #expect(try outcome.json()["records"] as? Int == 600)
    }

    /// Whatever stands there stays as it was.
    @Test func whatExistsIsRefused() throws {
        let folder = try WorkFolder()
        try FileManager.default.createDirectory(at: folder.url("town"), withIntermediateDirectories: false)
        try folder.write("kept", to: "town/kept.txt")
        try folder.write("kept", to: "file")
        for name in ["town", "town/", "file"] {
            let outcome = try Tool.run(Self.small + ["--output", name], in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("exists already"), "\(outcome.errors)")
        }
        #expect(try folder.names() == ["file", "town"])
        #expect(try Self.names("town", in: folder) == ["kept.txt"])
    }

    @Test(arguments: ["/proc/town", "no/such/folder/town", "file/town"])
    func whereNothingCanBeMade(path: String) throws {
        let folder = try WorkFolder()
        try folder.write("", to: "file")
        let outcome = try Tool.run(Self.small + ["--output", path], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.names() == ["file"])
    }

    // A superuser may write anywhere, so there is nothing to see.
    @Test(.enabled(if: getuid() != 0)) func aFolderThatCannotBeWritten() throws {
        let folder = try WorkFolder()
        let closed = folder.path("closed")
        try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
        #expect(try Tool.run(Self.small + ["--output", "closed/town"], in: folder).status == 2)
    }

    @Test(arguments: [
        ["generate"],
        ["generate", "--output", ""],
        small + ["--pupils", "0"],
        small + ["--pupils", "499"],
        small + ["--pupils", "20000000"],
        small + ["--pupils", "many"],
        small + ["--scale", "0"],
        small + ["--scale", "1.5"],
        small + ["--scale", "nan"],
        small + ["--from", "2017"],
        small + ["--from", "1999"],
        small + ["--to", "2030"],
        small + ["--seed", "-1"],
        small + ["--threads", "0"],
        small + ["--only", "pupils"],
        small + ["--only", ""],
        small + ["--only", "census,"],
        small + ["--format", "xlsx"],
        small + ["--errors", "some"],
        small + ["more"],
        small + ["--report", "json"],
        small + ["--validate", "town"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 64)
        let opening = arguments.contains("json") ? "{\"schema\": \"singleout.error/1\"" : "singleout: "
        #expect(outcome.errors.hasPrefix(opening), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.names().isEmpty)
    }

    /// The register stands, whoever reads the words.
    @Test func aReaderThatHasLeft() throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(Self.small + ["--only", "census"], in: folder, to: .closedPipe)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(try Self.names("town", in: folder) == ["census-2016.csv", "manifest.json"])
    }

    /// A limit on the size of files stands for a disk that is full in the middle of the work.
    @Test(
        .disabled(if: Programs.sanitizer == "thread", "the thread sanitizer itself has larger files"),
        arguments: ["csv", "csv.gz", "csv.zst"])
    func aFullDiskLeavesNothingBehind(format: String) throws {
        let folder = try WorkFolder()
        let errors = Pipe()
        let process = Tool.process([], in: folder)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            ["-c", #"trap '' XFSZ; ulimit -f 16; exec "$0" "$@""#, Tool.path] + Self.small + [
                "--pupils", "6000", "--format", format,
            ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        Tool.wait(for: process)
        let message = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(Tool.status(of: process) == 2)
        #expect(
            message.contains("town/census-2016.\(format)") && message.contains("Nothing was left behind"), "\(message)")
        #expect(try folder.names().isEmpty)
    }

    /// The signal comes when the first census is being written.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruptionLeavesNothingBehind(signal: Int32) throws {
        let folder = try WorkFolder()
        let process = Tool.process(
            ["generate", "--pupils", "200000", "--from", "2011", "--to", "2016", "--output", "town"], in: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = Date(timeIntervalSinceNow: 50)
        while try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).allSatisfy({ !$0.hasSuffix(".csv") })
        {
            if !process.isRunning || Date() > deadline { break }
            usleep(2_000)
        }
        kill(process.processIdentifier, signal)
        Tool.wait(for: process)
        #expect(Tool.status(of: process) == -signal)
        #expect(try folder.names().isEmpty)
    }

    /// A comparison with the first figure of each verdict only: it has hundreds.
    private static func excerpt(of text: String) throws -> String {
        var answer = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let figures = try #require(answer["figures"] as? [[String: Any]])
        let verdicts = figures.map { $0["verdict"] as? String }
        answer["figures"] = figures.indices.filter { verdicts.firstIndex(of: verdicts[$0]) == $0 }.map { figures[$0] }
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try JSONSerialization.data(withJSONObject: answer, options: options), as: UTF8.self)
            + "\n"
    }

    /// A town of 600 pupils misses some targets by chance or by its size: 0 and 1 both say that the table was printed.
    @Test(arguments: ["table", "json", "csv", "markdown", "latex"])
    func validate(report: String) throws {
        let folder = try WorkFolder()
        #expect(try Tool.run(Self.small, in: folder).status == 0)
        let outcome = try Tool.run(["generate", "--validate", "town", "--report", report], in: folder)
        #expect([0, 1].contains(outcome.status))
        #expect(outcome.errors.isEmpty)
        #expect(outcome.text.contains("Boys"))
        #expect(outcome.text.contains("MISSED") || outcome.text.contains("missed") || outcome.status == 0)
        if report == "json" { try Answer.expect(Self.excerpt(of: outcome.text), holds: "generate.json") }
        #expect(try folder.names() == ["town"])
    }

    @Test func validateNeedsTheFiles() throws {
        let folder = try WorkFolder()
        #expect(try Tool.run(Self.small + ["--only", "census"], in: folder).status == 0)
        let outcome = try Tool.run(["generate", "--validate", "town"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains("town/schools.csv: the file does not exist; name a folder"), "\(outcome.errors)")
    }

    @Test func validateNeedsAManifest() throws {
        let outcome = try Tool.run(["generate", "--validate", "town"], in: WorkFolder())
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("town/manifest.json: the file does not exist"), "\(outcome.errors)")
    }
}
