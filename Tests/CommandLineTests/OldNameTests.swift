import Foundation
import Testing

/// Options work by the names that they had before, with a warning, and help does not know these.
struct OldNameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let value: String
        let arguments: [String]

        var testDescription: String { "\(arguments[0]) --\(old)" }
    }

    /// Every old name with every command that had it.
    private static let cases = [
        Case(old: "threshold", new: "risk-threshold", value: "0.3", arguments: ["measure", "a.csv", "-q", "sex"]),
        Case(
            old: "threshold", new: "risk-threshold", value: "0.3",
            arguments: ["groups", "a.csv", "-q", "area", "--by", "sex"]),
        Case(old: "threshold", new: "risk-threshold", value: "0.3", arguments: ["across", "a.csv", "b.csv"]),
        Case(
            old: "threshold", new: "risk-threshold", value: "0.3",
            arguments: ["explain", "a.csv", "-q", "sex", "--record", "1", "--i-may-see-records"]),
        Case(
            old: "threshold", new: "match-probability", value: "0.8",
            arguments: ["link", "a.csv", "b.csv", "--compare", "sex:exact"]),
        Case(old: "threshold", new: "match-probability", value: "0.8", arguments: ["simulate", "--register", "none"]),
        Case(old: "threshold", new: "min-published-count", value: "5", arguments: ["brief", "none.csv", "-q", "sex"]),
        Case(
            old: "truth", new: "truth-file", value: "b.csv",
            arguments: ["families", "a.csv", "-q", "sex", "--id", "id", "--family", "area"]),
        Case(
            old: "truth", new: "truth-field", value: "id",
            arguments: ["link", "a.csv", "b.csv", "--compare", "sex:exact"]),
        Case(old: "truth", new: "truth-field", value: "id", arguments: ["across", "a.csv", "b.csv"]),
        Case(
            old: "hierarchy", new: "value-hierarchy", value: "year=years.csv",
            arguments: ["measure", "a.csv", "-q", "sex", "--sensitive", "year"]),
        Case(old: "hierarchy", new: "levels", value: "year=years.csv", arguments: ["recode", "a.csv", "-q", "year"]),
        Case(old: "hierarchy", new: "levels", value: "year=date", arguments: ["brief", "none.csv", "-q", "year"]),
        Case(old: "weights", new: "weight", value: "w", arguments: ["measure", "a.csv", "-q", "sex"]),
        Case(
            old: "weights", new: "weight", value: "w",
            arguments: ["explain", "a.csv", "-q", "sex", "--record", "1", "--i-may-see-records"]),
        Case(
            old: "method", new: "match-method", value: "probabilistic",
            arguments: ["link", "a.csv", "b.csv", "--compare", "sex:exact"]),
        Case(
            old: "method", new: "match-method", value: "probabilistic", arguments: ["simulate", "--register", "none"]),
        Case(old: "errors", new: "request-errors", value: "poor", arguments: ["simulate", "--register", "none"]),
        Case(old: "by", new: "census-fields", value: "region", arguments: ["simulate", "--register", "none"]),
    ]

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let rows = (1...60).map { "\($0),\($0 % 2 == 0 ? "F" : "M"),a\($0 % 7),\($0 % 3 + 1),\($0 % 4 + 1)" }
        for name in ["a.csv", "b.csv"] {
            try folder.write(
                "id,sex,area,year,w\n" + rows.joined(separator: "\n") + "\n", to: name)
        }
        try folder.write("year,kind,any\n1,low,all\n2,low,all\n3,high,all\n", to: "years.csv")
        return folder
    }

    private static func warning(_ old: String, _ new: String) -> String {
        "singleout: warning: --\(old) is now --\(new); the old name works until version 1.0.\n"
    }

    /// By the old name as by the new one, byte for byte, and one line more on standard error.
    @Test(arguments: cases) func sameAnswer(of test: Case) throws {
        let folder = try Self.folder()
        for isJoined in [false, true] {
            func run(_ name: String) throws -> Tool.Outcome {
                let given = isJoined ? ["--\(name)=\(test.value)"] : ["--\(name)", test.value]
                var arguments = test.arguments + given
                if test.arguments[0] == "brief" { arguments += ["--output", "briefing"] }
                return try Tool.run(arguments, in: folder)
            }
            let (old, new) = (try run(test.old), try run(test.new))
            #expect(old.status == new.status)
            // What is not there fails for that, and not for the option.
            #expect(new.status == 0 || new.status == 2 && new.errors.contains("none"), "\(new.errors)")
            #expect(old.output == new.output)
            #expect(old.errors == Self.warning(test.old, test.new) + new.errors)
        }
    }

    @Test(arguments: cases) func notBoth(of test: Case) throws {
        let both = ["--\(test.new)", test.value, "--\(test.old)=\(test.value)"]
        let outcome = try Tool.run(test.arguments + both, in: Self.folder())
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--\(test.old)") && outcome.errors.contains("--\(test.new)"))
    }

    @Test(arguments: cases) func helpKnowsTheNewOneAlone(of test: Case) throws {
        let help = try Tool.run([test.arguments[0], "--help"], in: Self.folder()).text
        #expect(!help.contains("  --\(test.old) "))
        #expect(help.contains("  --\(test.new) "))
    }

    /// A mistake in the value is told of by the new name.
    @Test func errorsNameTheNewOne() throws {
        let outcome = try Tool.run(["measure", "a.csv", "-q", "sex", "--threshold", "7"], in: Self.folder())
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--risk-threshold needs") || outcome.errors.contains("--risk-threshold:"))
    }

    /// What only looks like an option stays as it is: the value of another, and what stands behind two dashes.
    @Test func valuesStayAsTheyAre() throws {
        let folder = try Self.folder()
        let brief = try Tool.run(
            ["brief", "a.csv", "-q", "sex", "--title", "--threshold", "--output", "briefing"], in: folder)
        #expect(brief.status == 0 && !brief.errors.contains("warning"), "\(brief.errors)")
        #expect(try folder.read("briefing/briefing.md").contains("--threshold"))
        try folder.write("--truth,sex\n1,F\n2,M\n", to: "c.csv")
        let fields = try Tool.run(["measure", "c.csv", "-q", "--truth"], in: folder)
        #expect(fields.status == 0 && !fields.errors.contains("warning"), "\(fields.errors)")
        let file = try Tool.run(["measure", "-q", "sex", "--", "--threshold"], in: folder)
        #expect(file.status == 2 && !file.errors.contains("warning") && file.errors.contains("--threshold"))
        // Another command's old name is none here.
        #expect(try Tool.run(["check", "a.csv", "-q", "sex", "--threshold", "0.3"], in: folder).status == 64)
    }

    /// One warning, however often the option is there.
    @Test func oneWarning() throws {
        let outcome = try Tool.run(
            ["recode", "a.csv", "-q", "year,area", "--hierarchy", "year=years.csv", "--hierarchy", "area=none"],
            in: Self.folder())
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.components(separatedBy: "warning:").count == 2)
    }
}
