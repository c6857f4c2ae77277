import Foundation

/// All that runs of the tool leave to read: standard output, standard error, files and temporary files.
struct Traces {
    private(set) var texts: [(place: String, text: String)] = []

    /// Adds what a run printed.
    mutating func add(_ outcome: Tool.Outcome) {
        texts.append(("standard output", outcome.text))
        texts.append(("standard error", outcome.errors))
    }

    /// Adds all files below a folder, hidden ones too, except those that are named, and the parts of workbooks.
    mutating func add(_ folder: WorkFolder, except known: Set<String> = []) throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) where !known.contains(name) {
            var isFolder: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(atPath: folder.path(name), isDirectory: &isFolder)
            // A run that still works may have taken it away.
            if !exists || isFolder.boolValue { continue }
            texts.append((name, try folder.read(name)))
            if name.hasSuffix(".xlsx") { texts.append((name, try Self.parts(ofWorkbookAt: folder.path(name)))) }
        }
    }

    /// Every marked value and where it stands, other than those that may be seen.
    func marks(except allowed: [String] = []) -> [String] {
        texts.flatMap { place, text in
            Set(MarkedFiles.found(in: text)).subtracting(allowed).sorted().map { "\(place): \($0)" }
        }
    }

    private static func parts(ofWorkbookAt path: String) throws -> String {
        guard let python = Programs.path(of: "python3") else { throw CocoaError(.fileReadNoSuchFile) }
        let script = """
            import sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            for name in book.namelist(): sys.stdout.buffer.write(name.encode() + book.read(name))
            """
        return String(decoding: try Programs.run(python, ["-c", script, path]), as: UTF8.self)
    }
}
