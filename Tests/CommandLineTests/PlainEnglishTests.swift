import Briefing
import Foundation
import Singleout
import Testing

/// What users read is plain English: help, the README, the notebooks, figures, reports and briefings.
struct PlainEnglishTests {
    private static func expectPlain(
        _ passages: [PlainEnglish.Passage], of place: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(!passages.isEmpty, "\(place) has no text", sourceLocation: sourceLocation)
        for passage in passages {
            for fault in PlainEnglish.faults(in: passage.text, isProse: passage.isProse) {
                Issue.record("\(place):\(passage.line) \(fault)", sourceLocation: sourceLocation)
            }
        }
    }

    private static func expectPlain(
        _ texts: [String], of place: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectPlain(
            texts.map { PlainEnglish.Passage(line: 0, text: $0, isProse: true) }, of: place,
            sourceLocation: sourceLocation)
    }

    @Test func help() throws {
        let tool = try CommandDescription.ofTool()
        for command in [tool] + tool.commands {
            let parts = HelpText(command.discussion)
            let texts =
                [command.abstract ?? ""] + parts.description + parts.costs + parts.exits.map(\.meaning)
                + command.arguments.compactMap(\.abstract)
            Self.expectPlain(texts, of: command.commandName)
        }
        // What a release file alone can say is in no command's help.
        Self.expectPlain(Settings.all.map(\.help), of: "settings")
    }

    @Test(arguments: Notebook.all)
    func notebooks(notebook: Notebook) throws {
        Self.expectPlain(PlainEnglish.passages(ofMarkdown: try notebook.text()), of: notebook.name)
    }

    @Test func figures() {
        let figures = AnswerSchema.all.flatMap(\.figures)
        Self.expectPlain(figures.flatMap { [$0.label, $0.definition] }, of: "figures")
    }

    @Test func reports() throws {
        let folder = try #require(FileManager.default.enumerator(atPath: Golden.folder.path))
        let names = folder.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
        #expect(names.contains("brief/briefing.md") && names.contains("measure.md"))
        for name in names {
            let text = try String(contentsOf: Golden.folder.appendingPathComponent(name), encoding: .utf8)
            Self.expectPlain(PlainEnglish.passages(ofMarkdown: text), of: name)
        }
    }

    /// Sentences that no kept report happens to have.
    @Test func texts() throws {
        for place in ["Questions", "Answers", "Figures", "Settings"] {
            let texts = try Self.sources(in: "Singleout/" + place).flatMap {
                PlainEnglish.passages(ofLiterals: $0.text)
            }
            Self.expectPlain(texts, of: place)
        }
    }

    /// Comments and the documentation of what is public.
    @Test func comments() throws {
        for place in ["Singleout", "SingleoutCommand", "Briefing"] {
            for source in try Self.sources(in: place) {
                let comments = PlainEnglish.passages(ofComments: source.text)
                if !comments.isEmpty { Self.expectPlain(comments, of: source.name) }
            }
        }
    }

    /// The Swift files of a folder of sources.
    private static func sources(in place: String) throws -> [(name: String, text: String)] {
        let folder = Notebook.root.appendingPathComponent("Sources/" + place)
        let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".swift") }.sorted()
        #expect(!names.isEmpty, "\(place) has no sources")
        return try names.map {
            ("\(place)/\($0)", try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    @Test(arguments: [
        "There is no column.", "Only so many combinations.", "Fields of which one is known.",
        "It lies beside the file.",
        "Whoever knows it.", "He who knows it.", "As was told before.", "The name stands for a field.",
        "The one is known, and the other is not.", "It is written as it is.", "Nobody else has it.",
        "Who knows it finds it.",
        "It is\nno\nmore.", String(repeating: "word ", count: 31),
    ])
    func refuses(text: String) { #expect(PlainEnglish.faults(in: text).count == 1) }

    @Test(arguments: [
        "Who is alone?", "It is not known.", "A standard besides another.", "Use `is no` as code.", "They stand out.",
        String(repeating: "word ", count: 20) + "end. " + String(repeating: "Word ", count: 20),
    ])
    func accepts(text: String) { #expect(PlainEnglish.faults(in: text).isEmpty) }

    @Test func sentencesEndAtFullStops() {
        #expect(
            PlainEnglish.sentences(of: "One, e.g. A, of 2.5 or release.yml. Two? \"Three.\" `four` is 4.")
                == ["One, e.g. A, of 2.5 or release.yml.", "Two?", "\"Three.\"", "`four` is 4."])
    }

    @Test func markdownIsTakenApart() {
        let text = """
            # Head
            A line
            goes on.
            - One
              item
            | a | b |
            ```console
            $ is no
            printed
            ```
            ```swift
            is no
            ```

                is no
            """
        let passages = PlainEnglish.passages(ofMarkdown: text)
        #expect(
            passages.map { $0.text.trimmingCharacters(in: .whitespaces) } == [
                "Head", "A line goes on.", "One   item", "a", "b", "printed",
            ])
        #expect(passages.map(\.line) == [1, 2, 4, 6, 6, 7])
    }

    @Test func commentsAreFound() {
        let source = """
            /// One,
            /// and more.
            let one = 1  // Not alone.

                // Two.
            """
        let comments = PlainEnglish.passages(ofComments: source)
        #expect(comments.map(\.text) == ["One, and more.", "Two."] && comments.map(\.line) == [1, 5])
    }

    @Test func literalsAreFound() {
        let source = #"""
            // A "remark" of ours.
            let one = "The \(number(of: 2)) records "
                + "are few."
            let two = """
                A line \
                goes on.
                """
            """#
        let texts = PlainEnglish.passages(ofLiterals: source).map {
            $0.text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(texts.sorted() == ["A line goes on.", "The X records are few."])
    }
}
