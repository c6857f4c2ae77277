import Foundation
import Testing

/// The notebook shows the tests that run beside it, letter by letter.
struct HarnessNotebookTests {
    @Test(arguments: [("HarnessExampleTests.swift", "@Test"), ("HarnessExampleXCTests.swift", "XCTestCase")])
    func showsTheseTests(file: String, mark: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let shown = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        let root = folder.deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appendingPathComponent("notebooks-text/test-harness.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```swift\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        let tests = blocks.filter { $0.contains(mark) }
        #expect(tests.count == 1)
        for block in tests { #expect(shown.contains(block)) }
    }
}
