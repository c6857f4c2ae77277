import Foundation
import Testing

@testable import Microdata

/// What another process tells of a file is taken whole or not at all, whatever that process does.
struct ReaderProcessTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.file("p.sav", [1, 2, 3])
    }

    /// The names of the columns as octal escapes of printf: `a` and `b`.
    private static let names = "N\\004\\000\\000\\000a\\000b\\000"
    /// Takes what is asked for: one column.
    private static let takes = "dd bs=1 count=9 <&1 >/dev/null"

    /// Reads the file by a shell script in place of the tool.
    private func read(_ script: String) throws -> Outcome {
        let program = try folder.file("reader", Array("#!/bin/sh\n\(script)\n".utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        while true {
            let outcome = Outcome { () throws(MicrodataError) in try table(program) }
            // Where another test starts a program at this moment, that one has the script open for a while, too.
            if !outcome.description.contains("Text file busy") { return outcome }
        }
    }

    private func table(_ program: String) throws(MicrodataError) -> Table {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        _ = unsafe fstat(descriptor, &status)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let state = FileState(descriptor, status, source: path)
        let file = try SeparateFile(handle, state) { () throws(MicrodataError) in
            try ReaderProcess(state, format: .spss, program: program)
        }
        let opened = try OpenedFile(file.stream(wanted: ["b"]), of: file)
        return try DelimitedRun(DelimitedReading(), source: path, delimiter: opened.delimiter, progress: nil)
            .table(from: opened)
    }

    @Test func wholeAnswer() throws {
        let script =
            "printf '\(Self.names)'; \(Self.takes); printf 'T\\006\\000\\000\\000b\\n1\\n2\\nE\\000\\000\\000\\000'"
        guard case .table(let table) = try read(script) else {
            Issue.record("it is not read")
            return
        }
        #expect(table.records == 2 && table.columns.map(\.name) == ["b"])
    }

    /// The labels of the second column: `x` has the code 2.
    @Test func labels() throws {
        let rows = "printf '\(Self.names)'; \(Self.takes); printf 'T\\004\\000\\000\\000b\\nx\\n"
        let end = "E\\000\\000\\000\\000'"
        let told = rows + "L\\010\\000\\000\\000\\001\\000\\000\\000x\\0002\\000" + end
        guard case .table(let table) = try read(told) else {
            Issue.record("it is not read")
            return
        }
        #expect(table.columns[0].withoutLabels.dictionary[0] == "2")
        // A column that is not there, half a pair, half a number.
        for nonsense in [
            "L\\010\\000\\000\\000\\007\\000\\000\\000x\\0002\\000",
            "L\\006\\000\\000\\000\\001\\000\\000\\000x\\000", "L\\002\\000\\000\\000\\001\\000",
        ] {
            guard case .error = try read(rows + nonsense + end) else {
                Issue.record("\(nonsense) is read")
                continue
            }
        }
    }

    /// Of the second column 3 values were declared missing under several codes.
    @Test func missingCodes() throws {
        let rows = "printf '\(Self.names)'; \(Self.takes); printf 'T\\004\\000\\000\\000b\\nx\\n"
        let end = "E\\000\\000\\000\\000'"
        let column = "\\001\\000\\000\\000"
        guard
            case .table(let table) = try read(
                rows + "M\\010\\000\\000\\000\(column)\\003\\000\\000\\000" + end)
        else {
            Issue.record("it is not read")
            return
        }
        #expect(table.facts?.notes == [.missingCodesLost(records: 3, fields: ["b"])])
        // A column that is not there, half a number.
        for nonsense in [
            "M\\010\\000\\000\\000\\007\\000\\000\\000\\003\\000\\000\\000", "M\\006\\000\\000\\000\(column)\\003\\000",
        ] {
            guard case .error = try read(rows + nonsense + end) else {
                Issue.record("\(nonsense) is read")
                continue
            }
        }
    }

    /// A reader that dies, leaves half an answer or tells nonsense; its file is damaged.
    @Test(arguments: [
        "exit 0", "exit 2", "kill -9 $$", "kill -4 $$", "printf 'N\\004\\000'", "printf '\(names)'",
        "printf '\(names)'; \(takes)", "printf '\(names)'; \(takes); printf 'T\\006\\000\\000\\000b\\n1\\n2\\n'",
        "printf '\(names)'; \(takes); printf 'T\\006\\000\\000\\000b\\n1'; kill -9 $$",
        "printf '\(names)'; \(takes); printf 'N\\000\\000\\000\\000'", "printf 'T\\001\\000\\000\\000b'",
        "printf 'N\\377\\377\\377\\377'", "printf 'X\\000\\000\\000\\000'", "printf 'F\\003\\000\\000\\000a\\033b'",
    ])
    func halfAnswers(script: String) throws {
        let reason = "the file is damaged; export it again, or convert it to CSV"
        #expect(try read(script) == .error(.unreadable(source: path, reason: reason)), "\(script)")
    }

    @Test func reason() throws {
        let expected = Outcome.error(.unreadable(source: path, reason: "why"))
        #expect(try read("printf 'F\\003\\000\\000\\000why'") == expected)
        #expect(try read("printf '\(Self.names)'; \(Self.takes); printf 'F\\003\\000\\000\\000why'") == expected)
    }

    /// Without a program to start nothing is read.
    @Test func noProgram() {
        do {
            _ = try table("/nowhere/singleout")
            Issue.record("it is read")
        } catch {
            #expect(
                error.description
                    == "\(path): cannot be read: files of this format are read by a process of their own, which "
                    + "cannot be started (No such file or directory); convert the file to CSV.")
        }
    }

    /// A file that is written to while it is read is no answer.
    @Test func changedFile() throws {
        let script =
            "printf '\(Self.names)'; \(Self.takes); echo more >> '\(path)'; "
            + "printf 'T\\004\\000\\000\\000b\\n1\\nE\\000\\000\\000\\000'"
        #expect(try read(script) == .error(.changedWhileRead(source: path)))
    }
}
