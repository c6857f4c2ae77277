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
        let isWriting = Golden.isWriting
        var lines = try notebook.text().components(separatedBy: "\n")
        var shift = 0
        for (number, step) in steps.enumerated() {
            var printed = try Tool.shell(step.command, in: folder).replacingOccurrences(of: "\r\n", with: "\n")
                .components(separatedBy: "\n")
            if printed.last == "" { printed.removeLast() }
            try answer(of: step, "\(notebook.url.deletingPathExtension().lastPathComponent)-\(number + 1)", in: folder)
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

    /// Holds the JSON of a step that analyses data against the one that is kept under a name.
    private func answer(of step: Notebook.Step, _ name: String, in folder: WorkFolder) throws {
        guard let command = step.analysis else { return }
        let isBrief = command.hasPrefix("singleout brief ")
        let printed = try Tool.shell(command + (isBrief ? "" : " --format json 2>/dev/null"), in: folder)
        let text = isBrief ? try? folder.read(try #require(step.output) + "/findings.json") : printed
        // An error that a notebook shows has no answer.
        guard let text, text.hasPrefix("{") else { return }
        try Answer.expect(text, holds: "notebooks/\(name).json")
    }

    @Test func answersAreComparedByValue() throws {
        func differences(_ expected: String, _ found: String) throws -> [String] {
            try Answer(expected).differences(in: try Answer(found))
        }
        let expected = #"{"a": {"k": 1, "share": 0.25, "isMet": true}, "list": [1, null, "x"]}"#
        #expect(try differences(expected, expected) == [])
        #expect(
            try differences(
                expected, #"{"list": [1, null, "x"], "b": 2, "a": {"k": 1.0, "share": 0.25000000001, "isMet": true}}"#)
                == [])
        #expect(
            try differences(expected, #"{"a": {"key": 1, "share": 0.26, "isMet": 1}, "list": [1, 0, 5]}"#)
                == ["a/isMet", "a/k", "a/share", "list/1", "list/2"])
        #expect(try differences(expected, #"{"a": {"k": 2, "share": 0, "isMet": false}, "list": [1]}"#).count == 4)
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
