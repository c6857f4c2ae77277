import Foundation
import Testing

/// A Markdown file whose console blocks hold commands, each after `$ `, and what they print.
struct Notebook: Sendable, CustomTestStringConvertible {
    /// One command and the lines that it prints.
    struct Step: Sendable {
        /// The command, for a shell; continued lines end with a backslash.
        let command: String
        /// The lines below it; a line of three dots stands for any lines.
        let expected: [String]
        /// The lines of the file that hold what is printed.
        let lines: Range<Int>

        /// The part of the command that analyses data, without a format and without what is done with the answer; `nil` for other
        /// commands.
        var analysis: String? {
            let pattern = /singleout (?:[a-z]+)(?: |\\\n)[^|;<>&]*/
            guard let found = command.firstMatch(of: pattern), !command.contains("singleout generate") else {
                return nil
            }
            return String(found.output).replacing(/\ --format +[a-z]+/, with: "")
        }

        /// The path that the command writes to, as it names it.
        var output: String? { command.firstMatch(of: /--output +([^ \n]+)/).map { String($0.1) } }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every notebook, and the page that a newcomer reads first.
    static var all: [Notebook] {
        let folder = root.appendingPathComponent("notebooks-text")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return (["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "notebooks-text/" + $0 })
            .map(Notebook.init)
    }

    /// The path below the root of the repository.
    let name: String

    var url: URL { Self.root.appendingPathComponent(name) }

    var testDescription: String { name }

    /// The steps of all console blocks, in order.
    func steps() throws -> [Step] {
        let lines = try text().components(separatedBy: "\n")
        var steps: [Step] = []
        var command: String?
        var start = 0
        func end(at line: Int) {
            if let command {
                steps.append(Step(command: command, expected: Array(lines[start..<line]), lines: start..<line))
            }
            command = nil
        }
        var isInside = false
        var number = 0
        while number < lines.count {
            let line = lines[number]
            if !isInside {
                isInside = line == "```console"
            } else if line == "```" {
                end(at: number)
                isInside = false
            } else if line.hasPrefix("$ ") {
                end(at: number)
                var text = String(line.dropFirst(2))
                while text.hasSuffix("\\"), number + 1 < lines.count {
                    number += 1
                    text += "\n" + lines[number]
                }
                command = text
                start = number + 1
            }
            number += 1
        }
        return steps
    }

    func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// Whether lines are as expected, three dots standing for any lines.
    static func matches(_ printed: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return printed.isEmpty }
        if first == "..." {
            let rest = expected.dropFirst()
            return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], rest) }
        }
        guard let own = printed.first, own == first else { return false }
        return matches(printed.dropFirst(), expected.dropFirst())
    }
}
