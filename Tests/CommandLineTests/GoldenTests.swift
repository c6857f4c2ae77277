import Foundation
import Testing

/// Whole outputs of every command in every format.
struct GoldenTests {
    private static let formats = ["table": "txt", "json": "json", "csv": "csv", "markdown": "md", "latex": "tex"]

    @Test(arguments: formats.keys.sorted())
    func measure(format: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["measure", "pupils.csv", "-q", "sex,year,area", "--format", format], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "measure." + (Self.formats[format] ?? ""))
    }

    /// Every figure of `measure` that is asked for by an option.
    @Test(arguments: formats.keys.sorted())
    func risk(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        let outcome = try Tool.run(
            [
                "measure", "survey.csv", "-q", "residence,gender,education,labour", "--sensitive", "health",
                "--weight",
                "weight", "--household", "family", "--household-threshold", "0.04", "--max-rate", "0.0155",
                "--population", "1580", "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "risk." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted())
    func suda(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        let outcome = try Tool.run(
            [
                "suda", "survey.csv", "-q", "residence,gender,education,labour", "--sampling-fraction", "0.01",
                "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "suda." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted())
    func combinations(format: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["combinations", "pupils.csv", "-q", "sex,year,area", "--format", format, "--identifying", "0.3"],
            in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "combinations." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted() + ["junit"])
    func check(format: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            [
                "check", "pupils.csv", "-q", "sex,year,area", "--min-k", "2", "--max-uniqueness", "0.5", "--max-risk",
                "0.09",
                "--format", format,
            ], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "check." + (Self.formats[format] ?? "xml"))
    }

    @Test(arguments: formats.keys.sorted())
    func link(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.linkedRegister, to: "all.csv")
        try folder.write(Samples.linkedQueries, to: "asked.csv")
        let outcome = try Tool.run(
            [
                "link", "asked.csv", "all.csv", "--compare", "forename:name,surname:name,dob:date", "--truth-field",
                "person=id", "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "link." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted())
    func groups(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.groups, to: "groups.csv")
        let outcome = try Tool.run(
            [
                "groups", "groups.csv", "-q", "x", "--by", "g,h", "--adjust", "w", "--min-group", "3", "--format",
                format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "groups." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted())
    func explain(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.survey, to: "survey.csv")
        let outcome = try Tool.run(
            [
                "explain", "survey.csv", "-q", "residence,gender,education,labour", "--record", "8", "--sensitive",
                "health", "--weight", "weight", "--household", "family", "--i-may-see-records", "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "explain." + (Self.formats[format] ?? ""))
    }

    /// Everything that `families` can say.
    @Test(arguments: formats.keys.sorted())
    func families(format: String) throws {
        let outcome = try Tool.run(FamiliesTests.all + ["--format", format], in: FamiliesTests.folder())
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "families." + (Self.formats[format] ?? ""))
    }

    @Test(arguments: formats.keys.sorted())
    func recode(format: String) throws {
        let folder = try WorkFolder()
        try folder.write(Samples.births, to: "births.csv")
        let outcome = try Tool.run(
            [
                "recode", "births.csv", "-q", "born,sex,area", "--target", "k=2,suppress=0.25", "--write", "coarse.csv",
                "--leave-out", "id", "--format", format,
            ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(outcome.text, equals: "recode." + (Self.formats[format] ?? ""))
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
