import Foundation
import Testing

struct CombinationsTests {
    private func combinations(_ arguments: [String]) throws -> [String: Any] {
        let folder = try Samples.folder()
        let outcome = try Tool.run(["combinations", "pupils.csv"] + arguments + ["--format", "json"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()
    }

    @Test func everyCombination() throws {
        let object = try combinations(["-q", "area,sex,year"])
        #expect(object["schema"] as? String == "singleout.combinations/1")
        #expect(object["records"] as? Int == 8)
        #expect(object["fields"] as? [String] == ["area", "sex", "year"])
        #expect(object["missing"] as? String == "category")
        #expect(object["maximumSize"] as? Int == 3)
        let rows = try #require(object["combinations"] as? [[String: Any]])
        let fields = rows.map { $0["fields"] as? [String] ?? [] }
        #expect(
            fields == [
                ["area"], ["sex"], ["year"], ["area", "sex"], ["area", "year"], ["sex", "year"],
                ["area", "sex", "year"],
            ])
        // area: A 4, B 3, missing 1; sex: 4 and 4; area and year are one (A 2010, B 2011, missing 2010).
        #expect(rows.map { $0["classes"] as? Int } == [3, 2, 2, 5, 3, 4, 5])
        #expect(rows.map { $0["uniques"] as? Int } == [1, 0, 0, 3, 1, 1, 3])
        #expect(rows.map { $0["k"] as? Int } == [1, 4, 3, 1, 1, 1, 1])
        let area = rows[0]
        #expect(area["uniqueness"] as? Double == 1.0 / 8)
        #expect(area["meanRisk"] as? Double == 3.0 / 8)
        #expect(area["distinction"] as? Double == 3.0 / 8)
        // 28 pairs, of which 6 + 3 agree on the area.
        #expect(area["separation"] as? Double == 19.0 / 28)
        #expect(area["recordsBelow"] as? [String: Int] == ["2": 1, "3": 1, "5": 8, "10": 8, "20": 8])
    }

    @Test func contributionsAddUp() throws {
        let object = try combinations(["-q", "area,sex,year"])
        let rows = try #require(object["contributions"] as? [[String: Any]])
        #expect(rows.map { $0["field"] as? String } == ["area", "sex", "year"])
        #expect(rows.map { $0["alone"] as? Double } == [1.0 / 8, 0, 0])
        // v(all) = 3/8; without area 1/8, without sex 1/8, without year 3/8.
        #expect(rows.map { $0["leaveOneOut"] as? Double } == [2.0 / 8, 2.0 / 8, 0])
        let shapley = rows.compactMap { $0["shapley"] as? Double }
        #expect(abs(shapley.reduce(0, +) - 3.0 / 8) < 1e-15)
        // area: (2 (1 - 0) + (3 - 0) + (1 - 0) + 2 (3 - 1)) / 6 eighths.
        #expect(abs((shapley.first ?? -1) - 10.0 / 6 / 8) < 1e-15)
    }

    @Test(arguments: [
        ("0.1", [["area"], ["sex", "year"]]), ("0.3", [["area", "sex"]]), ("0.5", [[String]]()),
    ])
    func minimalIdentifying(share: String, expected: [[String]]) throws {
        let object = try combinations(["-q", "area,sex,year", "--identifying", share])
        let rows = try #require(object["minimalIdentifying"] as? [[String: Any]])
        #expect(rows.map { $0["fields"] as? [String] ?? [] } == expected)
        #expect(rows.allSatisfy { $0["uniqueness"] is Double })
    }

    @Test func maximumSize() throws {
        let object = try combinations(["-q", "area,sex,year", "--max-size", "1"])
        #expect((object["combinations"] as? [Any])?.count == 3)
        #expect(object["maximumSize"] as? Int == 1)
        for row in try #require(object["contributions"] as? [[String: Any]]) {
            #expect(row["shapley"] is NSNull)
            #expect((row["shapleyReason"] as? String)?.isEmpty == false)
            #expect(row["leaveOneOut"] is NSNull)
            #expect((row["leaveOneOutReason"] as? String)?.isEmpty == false)
        }
    }

    /// The highest uniqueness first; of equals, fewer fields first: area + sex before all three.
    @Test func top() throws {
        let object = try combinations(["-q", "area,sex,year", "--top", "2"])
        let fields = (object["combinations"] as? [[String: Any]])?.map { $0["fields"] as? [String] ?? [] }
        #expect(Set(fields ?? []) == [["area", "sex"], ["area", "sex", "year"]])
    }

    @Test func excludeCountsForEachCombination() throws {
        let object = try combinations(["-q", "area,sex", "--missing", "exclude"])
        #expect(object["records"] as? Int == 8)
        let rows = try #require(object["combinations"] as? [[String: Any]])
        #expect(rows.map { $0["excluded"] as? Int } == [1, 0, 1])
        #expect(rows.map { $0["uniques"] as? Int } == [0, 0, 2])
        #expect(rows[0]["uniqueness"] as? Double == 0)
        #expect(rows[2]["uniqueness"] as? Double == 2.0 / 7)
    }

    @Test func spreadsheetHasARowForEachCombination() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["combinations", "pupils.csv", "-q", "area,sex,year", "--format", "csv"], in: folder)
        let lines = outcome.text.components(separatedBy: "\r\n")
        #expect(lines.count == 1 + 7 + 1)
        #expect(lines.first?.hasPrefix("fields,") == true)
    }

    @Test func manyCombinations() throws {
        let folder = try WorkFolder()
        let names = try Samples.writeWide(fields: 13, records: 300, to: "wide.csv", in: folder)
        let outcome = try Tool.run(
            ["combinations", "wide.csv", "-q", names.joined(separator: ","), "--format", "json"], in: folder)
        #expect(outcome.status == 0)
        #expect((try outcome.json()["combinations"] as? [Any])?.count == 8_191)
        let table = try Tool.run(["combinations", "wide.csv", "-q", names.joined(separator: ",")], in: folder)
        #expect(table.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
}
