import Foundation
import Testing

/// `--output` is written whole or not at all.
struct OutputTests {
    private static let measure = ["measure", "pupils.csv", "-q", "sex,year,area"]

    @Test func aFileHoldsWhatStandardOutputWould() throws {
        let folder = try Samples.folder()
        let direct = try Tool.run(Self.measure, in: folder)
        let outcome = try Tool.run(Self.measure + ["--output", "answer.txt"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
        #expect(try folder.read("answer.txt") == direct.text)
        #expect(try folder.names() == ["answer.txt", "pupils.csv"])
    }

    @Test func aHyphenIsStandardOutput() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(Self.measure + ["--output", "-"], in: folder)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(try folder.names() == ["pupils.csv"])
    }

    /// Whatever fails, an existing file stays as it was and nothing is left beside it.
    @Test(arguments: [
        ["measure", "ragged.csv", "-q", "sex"], ["measure", "pupils.csv", "-q", "aera"], ["measure", "pupils.csv"],
        ["measure", "pupils.csv", "-q", "sex", "--population-data", "ragged.csv"],
        ["combinations", "pupils.csv", "-q", "sex", "--missing", "wildcard"],
    ])
    func failureKeepsTheOldFile(arguments: [String]) throws {
        let folder = try Samples.folder()
        try folder.write("sex,area\nF,A\nM\n", to: "ragged.csv")
        try folder.write("old", to: "answer.txt")
        let outcome = try Tool.run(arguments + ["--output", "answer.txt"], in: folder)
        #expect(outcome.status != 0)
        #expect(try folder.read("answer.txt") == "old")
        #expect(try folder.names() == ["answer.txt", "pupils.csv", "ragged.csv"])
    }

    @Test func aPolicyThatIsNotMetIsWrittenAllTheSame() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["check", "pupils.csv", "-q", "sex", "--min-k", "5", "--format", "junit", "--output", "check.xml"],
            in: folder)
        #expect(outcome.status == 1)
        #expect(try folder.read("check.xml").hasSuffix("</testsuites>\n"))
    }

    @Test func permissionsAndLinksStay() throws {
        let folder = try Samples.folder()
        try folder.write("old", to: "target.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("target.txt"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("link.txt"), withDestinationPath: "target.txt")
        #expect(try Tool.run(Self.measure + ["--output", "link.txt"], in: folder).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.txt")) == "target.txt")
        #expect(try folder.read("target.txt").contains("records"))
        let mode =
            try FileManager.default.attributesOfItem(atPath: folder.path("target.txt"))[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func inputsAreNeverReplaced() throws {
        let folder = try Samples.folder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("same.csv"), withDestinationPath: "pupils.csv")
        for name in ["pupils.csv", "same.csv", "./pupils.csv", folder.path("pupils.csv")] {
            let outcome = try Tool.run(Self.measure + ["--output", name], in: folder)
            #expect(outcome.status == 2 || outcome.status == 64, "\(name)")
            #expect(try folder.read("pupils.csv") == Samples.pupils)
        }
    }

    /// The files of a register are inputs, and so is a release file.
    @Test func filesOfAReadFolderAreNeverReplaced() throws {
        let folder = try WorkFolder()
        #expect(
            try Tool.run(
                ["generate", "--pupils", "2000", "--from", "2016", "--to", "2016", "--output", "town"], in: folder
            ).status == 0)
        try folder.write(
            "schema: singleout.release/1\nrequests: {register: town, months: 1, requests: 2, runs: 1}\n", to: "r.yml")
        let register = try folder.read("town/extract.csv")
        let release = try folder.read("r.yml")
        for name in ["town/extract.csv", "./town/../town/extract.csv", "r.yml"] {
            let outcome = try Tool.run(["simulate", "--release", "r.yml", "--output", name], in: folder)
            #expect(outcome.status == 64 && outcome.errors.contains("this file is read"), "\(name) \(outcome.errors)")
        }
        #expect(try folder.read("town/extract.csv") == register)
        #expect(try folder.read("r.yml") == release)
        #expect(try Tool.run(["simulate", "--release", "r.yml", "--output", "answer.txt"], in: folder).status == 0)
    }

    /// Two outputs of a run are two files, however they are named.
    @Test func twoOutputsAreTwoFiles() throws {
        let folder = try Samples.folder()
        try FileManager.default.createSymbolicLink(atPath: folder.path("here"), withDestinationPath: ".")
        try folder.write("old", to: "there.csv")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link.csv"), withDestinationPath: "there.csv")
        let commands = [
            (["suda", "pupils.csv", "-q", "sex,year", "--records"], "--output"),
            (["recode", "pupils.csv", "-q", "sex,year", "--apply", "year=1", "--write"], "--output"),
        ]
        let spellings = [
            ("x.csv", "x.csv"), ("./x.csv", folder.path("x.csv")), ("here/x.csv", "x.csv"), ("there.csv", "link.csv"),
        ]
        for (command, other) in commands {
            for (one, two) in spellings {
                let outcome = try Tool.run(command + [one, other, two], in: folder)
                #expect(
                    outcome.status == 64 && outcome.errors.contains("two outputs"), "\(one) \(two): \(outcome.errors)")
            }
        }
        #expect(try folder.names() == ["here", "link.csv", "pupils.csv", "there.csv"])
        #expect(try folder.read("there.csv") == "old")
    }

    /// Records appear with the answer or not at all, and the message is true.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func recordsAppearWithTheAnswer() throws {
        let folder = try Samples.folder()
        let suda = "singleout suda pupils.csv -q sex,year --records r.csv"
        #expect(try Tool.shell("\(suda) >/dev/full 2>errors; echo $?", in: folder) == "2\n")
        #expect(try folder.read("errors").contains("standard output: cannot write"))
        #expect(try folder.names() == ["errors", "pupils.csv"])
        let brief = "singleout brief pupils.csv -q sex,year --output b"
        #expect(try Tool.shell("\(brief) >/dev/full 2>errors; echo $?", in: folder) == "2\n")
        #expect(try folder.read("errors").contains("Nothing was left behind") == false)
        // Whoever reads the answer may stop early.
        #expect(try Tool.shell("\(suda) | head -c 1 >/dev/null", in: folder) == "")
        #expect(try folder.read("r.csv").isEmpty == false)
    }

    /// Without descriptors to list a folder, what was begun goes all the same.
    @Test(arguments: 5...14) func fewDescriptorsLeaveNothing(limit: Int) throws {
        let folder = try Samples.folder()
        let suda = "singleout suda pupils.csv -q sex,year --records r.csv --output o.txt"
        let status = try Tool.shell("(ulimit -n \(limit); \(suda) 2>errors); echo $?", in: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).sorted()
        #expect(
            names == ["errors", "pupils.csv"] + (status == "0\n" ? ["o.txt", "r.csv"] : []).sorted() || status == "0\n",
            "\(limit): \(status) \(names)")
        #expect(!names.contains { $0.hasPrefix(".singleout-") }, "\(limit): \(names)")
    }

    // A superuser may write anywhere, so there is nothing to see.
    @Test(.enabled(if: getuid() != 0)) func aFolderThatCannotBeWritten() throws {
        let folder = try Samples.folder()
        let closed = folder.path("closed")
        try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed)
        let outcome = try Tool.run(Self.measure + ["--output", "closed/answer.txt"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("closed/answer.txt"))
    }

    /// /proc takes no files, whoever asks.
    @Test func aFileSystemThatTakesNoFiles() throws {
        let outcome = try Tool.run(Self.measure + ["--output", "/proc/answer.txt"], in: Samples.folder())
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("/proc/answer.txt"))
    }

    @Test func aFullDisk() throws {
        let outcome = try Tool.run(Self.measure, in: Samples.folder(), to: .file("/dev/full"))
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("singleout: "))
    }

    /// The run waits for data from a named pipe, so the signal finds it at work.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruptionLeavesNothingBehind(signal: Int32) throws {
        let folder = try Samples.folder()
        try folder.write("old", to: "answer.txt")
        try #require(unsafe mkfifo(folder.path("data.csv"), 0o600) == 0)
        let before = try folder.names()
        let process = Tool.process(["measure", "data.csv", "-q", "sex", "--output", "answer.txt"], in: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Opening the other end returns once the tool reads.
        let data = try FileHandle(forWritingTo: folder.url("data.csv"))
        try data.write(contentsOf: Data("sex,area\nF,A\n".utf8))
        kill(process.processIdentifier, signal)
        Tool.wait(for: process)
        try? data.close()
        #expect(Tool.status(of: process) == -signal)
        #expect(try folder.read("answer.txt") == "old")
        #expect(try folder.names() == before)
    }
}
