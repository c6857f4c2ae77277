import Foundation
import Singleout
import Testing

struct CombinationFindingsTests {
    private static func combinations(
        _ csv: String, _ fields: String, top: Int? = nil, change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> CombinationFindings {
        let folder = try TemporaryFolder()
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = fields.split(separator: ",").map(String.init)
        change(&arguments)
        return try Selection(arguments).combinations(top: top)
    }

    private static func json(_ findings: some Findings) throws -> [String: Any] {
        let text = try Samples.text { try JSONRenderer().render(findings.json, into: &$0) }
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    private static func rows(_ findings: CombinationFindings, _ key: String) throws -> [[String: Any]] {
        try #require(json(findings)[key] as? [[String: Any]])
    }

    @Test func listsEveryCombinationInTheUsersOrder() throws {
        let found = try Self.combinations(Samples.fiveRows, "state,age,sex")
        let json = try Self.json(found)
        #expect(json["schema"] as? String == "singleout.combinations/1")
        #expect(json["records"] as? Int == 5)
        #expect(json["missing"] as? String == "category")
        #expect(json["fields"] as? [String] == ["state", "age", "sex"])
        let rows = try Self.rows(found, "combinations")
        #expect(
            rows.map { $0["fields"] as? [String] } == [
                ["state"], ["age"], ["sex"], ["state", "age"], ["state", "sex"], ["age", "sex"],
                ["state", "age", "sex"],
            ])
        #expect(rows.map { $0["distinction"] as? Double } == [0.6, 0.6, 0.4, 1, 0.8, 1, 1])
        #expect(rows.map { $0["separation"] as? Double } == [0.7, 0.8, 0.6, 1, 0.9, 1, 1])
        #expect(rows.map { $0["classes"] as? Int } == [3, 3, 2, 5, 4, 5, 5])
        #expect(rows.map { $0["k"] as? Int } == [1, 1, 2, 1, 1, 1, 1])
        #expect(rows.map { $0["uniques"] as? Int } == [2, 1, 0, 5, 3, 5, 5])
        #expect(rows.map { $0["uniqueness"] as? Double } == [0.4, 0.2, 0, 1, 0.6, 1, 1])
        #expect(rows.map { $0["meanRisk"] as? Double } == [0.6, 0.6, 0.4, 1, 0.8, 1, 1])
        #expect(
            rows[0]["recordsBelow"] as? [String: Int] == ["2": 2, "3": 2, "5": 5, "10": 5, "20": 5])
        #expect(
            Set(rows[0].keys) == [
                "fields", "classes", "k", "uniques", "uniqueness", "meanRisk", "recordsBelow", "distinction",
                "separation",
            ])
    }

    @Test func sharesTheBlame() throws {
        let rows = try Self.rows(Self.combinations(Samples.fiveRows, "age,sex,state"), "contributions")
        #expect(rows.map { $0["field"] as? String } == ["age", "sex", "state"])
        #expect(rows.map { $0["alone"] as? Double } == [0.2, 0, 0.4])
        #expect(rows.map { $0["leaveOneOut"] as? Double } == [0.4, 0, 0])
        // By hand: age (0.2*2 + 1 + 0.6 + 0.4*2)/6, sex (0 + 0.8 + 0.2)/6, state (0.4*2 + 0.8 + 0.6)/6.
        for (row, expected) in zip(rows, [2.8 / 6, 1.0 / 6, 2.2 / 6]) {
            #expect(abs((row["shapley"] as? Double ?? 0) - expected) < 1e-12)
        }
    }

    @Test(arguments: [
        (0.5, [["age", "sex"], ["age", "state"], ["sex", "state"]]), (0.2, [["age"], ["state"]]),
        (0.7, [["age", "sex"], ["age", "state"]]),
    ])
    func findsTheSmallestIdentifying(share: Double, expected: [[String]]) throws {
        let found = try Self.combinations(Samples.fiveRows, "age,sex,state") { $0.identifying = share }
        #expect(try Self.rows(found, "minimalIdentifying").map { $0["fields"] as? [String] } == expected)
    }

    @Test func ranksByUniquenessThenFewerFields() throws {
        let found = try Self.combinations(Samples.fiveRows, "age,sex,state", top: 5)
        let expected = [["age", "sex"], ["age", "state"], ["age", "sex", "state"], ["sex", "state"], ["state"]]
        #expect(try Self.rows(found, "combinations").map { $0["fields"] as? [String] } == expected)
        let csv = try Samples.text { try CSVRenderer().render(found.tabulation, into: &$0) }
        #expect(
            csv.components(separatedBy: "\r\n").map { $0.prefix { $0 != "," } } == [
                "fields", "age+sex", "age+state", "age+sex+state", "sex+state", "state", "",
            ])
        let text = try Samples.text { try MarkdownRenderer().render(found.report, into: &$0) }
        #expect(text.contains("## The 5 combinations with the highest uniqueness, of 7\n"))
        #expect(text.contains("| sex + state | 3 | 60.0 % | 1 | 5 | 4 | 80.0 % | 90.0 % |\n"))
    }

    @Test func writesAllCombinationsAsCSV() throws {
        let found = try Self.combinations("a,b\n1,x\n1,y\n2,y\n", "a,b")
        let csv = try Samples.text { try CSVRenderer().render(found.tabulation, into: &$0) }
        let lines = [
            "fields,size,records,classes,k,uniques,uniqueness,meanRisk,recordsBelow2,recordsBelow3,recordsBelow5,"
                + "recordsBelow10,recordsBelow20,distinction,separation",
            "a,1,3,2,1,1,0.3333333333333333,0.6666666666666666,1,3,3,3,3,0.6666666666666666,0.6666666666666666",
            "b,1,3,2,1,1,0.3333333333333333,0.6666666666666666,1,3,3,3,3,0.6666666666666666,0.6666666666666666",
            "a+b,2,3,3,1,3,1.0,1.0,3,3,3,3,3,1.0,1.0", "",
        ]
        #expect(csv == lines.joined(separator: "\r\n"))
    }

    @Test func saysWhatALargestSizeLeavesOpen() throws {
        let found = try Self.combinations(Samples.fiveRows, "age,sex,state") { $0.maximumSize = 1 }
        let json = try Self.json(found)
        #expect(json["maximumSize"] as? Int == 1)
        #expect(try Self.rows(found, "combinations").count == 3)
        let row = try #require(Self.rows(found, "contributions").first)
        #expect(row["shapley"] is NSNull)
        #expect((row["shapleyReason"] as? String)?.isEmpty == false)
        #expect(row["leaveOneOut"] is NSNull)
        let text = try Samples.text { try TerminalRenderer().render(found.report, into: &$0) }
        #expect(text.contains("None of the 3 combinations singles out 50 % of the records."))
    }

    @Test func countsWhatIsLeftOutOfEachCombination() throws {
        let found = try Self.combinations("a,b\n1,x\n1,\n\"\",\n", "a,b") { $0.missing = .exclude }
        let rows = try Self.rows(found, "combinations")
        #expect(rows.map { $0["excluded"] as? Int } == [1, 2, 2])
        #expect(rows.map { $0["uniques"] as? Int } == [0, 1, 1])
        #expect(rows[1]["separation"] is NSNull)
        #expect(rows[1]["separationReason"] as? String != nil)
        #expect(try Self.json(found)["missing"] as? String == "exclude")
    }

    @Test func refusesAnEmptyTop() throws {
        #expect(throws: PlanError.outOfRange(option: "--top", expected: "a whole number from 1 to 1,000,000,000")) {
            try Self.combinations(Samples.fiveRows, "age", top: 0)
        }
    }
}
