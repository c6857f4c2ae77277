import Foundation
import Testing

/// What the notebooks and the README print is what the tool prints.
///
/// The commands run in a folder of their own that has the data sets. With SINGLEOUT_WRITE_GOLDEN=1 in the environment the printed
/// lines are written anew, but for steps that leave lines out, and the tests fail to say so.
struct NotebookTests {
    @Test(arguments: Notebook.all)
    func prints(notebook: Notebook) throws {
        let steps = try notebook.steps()
        if steps.isEmpty { return }
        let folder = try WorkFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url("datasets"), withDestinationURL: Notebook.root.appendingPathComponent("datasets"))
        try FileManager.default.createSymbolicLink(
            at: folder.url("notebooks-text"), withDestinationURL: Notebook.root.appendingPathComponent("notebooks-text")
        )
        try FileManager.default.createDirectory(at: folder.url(".build"), withIntermediateDirectories: true)
        let isWriting = ProcessInfo.processInfo.environment["SINGLEOUT_WRITE_GOLDEN"] == "1"
        var lines = try notebook.text().components(separatedBy: "\n")
        var shift = 0
        for step in steps {
            var printed = try Tool.shell(step.command, in: folder).replacingOccurrences(of: "\r\n", with: "\n")
                .components(separatedBy: "\n")
            if printed.last == "" { printed.removeLast() }
            if Notebook.matches(printed[...], step.expected[...]) { continue }
            if isWriting, !step.expected.contains("...") {
                lines.replaceSubrange(step.lines.lowerBound + shift..<step.lines.upperBound + shift, with: printed)
                shift += printed.count - step.lines.count
            } else {
                Issue.record(
                    """
                    \(notebook.name), line \(step.lines.lowerBound): \(step.command)
                    printed
                    \(printed.joined(separator: "\n"))
                    """)
            }
        }
        let text = lines.joined(separator: "\n")
        if isWriting, text != (try notebook.text()) {
            try Data(text.utf8).write(to: notebook.url)
            Issue.record("\(notebook.name) is written anew; read the difference, and test again")
        }
    }

    @Test func threeDotsStandForAnyLines() {
        let printed = ["a", "b", "c"][...]
        #expect(Notebook.matches(printed, ["a", "b", "c"]))
        #expect(Notebook.matches(printed, ["a", "..."]))
        #expect(Notebook.matches(printed, ["...", "c"]))
        #expect(Notebook.matches(printed, ["a", "...", "b", "c"]))
        #expect(!Notebook.matches(printed, ["a", "b"]))
        #expect(!Notebook.matches(printed, ["a", "...", "b"]))
        #expect(!Notebook.matches(printed, []))
    }
}
