import ErrorReports
import Foundation
import Testing

@testable import SingleoutCommand

/// Errors of the built tool, as a person and as a program reads them.
struct ErrorTests {
    private static func folder() throws -> WorkFolder {
        let folder = try Samples.folder()
        try folder.write("sex,area,weight\nF,A,1\nM,B,2\nM,B,x\n", to: "weights.csv")
        try folder.write("sex,area\nF,A\nM\n", to: "ragged.csv")
        try folder.write("", to: "empty.csv")
        try folder.write("id,home,sex,area,start\n1,a,F,A,2009\n2,a,M,B,2010\n", to: "a.csv")
        try folder.write("id,home,sex,area,start\n1,a,F,A,2009\n2,b,M,B,2010\n", to: "b.csv")
        try folder.write("area,n\nA,3\nB,4\n", to: "counts.csv")
        try folder.write("area,n\nA,3\nB,5\n", to: "more.csv")
        try folder.write("schema: singleout.release/1\ndata: pupils.csv\nmising: {}\n", to: "key.yml")
        try folder.write(
            "schema: singleout.release/1\ndata: pupils.csv\nfields: {quasiIdentifiers: [aera]}\n", to: "field.yml")
        try folder.write(
            "schema: singleout.release/1\ndata: pupils.csv\nmissing: {semantics: wildcrad}\n", to: "word.yml")
        return folder
    }

    private static let schema = Result { try Answer(Tool.run(["schema", "error"], in: WorkFolder()).text) }

    /// The error that a run ended with, which must be the one line of standard error, and as its schema says.
    private static func error(
        _ arguments: [String], in folder: WorkFolder, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (members: [String: Answer], status: Int32) {
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(
            outcome.errors.hasSuffix("}\n") && outcome.errors.utf8.count { $0 == UInt8(ascii: "\n") } == 1,
            "\(outcome.errors)", sourceLocation: sourceLocation)
        let answer = try Answer(outcome.errors)
        let faults = SchemaCheck.faults(answer, try schema.get())
        #expect(faults.isEmpty, "\(outcome.errors): \(faults)", sourceLocation: sourceLocation)
        guard case .object(let members) = answer else { return ([:], outcome.status) }
        #expect(members["schema"] == .text("singleout.error/1"), sourceLocation: sourceLocation)
        #expect(members["exitStatus"] == .number(Double(outcome.status)), sourceLocation: sourceLocation)
        #expect(
            members["kind"] == .text(outcome.status == 64 ? "usage" : "work"), "\(outcome.status)",
            sourceLocation: sourceLocation)
        return (members, outcome.status)
    }

    /// One of each kind, in both formats: the text is the message and the remedy.
    @Test(arguments: [
        (["measure", "pupils.csv", "-q", "aera"], "data.unknown-field"),
        (["measure", "pupils.csv"], "plan.no-quasi-identifiers"),
        (["measure", "pupils.csv", "-q", "sex", "--missing", "wildcard", "--alpha", "2"], "plan.out-of-range"),
        (["measure", "nowhere.csv", "-q", "sex"], "data.unreadable"),
        (["measure", "ragged.csv", "-q", "sex"], "data.ragged-row"),
        (["measure", "empty.csv", "-q", "sex"], "data.empty-file"),
        (["measure", "weights.csv", "-q", "sex", "--weight", "weight"], "weights.no-number"),
        (["measure", "--release", "nowhere.yml"], "release.unreadable"),
        (["measure", "--release", "key.yml"], "release.unknown-key"),
        (["measure", "--release", "field.yml"], "release.unknown-field"),
        (["measure", "--release", "word.yml"], "release.wrong-value"),
        (["measure", "pupils.csv", "-q", "sex", "--output", "no/folder"], "output.refused"),
        (["measure", "pupils.csv", "-q", "sex", "--output", "pupils.csv"], "output.replaces-input"),
        (["check", "pupils.csv", "-q", "sex"], "plan.no-rules"),
        (["check", "pupils.csv", "-q", "sex", "--require", "kk>=2"], "plan.out-of-range"),
        (["check", "pupils.csv", "-q", "sex", "--baseline", "a.csv"], "baseline.no-answer"),
        (["combinations", "pupils.csv", "-q", "sex", "--missing", "wildcard"], "counting.wildcard-over-combinations"),
        (["across", "a.csv"], "across.too-few-files"),
        (["link", "a.csv", "b.csv", "--compare", "sex:exat"], "plan.unknown-comparator"),
        (["recode", "pupils.csv", "-q", "sex", "--levels", "area=none"], "recode.not-quasi-identifier"),
        (["mesure", "pupils.csv"], "arguments.unknown-command"),
        (["measure", "pupils.csv", "--formt", "csv"], "arguments.unknown-option"),
        (["measure", "pupils.csv", "--missing", "wildcrad"], "arguments.unknown-value"),
        (["measure", "pupils.csv", "--threads", "x"], "arguments.wrong-value"),
        (["measure", "pupils.csv", "more.csv", "-q", "sex"], "arguments.unexpected-argument"),
        (["measure", "pupils.csv", "--threads"], "arguments.missing-value"),
        (["explain", "pupils.csv", "-q", "sex", "--i-may-see-records"], "arguments.missing-argument"),
        (["explain", "pupils.csv", "-q", "sex", "--record", "1"], "arguments.wrong-options"),
        (["measure", "pupils.csv", "--threshold", "1", "--risk-threshold", "1"], "arguments.old-and-new-name"),
    ])
    func bothFormats(arguments: [String], code: String) throws {
        let folder = try Self.folder()
        // A last option without its value stays the last.
        let asJSON = [arguments[0], "--format", "json"] + arguments.dropFirst()
        let (members, status) = try Self.error(asJSON, in: folder)
        #expect(members["code"] == .text(code), "\(members)")
        let text = try Tool.run(arguments, in: folder)
        #expect(text.status == status && text.output.isEmpty, "\(text.errors)")
        guard case .text(var message) = members["message"] else { return }
        let first = text.errors.split(separator: "\n").first.map(String.init) ?? ""
        if case .text(let remedy) = members["remedy"] {
            #expect(first.hasSuffix(String(remedy.dropFirst())), "\(first)")
        }
        message.removeLast()
        #expect(first.hasPrefix("singleout: " + message), "\(first)")
        if let known = ErrorSamples.all.first(where: { $0.report.code == code }) {
            #expect(known.report.kind == (status == 64 ? .usage : .work))
        }
    }

    @Test func aKeptError() throws {
        let outcome = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex", "--missing", "wildcard", "--alpha", "2", "--format", "json"],
            in: Self.folder())
        try Golden.expect(outcome.errors, equals: "error.json")
    }

    /// A mistyped word is wrong usage, and the nearest one is named.
    @Test(arguments: [
        (["mesure", "pupils.csv"], "measure"), (["help", "mesure"], "measure"), (["mesure", "--help"], "measure"),
        (["hepl"], "help"), (["--vrsion"], "--version"), (["measure", "--hepl"], "--help"),
        (["measure", "pupils.csv", "-q", "sex", "--treads", "1"], "--threads"),
        (["measure", "pupils.csv", "-q", "sex", "--treads=1"], "--threads"),
        (["measure", "pupils.csv", "-q", "sex", "--format", "jsn"], "json"),
        (["measure", "pupils.csv", "-q", "sex", "--missing=exlude"], "exclude"),
        (["generate", "--output", "town", "--only", "cencus"], "census"), (["schema", "mesure"], "measure"),
        (["link", "a.csv", "b.csv", "--compare", "sex:exat"], "exact"),
        (["recode", "pupils.csv", "-q", "sex", "--apply", "sex=droped"], "dropped"),
        (["measure", "--release", "key.yml"], "missing"), (["measure", "--release", "word.yml"], "wildcard"),
        (["check", "pupils.csv", "-q", "sex", "--require", "kk>=2"], "k"),
    ])
    func mistypedWords(arguments: [String], meant: String) throws {
        let outcome = try Tool.run(arguments, in: Self.folder())
        #expect(outcome.status == 64, "\(outcome.errors)")
        let isNamed = ["did you mean '\(meant)'?", "did you mean \(meant)?"].contains(where: outcome.errors.contains)
        #expect(isNamed, "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.output.isEmpty, "\(outcome.errors)")
    }

    /// Only what is near is named.
    @Test(arguments: [["frobnicate"], ["x"], [""], ["./pupils.csv"], ["measure", "--frobnicate"], ["measure", "-z"]])
    func nothingIsNear(arguments: [String]) throws {
        let outcome = try Tool.run(arguments, in: Self.folder())
        #expect(outcome.status == 64 && !outcome.errors.contains("did you mean"), "\(outcome.errors)")
        #expect(outcome.errors.contains("--help' lists the "), "\(outcome.errors)")
    }

    /// A field that a file lacks, by every command and for every file that it reads.
    @Test(arguments: [
        ["measure", "pupils.csv", "-q", "aera"], ["measure", "pupils.csv", "-q", "sex", "--sensitive", "aera"],
        ["measure", "a.csv", "-q", "sex", "--weight", "strat"],
        ["measure", "a.csv", "-q", "start,sex", "--population-data", "starts.csv"],
        ["combinations", "pupils.csv", "-q", "sex,aera"], ["suda", "pupils.csv", "-q", "sex,aera"],
        ["estimate", "pupils.csv", "-q", "sex,aera", "--population", "1000"],
        ["across", "a.csv", "b.csv", "--on", "aera"], ["across", "a.csv", "b.csv", "--truth-field", "idd"],
        ["across", "a.csv", "starts.csv", "--adding", "strat"],
        ["families", "a.csv", "-q", "sex", "--family", "hmoe"],
        ["families", "a.csv", "-q", "sex", "--family", "home", "--later", "b.csv", "--id", "idd", "--area", "area"],
        ["families", "a.csv", "-q", "sex", "--infer", "home", "--truth-file", "b.csv", "--id", "idd"],
        ["histories", "a.csv", "--id", "idd", "--events", "start"],
        ["histories", "a.csv", "--id", "id", "--events", "strat"],
        ["groups", "pupils.csv", "-q", "sex", "--by", "aera"],
        ["link", "a.csv", "b.csv", "--compare", "sex:exact", "--truth-field", "idd"],
        ["recode", "pupils.csv", "-q", "sex,aera"],
        ["recode", "pupils.csv", "-q", "sex", "--leave-out", "aera", "--write", "w.csv", "--apply", "sex=none"],
        ["differences", "a.csv", "b.csv", "-q", "aera"], ["differences", "counts.csv", "more.csv", "--count", "nn"],
        ["explain", "pupils.csv", "-q", "aera", "--record", "1", "--i-may-see-records"],
        ["check", "pupils.csv", "-q", "aera", "--min-k", "2"],
        ["check", "pupils.csv", "-q", "sex", "--require", "l(aera)>=2"],
        ["brief", "pupils.csv", "-q", "aera", "--output", "briefing"],
        ["measure", "--release", "field.yml"], ["brief", "--release", "field.yml", "--output", "briefing"],
    ])
    func unknownFields(arguments: [String]) throws {
        let folder = try Self.folder()
        try folder.write("stat,sex\n2009,F\n", to: "starts.csv")
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains("; did you mean '"), "\(outcome.errors)")
        #expect(outcome.output.isEmpty && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }

    /// The place is said by members of its own.
    @Test func places() throws {
        let folder = try Self.folder()
        let ragged = try Self.error(["measure", "ragged.csv", "-q", "sex", "--format", "json"], in: folder).members
        #expect(ragged["file"] == .text("ragged.csv") && ragged["line"] == .number(3), "\(ragged)")
        let weight = try Self.error(
            ["measure", "weights.csv", "-q", "sex", "--weight", "weight", "--format", "json"], in: folder
        ).members
        #expect(weight["row"] == .number(3) && weight["field"] == .text("weight"), "\(weight)")
        #expect(weight["file"] == .text("weights.csv") && weight["line"] == nil, "\(weight)")
        try folder.write(Data("sex,area\nF,\u{41}\nM,".utf8) + Data([0xFF, 0x0A]), to: "latin.csv")
        let latin = try Self.error(["measure", "latin.csv", "-q", "sex", "--format", "json"], in: folder).members
        #expect(latin["line"] == .number(3) && latin["column"] == .number(2), "\(latin)")
        let key = try Self.error(["measure", "--release", "key.yml", "--format", "json"], in: folder).members
        #expect(key["file"] == .text("key.yml") && key["line"] == .number(3), "\(key)")
        #expect(key["remedy"] == .text("Did you mean 'missing'?"), "\(key)")
    }

    /// Names that could end a string of JSON, steer a terminal or add a line come back as they were.
    @Test(arguments: [
        #"a"b\c.csv"#, "a\nsingleout: done.csv", "a\u{1}\u{1b}[31m\u{7f}\u{9b}.csv", "a\u{202e}vsc.csv",
        "\u{e9}\u{301}.csv",
        "<script>&amp;.csv", "a\u{2028}b\r\n.csv", "%s%n.csv", "\u{fffe}.csv",
    ])
    func hostileNames(name: String) throws {
        let members = try Self.error(
            ["measure", name, "-q", "sex", "--format", "json"], in: Self.folder()
        ).members
        #expect(members["file"] == .text(name), "\(members)")
        let field = try Self.error(
            ["measure", "pupils.csv", "-q", name.replacing(",", with: ""), "--format", "json"], in: Self.folder()
        ).members
        #expect(field["code"] == .text("data.unknown-field"), "\(field)")
        let outcome = try Tool.run(["measure", name, "-q", "sex", "--format", "json"], in: Self.folder())
        #expect(
            !outcome.errors.dropLast().unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
        let command = try Self.error([name, "--format", "json"], in: Self.folder()).members
        #expect(command["message"] == .text("Unknown command '\(name)'."), "\(command)")
    }

    /// A path that is no text is an error all the same, and what is written is UTF-8.
    @Test(arguments: ["$(printf 'a\\377\\376b.csv')", "$(printf '\\355\\240\\200')"])
    func pathsThatAreNoText(path: String) throws {
        let folder = try Self.folder()
        let json = try Tool.shell("singleout measure \"\(path)\" -q sex --format json 2>&1; echo $?", in: folder)
        let lines = json.split(separator: "\n")
        #expect(lines.count == 2 && lines.last == "2", "\(json)")
        guard case .object(let members) = try Answer(String(lines[0])) else { return }
        #expect(members["code"] == .text("data.unreadable"), "\(members)")
        let bytes = try Tool.shell(
            "singleout measure \"\(path)\" -q sex --format json 2> err; iconv -f UTF-8 -t UTF-8 err > /dev/null; echo $?",
            in: folder)
        #expect(bytes == "0\n")
    }

    /// Which format was asked for, whatever else was typed.
    @Test(arguments: [
        (["measure", "--format", "json"], true), (["measure", "--format=json"], true),
        (["measure", "--format", "csv"], false), (["measure", "--format", "json", "--format", "csv"], false),
        (["measure", "--format", "csv", "--format=json"], true), (["measure", "--format", "JSON"], false),
        (["measure", "--format"], false), (["measure"], false), ([], false), (["--format", "json"], true),
        (["mesure", "x", "--format", "json"], true), (["measure", "-q", "--format", "json"], false),
        (["measure", "--output", "--format", "json"], false), (["measure", "--", "--format", "json"], false),
        (["measure", "--formt", "--format", "json"], true), (["generate", "--report", "json"], true),
        (["measure", "--weights", "--format", "json"], false), (["measure", "--digest", "--format", "json"], true),
        (["check", "--format", "junit"], false),
    ])
    func formatAskedFor(arguments: [String], isJSON: Bool) {
        #expect(Failure.isJSON(arguments) == isJSON)
    }

    /// What nobody foresaw is a failure of the work, not a verdict.
    @Test func unforeseen() throws {
        struct Odd: Error {}
        let status = Failure(Odd(), ofCommand: nil).status
        #expect(status == 2)
        #expect(Failure(OutputError.closedPipe, ofCommand: nil).status == 0)
    }

    /// Warnings are lines before the error, and a verdict is no error.
    @Test func besideErrors() throws {
        let folder = try Self.folder()
        let old = try Tool.run(
            ["measure", "pupils.csv", "-q", "aera", "--threshold", "0.5", "--format", "json"], in: folder)
        let lines = old.errors.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("singleout: warning: --threshold"), "\(old.errors)")
        #expect(lines.last?.hasPrefix(#"{"schema": "singleout.error/1""#) == true, "\(old.errors)")
        let verdict = try Tool.run(
            ["check", "pupils.csv", "-q", "sex,area", "--min-k", "1000", "--format", "json"], in: folder)
        #expect(verdict.status == 1 && verdict.errors.isEmpty && !verdict.output.isEmpty)
        let gone = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex", "--format", "json"], in: folder, to: .closedPipe)
        #expect(gone.status == 0 && gone.errors.isEmpty)
    }
}
