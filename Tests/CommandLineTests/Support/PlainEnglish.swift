import Foundation

/// What the texts that users read must not say: words that read as if translated, and sentences that are too long.
enum PlainEnglish {
    /// The most words of a sentence, numbers not counted; one aims at 25.
    static let longestSentence = 30

    /// A sentence that is not plain, and why.
    struct Fault: CustomStringConvertible {
        let reasons: [String]
        let sentence: String

        var description: String { "[\(reasons.joined(separator: ", "))] \(sentence)" }
    }

    /// The sentences of a text that are not plain.
    ///
    /// - Parameter isProse: Whether the text has sentences, whose length counts; columns of numbers have none.
    static func faults(in text: String, isProse: Bool = true) -> [Fault] {
        sentences(of: withoutMarkup(text)).compactMap { sentence in
            var reasons = refusedWords(in: sentence)
            // A statement that begins with "Who" is about "someone who"; a question or a heading may begin so.
            if isProse, sentence.hasPrefix("Who "), sentence.hasSuffix(".") { reasons.append("Who") }
            let count = sentence.split(separator: " ").filter { $0.contains(where: \.isLetter) }.count
            if isProse, count > longestSentence { reasons.append("\(count) words") }
            return reasons.isEmpty ? nil : Fault(reasons: reasons, sentence: sentence)
        }
    }

    /// The words of a sentence that plain English says otherwise; a number follows "as it is" where that is the name of a level.
    private static func refusedWords(in sentence: String) -> [String] {
        [
            /\b(?:is|are) no\b/, /\bso many\b/, /\bof which\b/, /\bbeside\b/, /\bwhoever\b/, /\bhe who\b/,
            /\btold\b/, /\bstands?\b(?! out)/, /\bthe one\b.{0,100}\bthe other\b/,
            /\bas (?:it is(?! [0-9])|they are)\b/, /\bnobody\b/,
        ].flatMap { words in sentence.matches(of: words.ignoresCase()).map { String($0.output) } }
    }

    /// A span of code counts as one word, and a link as its words.
    private static func withoutMarkup(_ text: String) -> String {
        text.replacing(/`[^`]+`/, with: "CODE").replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.output.1) }
            .replacing(/<[^>]+>/, with: "CODE").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A text in its sentences: each ends where a full stop, a question mark or an exclamation mark comes before a space and a
    /// capital letter, a number or a quotation.
    static func sentences(of text: String) -> [String] {
        let abbreviations = ["e.g.", "i.e.", "etc.", "et al.", "vs.", "No.", "cf.", "p.", "pp.", "St.", "Dr."]
        var sentences: [String] = []
        var start = text.startIndex
        for end in text.matches(of: /[.!?]["')\]*_]* (?=[A-Z0-9"'`(\[*_-])/) {
            let sentence = text[start..<end.range.upperBound].trimmingCharacters(in: .whitespaces)
            if abbreviations.contains(where: { sentence == $0 || sentence.hasSuffix(" " + $0) }) { continue }
            sentences.append(sentence)
            start = end.range.upperBound
        }
        let rest = text[start...].trimmingCharacters(in: .whitespaces)
        return rest.isEmpty ? sentences : sentences + [rest]
    }
}

extension PlainEnglish {
    /// A part of a Markdown file.
    struct Passage {
        /// The line on which it begins, from 1.
        let line: Int
        let text: String
        /// What a program prints is not prose, as it has columns and broken lines; of comments only the words are judged.
        let isProse: Bool
    }

    /// The paragraphs, items, headings and cells of a Markdown file, and what its console blocks print.
    ///
    /// Other blocks of code, and the commands and errors of a console block, are not judged.
    static func passages(ofMarkdown text: String) -> [Passage] {
        var passages: [Passage] = []
        var open: (line: Int, words: [String])?
        var block: (name: String, line: Int, printed: [String])?
        func close() {
            if let open {
                passages.append(Passage(line: open.line, text: open.words.joined(separator: " "), isProse: true))
            }
            open = nil
        }
        for (number, line) in zip(1..., text.components(separatedBy: "\n")) {
            if let code = block {
                if line.hasPrefix("```") {
                    if code.name == "console" {
                        let printed = code.printed.joined(separator: " ")
                        passages.append(Passage(line: code.line, text: printed, isProse: false))
                    }
                    block = nil
                } else if !line.hasPrefix("$ "), !line.hasPrefix("singleout: ") {
                    block?.printed.append(line)
                }
            } else if line.hasPrefix("```") {
                close()
                block = (String(line.dropFirst(3)), number, [])
            } else if line.hasPrefix("|") {
                close()
                for cell in line.split(separator: "|") {
                    passages.append(Passage(line: number, text: String(cell), isProse: true))
                }
            } else if line.allSatisfy(\.isWhitespace) {
                close()
            } else if let item = line.wholeMatch(of: /(?:#+|\s*(?:[-*+]|[0-9]+\.))\s+(.*)/) {
                close()
                open = (number, [String(item.output.1)])
                if line.hasPrefix("#") { close() }
            } else if open == nil, line.hasPrefix("    ") {
                // A block of code without a fence.
                continue
            } else if open != nil {
                open?.words.append(line)
            } else {
                open = (number, [line])
            }
        }
        close()
        return passages
    }

    /// The comments of a Swift file, those on lines that follow each other as one.
    static func passages(ofComments source: String) -> [Passage] {
        var passages: [Passage] = []
        var open: (line: Int, words: [String])?
        for (number, line) in zip(1..., source.components(separatedBy: "\n") + [""]) {
            if let comment = line.wholeMatch(of: /\s*\/\/\/?\s*(.+)/) {
                open = (open?.line ?? number, (open?.words ?? []) + [String(comment.output.1)])
            } else if let found = open {
                passages.append(Passage(line: found.line, text: found.words.joined(separator: " "), isProse: false))
                open = nil
            }
        }
        return passages
    }

    /// The texts in the quotes of a Swift file, those that a plus joins as one, and what is put into them as one word.
    static func passages(ofLiterals source: String) -> [Passage] {
        // A comment is not a text, and may hold a quotation mark.
        let code = source.replacing(/(?m)^\s*\/\/.*$/, with: "").replacing(/"\s*\+\s*"/, with: "")
        let blocks = code.matches(of: /"""\n((?s).*?)"""/).flatMap { block in
            block.output.1.replacing(/\\\n\s*/, with: "").components(separatedBy: "\n\n")
        }
        let lines = code.replacing(/"""\n(?s).*?"""/, with: "").matches(
            of: /"((?:\\\((?:[^()"]|\([^()"]*\))*\)|\\.|[^"\\\n])*)"/
        )
        .map { String($0.output.1) }
        return (blocks + lines).filter { $0.contains(" ") }.map { text in
            let words = text.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "X")
            return Passage(line: 0, text: words, isProse: true)
        }
    }
}
