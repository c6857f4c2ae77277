import Foundation
import Testing

/// One answer that is kept whole in every format.
struct GoldenAnswer: Sendable, CustomTestStringConvertible {
    /// The formats and the endings of their files.
    static let formats = ["table": "txt", "json": "json", "csv": "csv", "markdown": "md", "latex": "tex"]

    /// The name of its files.
    let name: String
    /// The command and its options but the format.
    let arguments: [String]
    /// The exit status.
    var status: Int32 = 0
    /// Formats of its own, with the endings of their files.
    var more: [String: String] = [:]
    /// The folder with its inputs.
    let folder: @Sendable () throws -> WorkFolder

    var testDescription: String { name }

    /// An answer about one file of the samples.
    init(
        _ name: String, _ arguments: [String], status: Int32 = 0, more: [String: String] = [:],
        of files: [String: String] = ["pupils.csv": Samples.pupils]
    ) {
        self.init(name, arguments, status: status, more: more) {
            let folder = try WorkFolder()
            for (name, text) in files { try folder.write(text, to: name) }
            return folder
        }
    }

    /// An answer about the files of a folder.
    init(
        _ name: String, _ arguments: [String], status: Int32 = 0, more: [String: String] = [:],
        in folder: @escaping @Sendable () throws -> WorkFolder
    ) {
        (self.name, self.arguments, self.status, self.more, self.folder) = (name, arguments, status, more, folder)
    }

    private static let surveyFields = ["-q", "residence,gender,education,labour"]
    private static let survey = ["survey.csv": Samples.survey]

    /// Every command, with all that it can say.
    static let all = [
        GoldenAnswer("measure", ["measure", "pupils.csv", "-q", "sex,year,area"]),
        GoldenAnswer(
            "risk",
            ["measure", "survey.csv"] + surveyFields + [
                "--sensitive", "health", "--weight", "weight", "--household", "family", "--household-threshold",
                "0.04", "--max-rate", "0.0155", "--population", "1580",
            ], of: survey),
        GoldenAnswer("suda", ["suda", "survey.csv"] + surveyFields + ["--sampling-fraction", "0.01"], of: survey),
        GoldenAnswer("combinations", ["combinations", "pupils.csv", "-q", "sex,year,area", "--identifying", "0.3"]),
        GoldenAnswer(
            "check",
            [
                "check", "pupils.csv", "-q", "sex,year,area", "--min-k", "2", "--max-uniqueness", "0.5", "--max-risk",
                "0.09",
            ], status: 1, more: ["junit": "xml"]),
        GoldenAnswer(
            "link",
            [
                "link", "asked.csv", "all.csv", "--compare", "forename:name,surname:name,dob:date", "--truth-field",
                "person=id",
            ], of: ["all.csv": Samples.linkedRegister, "asked.csv": Samples.linkedQueries]),
        GoldenAnswer(
            "groups", ["groups", "groups.csv", "-q", "x", "--by", "g,h", "--adjust", "w", "--min-group", "3"],
            of: ["groups.csv": Samples.groups]),
        GoldenAnswer(
            "explain",
            ["explain", "survey.csv"] + surveyFields + [
                "--record", "8", "--sensitive", "health", "--weight", "weight", "--household", "family",
                "--i-may-see-records",
            ], of: survey),
        GoldenAnswer("families", FamiliesTests.all, in: FamiliesTests.folder),
        GoldenAnswer(
            "recode",
            [
                "recode", "births.csv", "-q", "born,sex,area", "--target", "k=2,suppress=0.25", "--write",
                "coarse.csv", "--leave-out", "id",
            ], of: ["births.csv": Samples.births]),
        GoldenAnswer("differences", DifferencesTests.records, in: DifferencesTests.folder),
        GoldenAnswer("differences-tables", DifferencesTests.tables, in: DifferencesTests.folder),
        GoldenAnswer(
            "histories",
            [
                "histories", "enrolments.csv", "--id", "id", "--events", "school,from", "--precision", "year",
                "--known", "1..3",
            ], in: HistoriesTests.folder),
        GoldenAnswer(
            "across", ["across", "--release", "release.yml", "--truth-field", "id"], in: { try AcrossTests.folder() }),
        GoldenAnswer(
            "estimate",
            [
                "estimate", "sample.csv", "-q", EstimateTests.fields, "--population", "2000", "--classes", "1",
                "--bootstrap", "0", "--at", "1000,1000000",
            ], in: EstimateTests.folder),
        GoldenAnswer("simulate", ["simulate", "--register", "town"] + SimulateTests.few, in: SimulateTests.folder),
    ]
}

/// Whole outputs of every command in every format.
struct GoldenTests {
    @Test(arguments: GoldenAnswer.all)
    func answer(_ golden: GoldenAnswer) throws {
        for (format, ending) in GoldenAnswer.formats.merging(golden.more, uniquingKeysWith: { $1 }) {
            let outcome = try Tool.run(golden.arguments + ["--format", format], in: golden.folder())
            #expect(outcome.status == golden.status, "\(format): \(outcome.errors)")
            #expect(outcome.errors.isEmpty, "\(format)")
            let name = "\(golden.name).\(ending)"
            // Estimates may differ in their last digits from one machine to another.
            if name == "estimate.json" {
                try Answer.expect(outcome.text, holds: name)
            } else {
                try Golden.expect(outcome.text, equals: name)
            }
        }
    }

    @Test(arguments: ["wildcard", "exclude"])
    func missing(semantics: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex,year,area", "--missing", semantics], in: folder)
        #expect(outcome.status == 0)
        try Golden.expect(outcome.text, equals: "measure-\(semantics).txt")
    }

    @Test func populationData() throws {
        let folder = try Samples.folder()
        try folder.write(Samples.population, to: "all.csv")
        let outcome = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex,area", "--population-data", "all.csv"], in: folder)
        #expect(outcome.status == 0)
        try Golden.expect(outcome.text, equals: "measure-population.txt")
    }

    @Test(arguments: [
        "measure", "combinations", "suda", "estimate", "link", "groups", "explain", "check", "generate", "families",
        "recode", "brief", "simulate", "across", "differences", "histories",
    ])
    func help(command: String) throws {
        let folder = try WorkFolder()
        let outcome = try Tool.run(["help", command], in: folder)
        #expect(outcome.status == 0)
        try Golden.expect(outcome.text, equals: "help-\(command).txt")
    }

    /// CSV has one grammar: a row for each thing found under the keys of its figures, or the figures of one thing by name.
    @Test func tablesOfRowsAndOfFigures() throws {
        let headers = try FileManager.default.contentsOfDirectory(atPath: Golden.folder.path).sorted()
            .filter { $0.hasSuffix(".csv") }.map { name in
                let text = String(decoding: try Data(contentsOf: Golden.folder.appending(path: name)), as: UTF8.self)
                return (name: name, keys: String(text.prefix { $0 != "\r\n" }))
            }
        let ofFigures = headers.filter { $0.keys == "measure,value,reason" }.map(\.name)
        #expect(
            ofFigures == [
                "differences-tables.csv", "explain.csv", "link.csv", "measure.csv", "risk.csv", "spark-measure.csv",
                "suda.csv",
            ])
        #expect(headers.count - ofFigures.count > 9)
        for (name, keys) in headers where !ofFigures.contains(name) {
            #expect(!keys.contains("reason,") && keys.split(separator: ",").count > 4, "\(name)")
        }
    }
}
