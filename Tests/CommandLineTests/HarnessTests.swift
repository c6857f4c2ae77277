import Foundation
import Testing

/// The Python test that notebooks-text/test-harness.md shows runs as it stands there.
struct HarnessTests {
    @Test(.enabled(if: Programs.path(of: "python3") != nil, "python3 is not installed"))
    func python() throws {
        let notebook = Notebook(name: "notebooks-text/test-harness.md")
        let blocks = try notebook.text().components(separatedBy: "```python\n").dropFirst()
        let program = try #require(blocks.first?.components(separatedBy: "```\n").first)
        let folder = try WorkFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url("datasets"), withDestinationURL: Notebook.root.appendingPathComponent("datasets"))
        try folder.write(program, to: "test_release.py")
        let passing = try Tool.shell("python3 test_release.py; echo \"status $?\"", in: folder)
        #expect(passing.contains("Ran 1 test") && passing.hasSuffix("OK\nstatus 0\n"), "\(passing)")

        try folder.write(
            program.replacingOccurrences(of: "sex,year_group", with: "sex,year_group,school"), to: "test_release.py")
        let failing = try Tool.shell("python3 test_release.py; echo \"status $?\"", in: folder)
        #expect(failing.contains("[minK]"), "\(failing)")
        #expect(failing.contains("FAILED (failures=1)") && failing.hasSuffix("status 1\n"), "\(failing)")
    }
}
