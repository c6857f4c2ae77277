import Foundation
import Testing

/// The pages about the project: short where a newcomer starts, all within reach, and true of commands and targets.
struct PaperTests {
    /// A page, by its path below the root of the repository.
    private struct Paper {
        let name: String

        var url: URL { Notebook.root.appendingPathComponent(name) }

        func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

        /// The text without its blocks of code.
        func prose() throws -> String {
            try text().components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
                .joined(separator: "\n")
        }

        /// What links may name after a number sign: headings in lower case, without marks, spaces as dashes.
        func anchors() throws -> Set<String> {
            let headings = try prose().split(separator: "\n").filter { $0.hasPrefix("#") }
            return Set(
                headings.map { heading in
                    heading.drop { $0 == "#" || $0 == " " }.lowercased().filter {
                        $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
                    }
                    .replacing(" ", with: "-")
                })
        }
    }

    private static let folders = ["", ".github", "datasets", "notebooks-text"]

    private static func papers() throws -> [Paper] {
        try folders.flatMap { folder in
            let all = try FileManager.default.contentsOfDirectory(
                atPath: Notebook.root.appendingPathComponent(folder).path)
            return all.filter { $0.hasSuffix(".md") }.sorted().map {
                Paper(name: folder.isEmpty ? $0 : folder + "/" + $0)
            }
        }
    }

    @Test func theReadmeIsShort() throws {
        let words = try Paper(name: "README.md").text().split(whereSeparator: \.isWhitespace)
        #expect(words.count <= 1_500)
    }

    @Test func theReadmeListsEveryPage() throws {
        let readme = try Paper(name: "README.md").text()
        let pages = try Self.papers().filter { !$0.name.hasPrefix("README") && $0.name.contains(".md") }
        #expect(pages.count > 15)
        for page in pages where !page.name.hasPrefix(".github/PULL_REQUEST") {
            #expect(readme.contains("](\(page.name))"), "README.md does not link to \(page.name)")
        }
    }

    @Test func theReadmeAsksAQuestionOfEveryCommand() throws {
        let readme = try Paper(name: "README.md").text()
        for command in try CommandDescription.ofTool().commands.map(\.commandName) where command != "help" {
            #expect(readme.contains("? | `singleout \(command) "), "\(command)")
        }
    }

    @Test func everyLinkLeadsSomewhere() throws {
        var count = 0
        for paper in try Self.papers() {
            for link in try paper.prose().matches(of: /\]\(([^)\s]*)\)/) {
                let parts = link.output.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let path = String(parts.first ?? "")
                if path.contains(":") { continue }
                count += 1
                let url =
                    path.isEmpty
                    ? paper.url : paper.url.deletingLastPathComponent().appendingPathComponent(path).standardized
                #expect(FileManager.default.fileExists(atPath: url.path), "\(paper.name): \(link.output.1)")
                guard parts.count > 1, url.pathExtension == "md" else { continue }
                let target = Paper(name: String(url.path.dropFirst(Notebook.root.standardized.path.count + 1)))
                #expect(try target.anchors().contains(String(parts[1])), "\(paper.name): \(link.output.1)")
            }
        }
        #expect(count > 40)
    }

    /// A target that a page or test names is one of the Makefile, and a kind that it names is one of those that the help lists.
    @Test func everyTargetExists() throws {
        let makefile = try String(contentsOf: Notebook.root.appendingPathComponent("Makefile"), encoding: .utf8)
        let targets = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.output.1) })
        let kinds = Dictionary(
            uniqueKeysWithValues: makefile.matches(of: /(?m)^[a-z-]+:.*## .*(ONLY|KIND)="([a-z ]+)"/).map {
                (String($0.output.1), Set($0.output.2.split(separator: " ").map(String.init)))
            })
        #expect(kinds.keys.sorted() == ["KIND", "ONLY"])
        for (variable, prefix) in [("KIND", "benchmark-"), ("ONLY", "long-")] {
            let steps = targets.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            #expect(kinds[variable] == Set(steps), "the help of \(variable)")
        }

        var texts = try Self.papers().filter { $0.name != "CHANGELOG.md" }.map { ($0.name, try $0.text()) }
        let files = try #require(FileManager.default.enumerator(atPath: Notebook.root.path + "/Tests"))
        for case let name as String in files where name.hasSuffix(".swift") {
            let url = Notebook.root.appendingPathComponent("Tests/" + name)
            texts.append((name, try String(contentsOf: url, encoding: .utf8)))
        }
        var count = 0
        for (name, text) in texts {
            for found in text.matches(of: /(?m)(?:[`']|^ {4})make ([a-z][a-z-]*)((?: [A-Z]+=\S+)*)/) {
                count += 1
                #expect(targets.contains(String(found.output.1)), "\(name): make \(found.output.1)")
                for choice in found.output.2.matches(of: /(ONLY|KIND)=([a-z]+)/) {
                    let isKind = kinds[String(choice.output.1)]?.contains(String(choice.output.2)) == true
                    #expect(isKind, "\(name): \(choice.output.0)")
                }
            }
        }
        #expect(count > 20)
    }

    /// What continuous integration runs is what a contributor can run.
    @Test func theWorkflowRunsTheScript() throws {
        let workflow = try String(
            contentsOf: Notebook.root.appendingPathComponent(".github/workflows/ci.yml"), encoding: .utf8)
        #expect(workflow.contains("run: .ci/run\n"))
        let actions = workflow.matches(of: /uses: (\S+)/).map(\.output.1)
        #expect(!actions.isEmpty)
        for action in actions { #expect(action.wholeMatch(of: /[\w-]+\/[\w-]+@[0-9a-f]{40}/) != nil, "\(action)") }
    }
}
