import Disclosure
import Foundation
import Testing

@testable import Singleout

struct SpecialUniqueFindingsTests {
    private static func find(
        _ csv: String = Samples.tenRows, _ fields: String = Samples.tenRowFields,
        change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> SpecialUniqueFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = fields.split(separator: ",").map(String.init)
        change(&arguments)
        return try Selection(arguments).specialUniques()
    }

    private static func json(_ findings: some Findings) throws -> String {
        try Samples.text { try JSONRenderer().render(findings.json, into: &$0) }
    }

    @Test func scoresTheTenRows() throws {
        let text = try Self.json(Self.find { $0.samplingFraction = 0.01 })
        #expect(
            text.hasPrefix(
                """
                {
                  "schema": "singleout.suda/1",
                  "records": 10,
                  "quasiIdentifiers": ["residence", "gender", "education", "labour"],
                  "missing": "category",
                  "maximumSize": 4,
                  "specialRecords": 4,
                  "minimalSampleUniques": {"1": 4, "2": 5, "3": 0, "4": 0},
                  "minimalSampleUniquesList": [
                    {"size": 1, "count": 4},
                    {"size": 2, "count": 5},
                    {"size": 3, "count": 0},
                    {"size": 4, "count": 0}
                  ],
                  "scoreTotal": 34,
                  "scoreHighest": 12,
                  "contributions": {"residence": 0.23529411764705882,
                """.dropLast(1)))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let dis = try #require(object["dis"] as? [String: Double])
        #expect(dis["samplingFraction"] == 0.01)
        #expect(abs((dis["theta"] ?? 0) - 0.00668896) < 5e-9)
        #expect(abs((dis["highest"] ?? 0) - 0.0113830) < 5e-8)
        #expect(abs((dis["highestIhsn"] ?? 0) - 0.010702061) < 5e-10)
    }

    @Test func saysWhyThereIsNoIntrusion() throws {
        let without = try Self.json(Self.find())
        #expect(without.contains("\"dis\": null,\n  \"disReason\": \"it needs the sampling fraction"))
        let nobody = try Self.json(Self.find("a\nx\nx\nx\n", "a") { $0.samplingFraction = 0.5 })
        #expect(nobody.contains("\"disReason\": \"no record is unique on all fields and none shares them"))
        #expect(nobody.contains("\"contributions\": null,\n  \"contributionsReason\": \"no record is singled out"))
        #expect(nobody.contains("\"scoreTotal\": 0,\n  \"scoreHighest\": 0"))
    }

    /// All four records need both fields, a set that scores 0 in the IHSN variant: not that nobody is singled out.
    @Test func saysWhyThereAreNoContributions() throws {
        let text = try Self.json(Self.find("a,b\nx,u\nx,v\ny,u\ny,v\n", "a,b"))
        #expect(text.contains("the records that are singled out need all fields for it"))
        #expect(!text.contains("no record is singled out"))
    }

    /// Two records of four are alone on both fields, one of them by a set that scores 0 in the IHSN variant.
    @Test func sampleUniquesAreThoseAloneOnAllFields() throws {
        let findings = try Self.find("a,b\nx,u\nx,u\nx,v\ny,u\n", "a,b") { $0.samplingFraction = 0.5 }
        let intrusion = try #require(findings.intrusion)
        #expect(intrusion.sampleUniques == 2)
        // theta = .5 2 / (.5 2 + 2 1 .5) = 1/2; Q = 1.3; both score 1: A = 2, and 1 / (1 + (2/.5 - 2) / 2) = 1/2.
        #expect(abs((findings.shares[.original]?[2] ?? 0) - 0.5) < 1e-12)
        // A score of 0 takes no part in A, but its record is one of U: s = 1 alone, A = 1, 1 / (1 + (2/.5 - 2) / 1) = 1/3.
        #expect(abs(intrusion.shares([0, 0, 0, 1], fields: 2)[3] - 1.0 / 3) < 1e-12)
    }

    /// The sampling fraction of a release's population is that of the file.
    @Test func takesThePopulationOfTheRelease() throws {
        let folder = try TemporaryFolder()
        let data = try folder.file("d.csv", Samples.tenRows)
        func plan(_ size: Int) throws -> Selection {
            let yaml = """
                schema: singleout.release/1
                data: \(data)
                fields: {quasiIdentifiers: [residence, gender], sensitive: [health], weight: weight}
                population: {size: \(size)}
                """
            return try Selection(SelectionRequest(), release: Release(yaml: yaml, named: "r.yml"))
        }
        #expect(try plan(40).specialUniques().samplingFraction == 0.25)
        #expect(throws: PlanError.populationTooSmall(size: 9, records: 10)) { try plan(9).specialUniques() }
    }

    @Test func listsEveryRecord() throws {
        let found = try Self.find { $0.samplingFraction = 0.01 }
        let csv = try Samples.text { try CSVRenderer().render(found.recordTabulation, into: &$0) }
        let lines = csv.components(separatedBy: "\r\n")
        #expect(lines.count == 12)
        #expect(lines[0] == "record,count,score,scoreIhsn,disSuda,disSudaIhsn,minimalSampleUniques")
        #expect(lines[1] == "1,0,0.0,0.0,0.0,0.0,")
        #expect(lines[5].hasPrefix("5,4,12.0,3.25,0.01138300"))
        #expect(lines[5].hasSuffix(",residence; gender+education; gender+labour; education+labour"))
        let without = try Samples.text { try CSVRenderer().render(Self.find().recordTabulation, into: &$0) }
        #expect(without.contains("\r\n5,4,12.0,3.25,,,residence; "))
    }

    @Test func tellsAReader() throws {
        let text = try Samples.text { try TerminalRenderer().render(Self.find().report, into: &$0) }
        for line in [
            "4 of 10 records (40.0 %) are singled out by residence, gender, education and labour or some of",
            "  n/a: it needs the sampling fraction (--sampling-fraction, or population.size of a release)",
            "  education                64.7 %                     65.8 %",
        ] { #expect(text.contains(line)) }
        let nobody = try Samples.text { try TerminalRenderer().render(Self.find("a\nx\nx\n", "a").report, into: &$0) }
        #expect(nobody.contains("No record is singled out by a."))
    }
}
