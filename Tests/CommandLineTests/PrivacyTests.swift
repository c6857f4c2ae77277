import Foundation
import Testing

/// No message and no answer holds a value of a record.
struct PrivacyTests {
    private static let secret = "Zanzibar7"

    private static let files: [(name: String, text: String)] = [
        ("ragged.csv", "sex,area\nF,\(secret)\nF,\(secret),\(secret)\n"),
        ("short.csv", "sex,area\nF,\(secret)\n\(secret)\n"),
        ("unclosed.csv", "sex,area\nF,\"\(secret)\n"),
        ("after.csv", "sex,area\nF,\"\(secret)\"\(secret)\n"),
        ("good.csv", "sex,area\nF,\(secret)\nM,\(secret)\nM,B\n"),
        ("numbers.csv", "sex,area\n1,\(secret)\n"),
        ("tab.csv", "sex\tarea\nF\t\(secret)\n"),
        ("notrelease.yml", "sex: \(secret)\n"),
        ("list.yml", "- \(secret)\n"),
        ("broken.yml", "sex: [\(secret)\n\(secret): : {\n"),
    ]

    private static let commands = [
        ["measure", "FILE", "-q", "sex,area"], ["measure", "FILE", "-q", "area,nothing"],
        ["combinations", "FILE", "-q", "sex,area"], ["check", "FILE", "-q", "area", "--min-k", "3"],
        ["measure", "FILE", "-q", "area", "--missing", "wildcard", "--format", "json"],
        ["measure", "FILE", "-q", "area", "--delimiter", ";"],
        ["measure", "good.csv", "-q", "area", "--release", "FILE"],
        ["measure", "good.csv", "-q", "area", "--population-data", "FILE"],
        ["combinations", "FILE", "-q", "sex,area", "--format", "csv"],
    ]

    @Test(arguments: files.map(\.name), commands)
    func noValueIsPrinted(file: String, command: [String]) throws {
        let folder = try WorkFolder()
        for (name, text) in Self.files { try folder.write(text, to: name) }
        let outcome = try Tool.run(command.map { $0 == "FILE" ? file : $0 }, in: folder)
        #expect(outcome.status >= 0, "the tool was ended by signal \(-outcome.status)")
        #expect(!outcome.errors.contains(Self.secret), "\(outcome.errors)")
        #expect(!outcome.text.contains(Self.secret))
        #expect(!outcome.errors.isEmpty || !outcome.output.isEmpty)
    }

    @Test func bytesThatAreNotText() throws {
        let folder = try WorkFolder()
        try folder.write(Data("sex,area\nF,\(Self.secret)".utf8) + [0xFF, 0x0A], to: "bytes.csv")
        let outcome = try Tool.run(["measure", "bytes.csv", "-q", "sex,area"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("line 2"))
        #expect(!outcome.errors.contains(Self.secret))
    }

    /// A header can hold anything; what steers a terminal does not reach it.
    @Test func headersCannotSteerTheTerminal() throws {
        let folder = try WorkFolder()
        try folder.write("se\u{1B}[2Jx,ar\u{202E}ea\nF,A\nM,B\n", to: "odd.csv")
        try folder.write(
            "schema: singleout.release/1\nfields:\n  quasiIdentifiers: [\"se\\e[2Jx\", \"ar\\u202Eea\", nothing]\n",
            to: "release.yml")
        for arguments in [["-q", "se\u{1B}[2Jx,ar\u{202E}ea"], ["-q", "se\u{1B}[2Jy"], ["--release", "release.yml"]] {
            for format in ["table", "markdown", "latex"] {
                let outcome = try Tool.run(["measure", "odd.csv", "--format", format] + arguments, in: folder)
                for text in [outcome.text, outcome.errors] {
                    #expect(
                        !text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(format) \(arguments)")
                }
            }
        }
    }
}
