import Foundation
import Singleout
import Testing

/// The share of the records that are unique for someone who knows these fields.
func uniqueness(ofFile path: String, on fields: [String]) throws -> Double? {
    var reading = DelimitedReading()
    reading.columns = fields
    let table = try reading.table(fromFileAt: path)
    return try SizeHistogram(counting: table.columns).uniqueness
}

/// Whether at least five records agree on every sex and year group in a file.
func isReleasable(_ path: String) throws -> Bool {
    var request = SelectionRequest()
    request.data = .file(path)
    request.quasiIdentifiers = ["sex", "year_group"]
    request.minK = 5
    return try Selection(request).check().isMet
}

/// The functions that notebooks-text/libraries.md shows give these answers, and are shown letter by letter.
struct LibraryExampleTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func answers() throws {
        let folder = try TemporaryFolder()
        let rows = String(repeating: "F,3\n", count: 5) + String(repeating: "M,3\n", count: 5)
        let safe = try folder.file("safe.csv", "sex,year_group\n" + rows)
        let risky = try folder.file("risky.csv", "sex,year_group\n" + rows + "M,4\n")
        #expect(try uniqueness(ofFile: safe, on: ["sex", "year_group"]) == 0)
        #expect(try uniqueness(ofFile: risky, on: ["sex", "year_group"]) == 1.0 / 11)
        #expect(try uniqueness(ofFile: risky, on: ["sex"]) == 0)
        #expect(try isReleasable(safe))
        #expect(try !isReleasable(risky))
    }

    @Test func thePageShowsThem() throws {
        let page = try String(
            contentsOf: Self.root.appendingPathComponent("notebooks-text/libraries.md"), encoding: .utf8)
        let shown = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }.filter { $0.contains("func ") }
        #expect(shown.count == 2)
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        for block in shown { #expect(source.contains(block.replacing("import Singleout\n\n", with: "")), "\(block)") }
    }
}
