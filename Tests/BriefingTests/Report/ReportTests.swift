import Foundation
import Testing

@testable import Briefing

struct ReportTests {
    private static let report = SampleReport.report

    @Test func statementsTakeTheirNumbersFromCells() {
        let statement: Statement =
            """
            \(SampleReport.at(2, "uniques")) of \(SampleReport.at(2, "records")), \
            \(SampleReport.at(2, "uniqueness"), .rough), not \(SampleReport.at(1, "uniques"))
            """
        #expect(Self.report.text(statement) == "235 of 1,000, more than 2 in 10, not too few to publish")
        #expect(statement.references.map(\.path).last == "combinations/1/uniques")
    }

    @Test func markdownAndLaTeX() throws {
        let text = try Samples.text { try MarkdownRenderer().render(Self.report, into: &$0) }
        #expect(text.contains("| Fields | k | Alone | Uniqueness | Below 5 | Below 10 | Points |\n"))
        #expect(text.contains(#"| sex | \[c\] | \[c\] | \[c\] | 15 | 40 | \[x\] |"#))
        #expect(text.contains("2 of 3 rows are shown; tables/combinations.csv has all of them."))
        #expect(text.contains("](figures/matrix.svg)"))
        #expect(text.contains("Symbols: \\[c\\] confidential"))
        var latex = LaTeXRenderer()
        latex.isStandalone = true
        let source = try Samples.text { try latex.render(Self.report, into: &$0) }
        #expect(source.hasPrefix("\\documentclass[a4paper]{article}\n"))
        #expect(source.hasSuffix("\n\\end{document}\n"))
    }

    @Test func findingsHoldEveryNumberOnce() throws {
        let text = try Samples.text {
            try JSONRenderer().render(Report.findings.json(Self.report), into: &$0)
        }
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let tables = object?["tables"] as? [String: [String: Any]]
        let rows = tables?["combinations"]?["rows"] as? [[String: Any]]
        #expect(rows?[2]["uniqueness"] as? Double == 0.235)
        #expect(rows?[1]["uniques"] is NSNull)
        #expect((rows?[1]["uniquesReason"] as? String)?.hasPrefix("[c] confidential") == true)
        let figures = object?["figures"] as? [[String: Any]]
        let matrix = figures?.first { $0["name"] as? String == "matrix" }
        #expect(matrix?["numbers"] as? [String] == ["combinations/2/uniqueness", "combinations/1/uniqueness"])
    }

    @Test func tidyData() throws {
        let renderer = TidyDataRenderer(.init(timePeriod: "2016"))
        let data = try Samples.text { try renderer.renderData(SampleReport.combinations, into: &$0) }
        let lines = data.split(separator: "\n")
        #expect(
            lines[0]
                == "time_period,time_identifier,geographic_level,country_code,country_name,fields,records,k,uniques,uniqueness,records_below_5,records_below_10,points"
        )
        #expect(lines[2] == "2016,Calendar year,National,x,Not available,sex,1000,c,c,c,15,40,x")
        #expect(lines[3].hasSuffix(",1000,1,235,23.5,500,1000,12.34"))
        let meta = try Samples.text { try renderer.renderMeta(SampleReport.combinations, into: &$0) }
        #expect(
            meta == """
                col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
                fields,Filter,Fields,,,,,
                records,Indicator,Records,,,0,,
                k,Indicator,k,,,0,,
                uniques,Indicator,Alone,,,0,,
                uniqueness,Indicator,Uniqueness,,%,1,,
                records_below_5,Indicator,Below 5,,,0,,
                records_below_10,Indicator,Below 10,,,0,,
                points,Indicator,Points,,percentage points,1,,

                """)
    }

    @Test(arguments: [
        ("uniques", "uniques"), ("recordsBelow5", "records_below_5"), ("recordsBelow20", "records_below_20"),
        ("leaveOneOut", "leave_one_out"), ("k", "k"),
    ])
    func snakeCase(key: String, expected: String) { #expect(TidyDataRenderer.snakeCase(key) == expected) }

    /// The same report gives the same bytes, which are a zip file's; a part that is cut is noticed.
    @Test func workbook() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let bytes = try WorkbookRenderer(created: 1_448_409_600).render(Self.report, partsIn: folder)
        #expect(bytes.starts(with: Array("PK".utf8)))
        #expect(try WorkbookRenderer(created: 1_448_409_600).render(Self.report, partsIn: folder) == bytes)
        #expect(WorkbookCheck.isWhole(bytes))
        #expect(!WorkbookCheck.isWhole(Array(bytes.dropLast())) && !WorkbookCheck.isWhole([]))
        for place in stride(from: 100, to: bytes.count, by: bytes.count / 7) {
            #expect(!WorkbookCheck.isWhole(Array(bytes[..<place]) + Array(repeating: 0, count: bytes.count - place)))
        }
    }

    @Test(arguments: [
        ("<?xml?><a b=\"c\"><d/>x</a>", true), ("", false), ("<a><b></a></b>", false), ("<a>", false),
        ("<a></a", false),
        ("<a></a></a>", false), ("text", false),
    ])
    func closedElements(text: String, expected: Bool) { #expect(WorkbookCheck.isClosed(Array(text.utf8)) == expected) }

    @Test(arguments: [
        (0, "none"), (1, "all"), (0.98, "nearly all"), (0.9, "about 9 in 10"), (0.94, "more than 9 in 10"),
        (0.5, "about half"), (0.333, "about 1 in 3"), (0.25, "about 1 in 4"), (0.235, "more than 2 in 10"),
        (0.2, "about 2 in 10"), (0.07, "about 1 in 14"), (0.011, "about 1 in 90"), (0.003, "about 1 in 350"),
        (0.000_9, "fewer than 1 in 1,000"), (0.66, "about 2 in 3"), (0.999_9, "nearly all"),
    ])
    func roughShares(share: Double, expected: String) { #expect(NumberText.rough(share) == expected) }

    /// Words are never farther from the share than they say.
    @Test func roughSharesAreNearTheShare() throws {
        for step in 1..<1_000 {
            let share = Double(step) / 1_000
            let text = NumberText.rough(share)
            if let match = text.wholeMatch(of: /(about|more than) ([0-9]+) in ([0-9]+)/) {
                let named = try #require(Double(match.output.2)) / #require(Double(match.output.3))
                let distance = share - named
                #expect(
                    match.output.1 == "about" ? abs(distance) <= 0.021 : distance > 0 && distance < 0.1,
                    "\(share): \(text)")
            }
        }
    }
}
