import Foundation
import Testing

/// The pages about the commands say what the commands say of themselves.
///
/// `make golden FILTER=CommandPageTests` writes them anew: with SINGLEOUT_WRITE_GOLDEN=1 in the environment the tests write, and
/// fail to say so.
struct CommandPageTests {
    /// Made once for all tests.
    private static let pages = Result { try CommandPages.all() }

    @Test func pagesAreThoseOfTheHelp() throws {
        let isWriting = Golden.isWriting
        for (folder, pages) in try Self.pages.get() {
            if isWriting { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
            let existing = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
            for name in existing.union(pages.keys).sorted() {
                let file = folder.appendingPathComponent(name)
                let written = existing.contains(name) ? try String(contentsOf: file, encoding: .utf8) : nil
                if written == pages[name] { continue }
                if isWriting {
                    if let page = pages[name] {
                        try Data(page.utf8).write(to: file)
                    } else {
                        try FileManager.default.removeItem(at: file)
                    }
                }
                Issue.record("\(name) is not what the help says; `make golden FILTER=CommandPageTests` writes it anew")
            }
        }
    }

    /// Every word of the help stands in both pages, whatever the way from one to the other.
    @Test(arguments: try CommandDescription.ofTool().commands.map(\.commandName))
    func pagesAreComplete(command: String) throws {
        let help = try Tool.run(["help", command], in: WorkFolder()).text
        let pages = try Self.pages.get()
        let article = try #require(pages[CommandPages.web]?["\(command).md"]).replacing(/[\\`]/, with: "")
        var manual = try #require(pages[CommandPages.manual]?["singleout-\(command).1"]).replacing(/\\f[BIR]/, with: "")
        for (escaped, plain) in [("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ha", "^")] {
            manual.replace(escaped, with: plain)
        }
        let headings: Set = ["", "OVERVIEW", "USAGE", "Examples", "Exit", "status"]
        let words = Set(
            help.replacing(/(?m)^[A-Z ]+:$/, with: "").split { " \n;:()`".contains($0) }.map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "."))
            }
        ).subtracting(headings)
        for page in [article, manual] {
            let lost = words.filter { !page.contains($0) }
            #expect(lost.isEmpty, "\(page.prefix(40))")
        }
    }

    /// `man` has nothing to complain about.
    @Test(.enabled(if: Programs.path(of: "groff") != nil, "groff is not installed"))
    func manualPagesAreRightTroff() throws {
        let groff = try #require(Programs.path(of: "groff"))
        for (name, page) in try #require(try Self.pages.get()[CommandPages.manual]) {
            let folder = try WorkFolder()
            try folder.write(page, to: name)
            _ = try Programs.run(groff, ["-man", "-ww", "-z", folder.path(name)]) { errors in
                #expect(errors.isEmpty, "\(name): \(errors)")
            }
        }
    }
}
