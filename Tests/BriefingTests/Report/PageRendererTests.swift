import Foundation
import Testing

@testable import Briefing

/// The page as text: that it is whole, accessible and alone.
struct PageRendererTests {
    static let page = PageRenderer().render(SampleReport.report)

    private static func matches(_ pattern: some RegexComponent<(Substring, Substring)>) -> [String] {
        page.matches(of: pattern).map { String($0.output.1) }
    }

    @Test func everyIdentifierStandsOnce() {
        let identifiers = Self.matches(/\ id="([^"]*)"/)
        #expect(identifiers.count > 20)
        #expect(Set(identifiers).count == identifiers.count)
    }

    /// What is labelled by an element, or links to one, finds it.
    @Test func everyReferenceLeadsSomewhere() {
        let identifiers = Set(Self.matches(/\ id="([^"]*)"/))
        let labels = Self.matches(/aria-labelledby="([^"]*)"/).flatMap { $0.split(separator: " ").map(String.init) }
        #expect(labels.count > 8)
        for label in labels { #expect(identifiers.contains(label), "\(label)") }
        for link in Self.matches(/href="#([^"]*)"/) { #expect(identifiers.contains(link), "\(link)") }
    }

    /// A report without banner, headlines, facts and names is a page too.
    @Test func reportOfPlainTables() {
        let page = PageRenderer().render(Samples.report)
        #expect(page.contains("<section id=\"section-1\">\n<p>With sex known, 2,345 of 10,000 records"))
        #expect(page.contains("<li><a href=\"#section-2\">Figures #1</a></li>"))
        #expect(page.contains("<caption id=\"section-2-1-caption\">A caption.</caption>"))
        #expect(page.contains("<tr><th scope=\"row\">sex + dob</th><td class=\"number\">1,234,567</td>"))
        #expect(page.contains("<p class=\"remark\">n/a: nobody asked</p>"))
        #expect(page.contains("<p class=\"remark\">A note with *stars* and {braces}.</p>"))
        for absent in ["class=\"banner\"", "In short", "How this briefing was made", "data-ref"] {
            #expect(!page.contains(absent), "\(absent)")
        }
    }

    @Test func landmarksLanguageAndHeadings() {
        for piece in ["<html lang=\"en-GB\">", "<main", "<nav aria-label=", "<header>", "class=\"skip\"", "<title>"] {
            #expect(Self.page.contains(piece), "\(piece)")
        }
        let levels = Self.matches(/<h([1-6])/).compactMap(Int.init)
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) {
            #expect(after <= before + 1, "a heading level is left out")
        }
    }

    @Test func tablesHaveCaptionsAndHeaders() {
        let tables = Self.page.split(separator: "<table").dropFirst()
        #expect(tables.count == 4)
        for table in tables {
            #expect(table.contains("<caption id="))
            #expect(table.contains("<th scope=\"col\""))
        }
        #expect(Self.page.contains("<th scope=\"row\">sex</th>"))
    }

    @Test func controlsHaveLabelsAndChangesAreAnnounced() {
        let boxes = Self.page.components(separatedBy: "<input type=\"checkbox\"")
        #expect(boxes.count == 3)
        #expect(Self.page.components(separatedBy: "<label><input type=\"checkbox\"").count == 3)
        #expect(Self.page.contains("<label for=\"coarser-1\">sex</label>"))
        #expect(Self.page.contains("<output for=\"coarser-1\" id=\"coarser-1-name\">as it is</output>"))
        #expect(Self.page.contains("max=\"1\" step=\"1\" value=\"0\" aria-valuetext=\"as it is\">"))
        #expect(Self.page.contains("<legend>Which fields are shared?</legend>"))
        #expect(Self.page.contains("role=\"status\" aria-live=\"polite\""))
        // Whatever scrolls can be reached by keyboard.
        #expect(
            Self.page.components(separatedBy: "class=\"scroll\"").count
                == Self.page.components(separatedBy: "class=\"scroll\" role=\"region\"").count)
        #expect(
            Self.page.components(separatedBy: "class=\"scroll\"").count
                == Self.page.components(separatedBy: "tabindex=\"0\"").count)
    }

    @Test func chartsAreImagesWithTitlesAndDescriptions() {
        let charts = Self.page.components(separatedBy: "<svg ").dropFirst()
        #expect(charts.count == SampleReport.charts.count)
        for chart in charts {
            #expect(chart.contains("role=\"img\""))
            #expect(chart.contains("<title id="))
            #expect(chart.contains("<desc id="))
            #expect(chart.contains("<text "))
        }
    }

    /// No file, no network: the only addresses are names, and a policy forbids the rest.
    @Test func needsNothingBesideIt() {
        let page = Self.page.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
        for piece in ["http:", "https:", "src=", "@import", "url(", "<iframe", "<img", "fetch(", "XMLHttp"] {
            #expect(!page.contains(piece), "\(piece)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    /// Names from the data are text wherever they stand, in the script's figures too.
    @Test func namesAreNeverMarkup() {
        let allowed = ["</script>\n"]
        let pieces = Self.page.components(separatedBy: "</script>").count - 1
        let ends = allowed.reduce(0) { $0 + Self.page.components(separatedBy: $1).count - 1 }
        #expect(pieces == 2 && ends == 2)
        #expect(!Self.page.contains("<b>"))
        #expect(Self.page.contains("&lt;b&gt;"))
        #expect(Self.page.contains(#""\u003c/script\u003e\u003cb\u003e\"Tom's\" \u0026 co","sex""#))
    }

    /// Every number of the page is that of the cell it names.
    @Test func numbersAreThoseOfTheFindings() {
        let numbers = Self.page.matches(of: /<data value="([^"]*)" data-ref="([^"]*)">([^<]*)<\/data>/)
        #expect(numbers.count == 4 + 12 + 12)
        for number in numbers {
            let path = number.output.2.split(separator: "/").map(String.init)
            let cell = SampleReport.report.cell(CellReference(path[0], row: Int(path[1]) ?? -1, path[2]))
            #expect(number.output.1 == cell.exact)
        }
    }

    @Test func explorerFigures() throws {
        let data = try #require(Self.page.firstMatch(of: /id="explorer-data">(.*)<\/script>/)).output.1
        let object = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
        #expect(object?["fields"] as? [String] == [SampleReport.hostile, "sex"])
        #expect(object?["records"] as? Int == 1_000)
        #expect(object?["largest"] as? Int == 2)
        let k = object?["k"] as? [Any]
        #expect(k?[0] is NSNull && k?[1] as? Int == 12 && k?[2] as? String == "c" && k?[3] as? Int == 1)
        let below = object?["below"] as? [[String: Any]]
        #expect(below?.map { $0["size"] as? Int } == [2, 5, 10])
        #expect((below?[0]["records"] as? [Any])?[3] as? Int == 235)
        // Sets that hold the second field, which stand without its place.
        let coarser = try #require((object?["coarser"] as? [[String: Any]])?.first)
        #expect(coarser["field"] as? Int == 1 && coarser["names"] as? [String] == ["as it is", "<half>"])
        let level = try #require((coarser["levels"] as? [[String: Any]])?.first)
        #expect(level["k"] as? [Int] == [500, 2] && level["records"] as? [Int] == [1_000, 1_000])
        #expect(level["below"] as? [[Int]] == [[0, 0], [0, 30], [0, 60]])
    }

    /// Text and marks stand out from what is behind them, in light and dark: 4.5 for text, 3 for the rest (WCAG 2.2,
    /// 1.4.3 and 1.4.11).
    @Test(arguments: [
        ("ink", "paper", 4.5), ("ink", "raised", 4.5), ("muted", "paper", 4.5), ("muted", "raised", 4.5),
        ("link", "paper", 4.5), ("link", "raised", 4.5), ("bar", "paper", 3), ("mark", "paper", 3),
        ("bar", "raised", 3),
        ("mark", "raised", 3), ("edge", "paper", 3), ("edge", "raised", 3), ("ink", "heat1", 4.5),
        ("ink", "heat2", 4.5), ("ink", "heat3", 4.5), ("paper", "heat4", 4.5), ("paper", "heat5", 4.5),
        ("paper", "heat6", 4.5),
    ])
    func contrast(front: String, back: String, least: Double) throws {
        let front = try #require(ChartTheme.colours.first { $0.name == front })
        let back = try #require(ChartTheme.colours.first { $0.name == back })
        for (one, other) in [(front.light, back.light), (front.dark, back.dark)] {
            let (a, b) = (Self.luminance(one), Self.luminance(other))
            let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
            #expect(contrast >= least, "\(one) on \(other): \(contrast)")
        }
    }

    /// Source: WCAG 2.2, relative luminance.
    private static func luminance(_ hex: String) -> Double {
        let value = Int(hex, radix: 16) ?? 0
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
