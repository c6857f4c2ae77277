import Foundation
import FoundationXML
import Testing

@testable import Briefing

struct SVGRendererTests {
    private static func file(_ name: String) throws -> String {
        let figure = try #require(SamplePublication.publication.figures.first { $0.name == name })
        return SVGRenderer().file(figure, in: SamplePublication.publication)
    }

    @Test(arguments: ["bars", "distribution", "ranges", "matrix"])
    func isWellFormedAndSaysWhatItShows(name: String) throws {
        let text = try Self.file(name)
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(text.contains("role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""))
        #expect(text.contains("<title id=\"\(name)-title\">Title of &lt;\(name)&gt;</title>"))
        #expect(text.contains("prefers-color-scheme:dark"))
        #expect(text.contains("Source: &lt;file&gt;.csv. Numbers: table 1."))
    }

    /// Every coordinate is a plain number within the drawing.
    @Test(arguments: ["bars", "distribution", "ranges", "matrix"])
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
        let bars = text.matches(of: /<rect x="[0-9.]+" y="[0-9.]+" width="[0-9.]+" height="([0-9.]+)" class="bar"\/>/)
        #expect(bars.map { String($0.output.1) } == ["141", "0"])
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
