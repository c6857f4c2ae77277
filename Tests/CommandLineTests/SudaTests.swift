import Foundation
import Testing

struct SudaTests {
    private static let fields = "residence,gender,education,labour"

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        return folder
    }

    @Test func json() throws {
        let outcome = try Tool.run(
            ["suda", "survey.csv", "-q", Self.fields, "--sampling-fraction", "0.01", "--format", "json"], in: folder())
        #expect(outcome.status == 0)
        let object = try outcome.json()
        #expect(object["schema"] as? String == "singleout.suda/1")
        #expect(object["missing"] as? String == "category")
        #expect(object["minimalSampleUniques"] as? [String: Int] == ["1": 4, "2": 5, "3": 0, "4": 0])
        #expect(object["scoreTotal"] as? Int == 34)
        let contributions = try #require(object["contributions"] as? [String: Double])
        #expect(abs((contributions["education"] ?? 0) - 0.647059) < 5e-7)
        #expect(((object["dis"] as? [String: Any])?["theta"] as? Double).map { abs($0 - 0.00668896) < 5e-9 } == true)
    }

    @Test func maximumSize() throws {
        let outcome = try Tool.run(
            ["suda", "survey.csv", "-q", Self.fields, "--max-size", "1", "--format", "json"], in: folder())
        #expect(try outcome.json()["minimalSampleUniques"] as? [String: Int] == ["1": 4])
    }

    @Test(arguments: ["1", "2", "3"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try folder()
        let arguments = ["suda", "survey.csv", "-q", Self.fields]
        let some = try Tool.run(arguments + ["--threads", threads], in: folder)
        #expect(some.status == 0)
        #expect(some.output == (try Tool.run(arguments, in: folder)).output)
    }

    /// The file of records is readable by the user only, also where it replaces one that others could read.
    @Test(arguments: [false, true])
    func recordsArePrivate(replacing: Bool) throws {
        let folder = try folder()
        if replacing {
            try folder.write("old", to: "scores.csv")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: folder.path("scores.csv"))
        }
        let outcome = try Tool.run(["suda", "survey.csv", "-q", Self.fields, "--records", "scores.csv"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Special uniques of survey.csv"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("scores.csv"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let lines = try folder.read("scores.csv").components(separatedBy: "\r\n")
        #expect(lines.count == 12)
        #expect(lines[3] == "3,1,6.0,1.75,,,education")
        #expect(try folder.names() == ["scores.csv", "survey.csv"])
    }

    /// A failure leaves neither file behind, and an old one as it was.
    @Test(arguments: [
        (["suda", "survey.csv", "-q", "residence,labuor"], 64),
        (["suda", "survey.csv", "-q", "residence", "--missing", "wildcard"], 64),
        (["suda", "survey.csv", "-q", "residence", "--output", "no/such/folder"], 2),
    ])
    func failureLeavesNothing(arguments: [String], status: Int) throws {
        let folder = try folder()
        try folder.write("old", to: "scores.csv")
        let outcome = try Tool.run(arguments + ["--records", "scores.csv"], in: folder)
        #expect(outcome.status == Int32(status))
        #expect(outcome.output.isEmpty)
        #expect(try folder.read("scores.csv") == "old")
        #expect(try folder.names() == ["scores.csv", "survey.csv"])
    }

    @Test(arguments: [
        ["--records", "-"], ["--records", ""], ["--records", "a.csv", "--output", "a.csv"],
        ["--records", "survey.csv"],
        ["--max-size", "0"], ["--sampling-fraction", "0"], ["--sampling-fraction", "1.5"], ["--missing", "wildcard"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try folder()
        let outcome = try Tool.run(["suda", "survey.csv", "-q", "residence"] + arguments, in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(try folder.names() == ["survey.csv"])
    }
}
