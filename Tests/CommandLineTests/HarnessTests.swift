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

    /// The tests through the C library run too: by pytest where it is installed, else called one by one.
    @Test(
        .enabled(if: Programs.path(of: "python3") != nil, "python3 is not installed"),
        .disabled(if: Programs.isSanitized, "Python is without the sanitizer that the library needs"))
    func pythonThroughTheLibrary() throws {
        let notebook = Notebook(name: "notebooks-text/test-harness.md")
        let blocks = try notebook.text().components(separatedBy: "```python\n").dropFirst(2)
        let program = try #require(blocks.first?.components(separatedBy: "```\n").first)
        let folder = try WorkFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url("datasets"), withDestinationURL: Notebook.root.appendingPathComponent("datasets"))
        let library = URL(fileURLWithPath: Tool.path).deletingLastPathComponent()
            .appendingPathComponent("libsingleout-c.so").path
        let run = """
            export SINGLEOUT_LIBRARY=\(library)
            if python3 -c 'import pytest' 2> none; then python3 -m pytest -q -p no:cacheprovider test_library.py
            else python3 -c 'import test_library as tests
            for name in dir(tests):
                if name.startswith("test_"): getattr(tests, name)()'
            fi; echo "status $?"
            """
        try folder.write(program, to: "test_library.py")
        let passing = try Tool.shell(run, in: folder)
        #expect(passing.hasSuffix("status 0\n"), "\(passing)")

        // The first of the two tests knows one more field.
        let known = try #require(program.range(of: "[\"sex\", \"year_group\"]"))
        let changed = program.replacingCharacters(in: known, with: "[\"sex\", \"year_group\", \"school\"]")
        try folder.write(changed, to: "test_library.py")
        let failing = try Tool.shell(run, in: folder)
        #expect(failing.contains("AssertionError: The smallest class has 1 where the policy asks for at least 5"))
        #expect(failing.hasSuffix("status 1\n"), "\(failing)")
    }
}
