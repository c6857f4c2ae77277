import Foundation
import FoundationXML
import Testing

@testable import Briefing

struct SVGRendererTests {
    private static func file(_ name: String) throws -> String {
        let figure = try #require(SampleReport.report.charts.first { $0.name == name })
        return SVGRenderer().file(figure, in: SampleReport.report)
    }

    @Test(arguments: SampleReport.charts.map(\.name))
    func isWellFormedAndSaysWhatItShows(name: String) throws {
        let text = try Self.file(name)
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(text.contains("role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""))
        #expect(text.contains("<title id=\"\(name)-title\">Title of &lt;\(name)&gt;</title>"))
        // Every colour is a literal in an attribute, as few readers of SVG know more.
        #expect(!text.contains("<style") && !text.contains("style=") && !text.contains("var("))
        for match in text.matches(of: /<(rect|line|circle|polyline|polygon|text) [^>]*>/) {
            #expect(
                match.output.0.contains(/(fill|stroke)="#[0-9a-f]{6}"/) || match.output.1 == "text", "\(match.output.0)"
            )
        }
        #expect(text.contains("font-size=\"14\" fill=\"#1b1f24\">"))
        #expect(text.contains("Source: &lt;file&gt;.csv. Numbers: table 1."))
    }

    /// Every coordinate is a plain number within the drawing.
    @Test(arguments: SampleReport.charts.map(\.name))
    func staysWithinTheDrawing(name: String) throws {
        let text = try Self.file(name)
        let box = try #require(text.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
        let (width, height) = try (#require(Double(box.output.1)), #require(Double(box.output.2)))
        for match in text.matches(of: /\ (x|x1|x2|cx|y|y1|y2|cy|width|height)="([^"%]*)"/) {
            let value = try #require(Double(match.output.2), "\(match.output.0)")
            #expect(
                value >= 0 && value <= (match.output.1.contains("y") || match.output.1 == "height" ? height : width))
        }
    }

    /// The longest bar is 0.235 of an axis to 0.25, and its neighbours by their numbers.
    @Test func lengthsAreProportionalToNumbers() throws {
        let text = try Self.file("matrix")
        let bars = text.matches(
            of: /<rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="([0-9.]+)" class="bar" fill="#12436d"\/>/)
        #expect(bars.map { String($0.output.1) } == ["141", "0"])
    }

    /// A line to 0.235 of an axis to 0.25 in a band from 0, and one whose numbers are withheld.
    @Test func bandsFollowTheNumbers() throws {
        let text = try Self.file("bands")
        let line = try #require(text.firstMatch(of: /<polyline points="([^"]*)" class="marked-line"[^>]*\/>/)).output.1
        let heights = line.split(separator: " ").compactMap { Double($0.split(separator: ",")[1]) }
        #expect(heights.count == 2)
        #expect(abs(heights[0] - heights[1] - 250 * 0.235 / 0.25) < 0.11)
        let band = try #require(text.firstMatch(of: /<polygon points="([^"]*)" class="marked shade"[^>]*\/>/)).output.1
        #expect(band.split(separator: " ").count == 4)
        #expect(text.matches(of: /<polyline/).count == 1)
        #expect(text.contains(">wrong</text>") && text.contains(">returned</text>") == false)
    }

    /// Each square is as dark as its number is large, and shows it; a withheld one says so.
    @Test func heatMapShowsItsNumbers() throws {
        let text = try Self.file("heat")
        #expect(text.matches(of: /class="heat3"/).count == 1)
        #expect(text.matches(of: /class="heat1"/).count == 1)
        #expect(text.matches(of: /class="absent"/).count == 1)
        #expect(text.contains(/class="number heat3-text"[^>]*>23.5 %<\/text>/))
        #expect(text.contains(">[c]</text>"))
    }

    @Test func whatIsWithheldIsSaidInTheChart() throws {
        #expect(try Self.file("bars").contains(">[c]</text>"))
    }

    @Test(arguments: [
        (0.235, true, ["0 %", "5 %", "10 %", "15 %", "20 %", "25 %"]),
        (1.0, true, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]),
        (0.004, true, ["0.0 %", "0.1 %", "0.2 %", "0.3 %", "0.4 %"]),
        (9_800, false, ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
        (3, false, ["0", "1", "2", "3"]),
        (0.0, false, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ])
    func scales(largest: Double, isShare: Bool, expected: [String]) {
        let scale = ChartScale(to: largest, isShare: isShare)
        #expect(scale.ticks.map { scale.label($0, isShare: isShare) } == expected)
        #expect(scale.end >= largest)
    }
}
