import Foundation
import Testing

struct PipeTests {
    @Test(arguments: ["table", "json", "csv", "markdown", "latex"])
    func aReaderThatHasLeft(format: String) throws {
        let folder = try Samples.folder()
        for command in [["measure"], ["combinations"]] {
            let outcome = try Tool.run(
                command + ["pupils.csv", "-q", "sex,year,area", "--format", format], in: folder, to: .closedPipe)
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
        }
    }

    /// The verdict stands, whoever reads the words.
    @Test func aCheckKeepsItsStatus() throws {
        let folder = try Samples.folder()
        #expect(
            try Tool.run(["check", "pupils.csv", "-q", "sex", "--min-k", "9"], in: folder, to: .closedPipe).status == 1)
        #expect(
            try Tool.run(["check", "pupils.csv", "-q", "sex", "--min-k", "2"], in: folder, to: .closedPipe).status == 0)
    }

    @Test(arguments: [["--help"], ["measure", "--help"], ["--version"]])
    func helpToo(arguments: [String]) throws {
        let outcome = try Tool.run(arguments, in: WorkFolder(), to: .closedPipe)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    /// A reader that leaves after the first bytes of a long output.
    @Test func aReaderThatLeavesEarly() throws {
        let folder = try WorkFolder()
        let names = try Samples.writeWide(fields: 12, records: 100, to: "wide.csv", in: folder)
        let process = Tool.process(
            ["combinations", "wide.csv", "-q", names.joined(separator: ","), "--format", "json"], in: folder)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let first = try output.fileHandleForReading.read(upToCount: 1)
        try output.fileHandleForReading.close()
        Tool.wait(for: process)
        #expect(first == Data("{".utf8))
        #expect(Tool.status(of: process) == 0)
        #expect(try errors.fileHandleForReading.readToEnd()?.isEmpty ?? true)
    }

    @Test func dataFromStandardInput() throws {
        let folder = try Samples.folder()
        let arguments = ["-q", "sex,year,area", "--format", "csv"]
        let file = try Tool.run(["measure", "pupils.csv"] + arguments, in: folder)
        let piped = try Tool.run(["measure", "-"] + arguments, in: folder, input: Data(Samples.pupils.utf8))
        #expect(piped.status == 0)
        #expect(piped.text == file.text.replacingOccurrences(of: "source,pupils.csv", with: "source,-"))
    }

    @Test func nothingOnStandardInput() throws {
        let outcome = try Tool.run(["measure", "-", "-q", "sex"], in: WorkFolder())
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("singleout: "))
    }
}
