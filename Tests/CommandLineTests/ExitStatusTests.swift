import Foundation
import Testing

/// 0 done; 1 the policy is not met; 2 the work failed; 64 wrong usage. Messages go to standard error.
struct ExitStatusTests {
    @Test(arguments: [
        ["measure", "pupils.csv"],
        ["measure", "-q", "sex"],
        ["measure", "pupils.csv", "-q", ""],
        ["measure", "pupils.csv", "-q", "sex,sex"],
        ["measure", "pupils.csv", "-q", "sex", "--risk-threshold", "0"],
        ["measure", "pupils.csv", "-q", "sex", "--risk-threshold", "nan"],
        ["measure", "pupils.csv", "-q", "sex", "--risk-threshold", "1.1"],
        ["measure", "pupils.csv", "-q", "sex", "--alpha", "0.5"],
        ["measure", "pupils.csv", "-q", "sex", "--missing", "wildcard", "--alpha", "2"],
        ["measure", "pupils.csv", "-q", "sex", "--missing", "wildcards"],
        ["measure", "pupils.csv", "-q", "sex", "--missing", "wildcard", "--population-data", "pupils.csv"],
        ["measure", "-", "-q", "sex", "--population-data", "-"],
        ["measure", "pupils.csv", "-q", "sex", "--format", "junit"],
        ["measure", "pupils.csv", "-q", "sex", "--threads", "0"],
        ["measure", "pupils.csv", "-q", "sex", "--delimiter", "ab"],
        ["measure", "pupils.csv", "-q", "sex", "--no-such-option"],
        ["measure", "pupils.csv", "more.csv", "-q", "sex"],
        ["combinations", "pupils.csv", "-q", "sex,area", "--missing", "wildcard"],
        ["combinations", "pupils.csv", "-q", "sex,area", "--max-size", "0"],
        ["combinations", "pupils.csv", "-q", "sex,area", "--top", "0"],
        ["combinations", "pupils.csv", "-q", "sex,area", "--identifying", "0"],
        ["combinations", "pupils.csv", "-q", (1...17).map { "f\($0)" }.joined(separator: ",")],
        ["check", "pupils.csv", "-q", "sex"],
        ["check", "pupils.csv", "-q", "sex", "--min-k", "0"],
        ["check", "pupils.csv", "-q", "sex", "--min-k", "2.5"],
        ["check", "pupils.csv", "-q", "sex", "--max-uniqueness", "-0.1"],
        ["check", "pupils.csv", "-q", "sex", "--max-risk", "0"],
        ["no-such-command"], ["help", "no-such-command"], ["no-such-command", "--help"], ["--no-such-option"],
        ["measure", "pupils.csv", "-q", "sex,aera"],
        ["measure", "pupils.csv", "-q", "sex", "--sensitive", "aera"],
        ["measure", "pupils.csv", "-q", "sex", "--population-data", "small.csv", "-q", "area"],
        ["schema", "mesure"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try Samples.folder()
        try folder.write("sex,aera\nF,A\n", to: "small.csv")
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ["measure", "no-such-file.csv", "-q", "sex"],
        ["measure", ".", "-q", "sex"],
        ["measure", "pupils.csv", "-q", "sex", "--population-data", "no-such-file.csv"],
        ["measure", "pupils.csv", "-q", "sex", "--release", "no-such-file.yml"],
        ["measure", "pupils.csv", "-q", "sex", "--output", "no/such/folder/a.json"],
        ["measure", "pupils.csv", "-q", "sex", "--output", "pupils.csv/a.json"],
        ["measure", "pupils.csv", "-q", "sex", "--output", "."],
        ["measure", "pupils.csv", "-q", "sex", "--output", "/dev/full"],
        ["measure", "empty.csv", "-q", "sex"],
        ["measure", "header.csv", "-q", "sex"],
        ["measure", "pupils.csv", "-q", "sex", "--population-data", "small.csv"],
    ])
    func workFailed(arguments: [String]) throws {
        let folder = try Samples.folder()
        try folder.write("", to: "empty.csv")
        try folder.write("sex,area\n", to: "header.csv")
        try folder.write("sex\nF\n", to: "small.csv")
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func messagesNameTheNearestField() throws {
        let outcome = try Tool.run(["measure", "pupils.csv", "-q", "sex,aera"], in: Samples.folder())
        #expect(outcome.errors.contains("'area'"))
    }

    @Test func moreThanSixteenFieldsAskForASize() throws {
        let fields = (1...17).map { "f\($0)" }.joined(separator: ",")
        let outcome = try Tool.run(["combinations", "pupils.csv", "-q", fields], in: Samples.folder())
        #expect(outcome.errors.contains("--max-size"))
    }

    @Test(arguments: [["--version"], ["--help"], ["help", "check"], ["measure", "--help"], ["combinations", "-h"]])
    func helpIsData(arguments: [String]) throws {
        let outcome = try Tool.run(arguments, in: WorkFolder())
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }
}
