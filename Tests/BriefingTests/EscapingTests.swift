import Foundation
import Testing

@testable import Briefing

/// Random texts of every special sign of every language, joined with marks that hide a sign within a Character, are written and
/// read back by parsers that share no code with the writers.
struct EscapingTests {
    private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private static let pieces: [String] =
        "\"'`<>&;=+-@%_#$~^\\{}[]|*!(),.:/\t\r\n ".unicodeScalars.map { String($0) }
        + [
            "\u{301}", "\u{338}", "\u{20D2}", "\u{600}", "\u{6DD}", "\u{200D}", "\u{FE0F}", "\u{1F1EC}", "\u{1100}",
            "\u{1B}]52;c;eA==\u{7}",
            "\u{1B}[31m", "\u{9B}31m", "\u{85}", "\u{7F}", "\u{0}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}",
            "\u{202E}", "\u{2028}",
            "\u{2029}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}",
            "\u{10FFFF}", "\u{FF1D}",
            "</script>", "<!--", "]]>", "-->", "<script>", "&lt;", "&#60;", "javascript:", "{{", "}}}", "{{{title}}}",
            "=1+1", "-1", "+1e5", "a", "Zq",
            "0", "\\input{x}", "$(x)", "--", "/*", "''", "é", "学", "👩‍🏫",
        ]

    private static let texts: [String] = {
        var state: UInt64 = 18
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alone = pieces + pieces.map { $0 + "\u{301}" } + pieces.map { "\u{600}" + $0 }
        return alone + (0..<4_000).map { _ in (0...next(7)).map { _ in pieces[next(pieces.count)] }.joined() }
    }()

    /// Signs that steer a terminal or reorder text, by their properties and not by a list of the writers.
    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }

    /// What a reader sees of a text that is shown on one line.
    private static func shown(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { steers($0) ? 0x20 : [0xFFFE, 0xFFFF].contains($0.value) ? 0xFFFD : $0.value }
    }

    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private static func parse(_ document: String, by script: String) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-\(UUID().uuidString)")
        try Data(document.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python ?? "")
        let lead = "import sys, json\ntext = open(sys.argv[1], encoding='utf8', newline='').read()\n"
        process.arguments = ["-c", lead + script + "\njson.dump(found, sys.stdout)", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String])
    }

    private static func expect(_ found: [String], _ expected: (String) -> [UInt32], times: Int = 1) throws {
        try #require(found.count == times * texts.count)
        for (number, text) in texts.enumerated() {
            for place in number * times..<(number + 1) * times {
                #expect(scalars(found[place]) == expected(text), "\(text.debugDescription)")
            }
        }
    }

    @Test func shownTextsSteerNothing() {
        for text in Self.texts {
            #expect(Self.scalars(text.printable) == Self.shown(text), "\(text.debugDescription)")
        }
    }

    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func json() throws {
        let document = try Samples.text {
            try JSONRenderer().render(.array(Self.texts.map(JSONValue.string)), into: &$0)
        }
        #expect(!document.unicodeScalars.contains { Self.steers($0) && $0 != "\n" })
        try Self.expect(try Self.parse(document, by: "found = json.loads(text)"), Self.scalars)
    }

    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func jsonInAPage() throws {
        let list = "[" + Self.texts.map { JSONRenderer.quoted($0, isInMarkup: true) }.joined(separator: ",") + "]"
        let script = """
            from html.parser import HTMLParser
            class Reader(HTMLParser):
                tags, data = [], ""
                def handle_starttag(self, tag, attributes): self.tags.append(tag)
                def handle_data(self, data): self.data += data
                def handle_comment(self, data): raise ValueError
            reader = Reader()
            reader.feed(text)
            reader.close()
            assert reader.tags == ["script", "p"], reader.tags
            found = json.loads(reader.data)
            """
        let page = "<script type=\"application/json\">\(list)</script><p></p>"
        try Self.expect(try Self.parse(page, by: script), Self.scalars)
    }

    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func html() throws {
        let page = Self.texts.map(Markup.escaped).map { "<p title=\"\($0)\" lang='\($0)'>\($0)</p>" }.joined()
        let script = """
            from html.parser import HTMLParser
            found = []
            class Reader(HTMLParser):
                def handle_starttag(self, tag, attributes):
                    assert tag == "p" and [name for name, value in attributes] == ["title", "lang"], (tag, attributes)
                    found.extend([value or "" for name, value in attributes] + [""])
                def handle_data(self, data): found[-1] += data
                def handle_comment(self, data): raise ValueError
            reader = Reader()
            reader.feed(text)
            reader.close()
            """
        try Self.expect(try Self.parse(page, by: script), Self.shown, times: 3)
    }

    /// The report for build servers by expat, which refuses what is not well-formed.
    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func xml() throws {
        let report = TestReport(name: "all", cases: Self.texts.map { TestReport.Case($0, failure: $0) })
        let document = try Samples.text { try JUnitRenderer().render(report, into: &$0) }
        let script = """
            import xml.parsers.expat
            found = []
            def start(name, attributes):
                if name == "testcase": found.append(attributes["name"])
                if name == "failure": found.append(attributes["message"])
            parser = xml.parsers.expat.ParserCreate()
            parser.StartElementHandler = start
            parser.Parse(text.encode(), True)
            """
        try Self.expect(try Self.parse(document, by: script), Self.shown, times: 2)
    }

    /// Drawings by expat too.
    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func svg() throws {
        var canvas = SVGCanvas()
        for text in Self.texts { canvas.text(text, x: 1, y: 2, style: "small") }
        let script = """
            import xml.etree.ElementTree as tree
            found = [t.text or "" for t in tree.fromstring(text).iter("text")]
            """
        try Self.expect(try Self.parse("<svg>\(canvas.body)</svg>", by: script), Self.shown)
    }

    /// A table by Python's reader: no cell is a formula, and the note says how to have the text back.
    @Test(.enabled(if: python != nil, "python3 is not installed"))
    func csv() throws {
        let table = Tabulation(
            columns: [.text("a", key: "a"), .number("b", key: "b")], count: Self.texts.count
        ) {
            [.text(Self.texts[$0]), .integer(-1)]
        }
        let document = try Samples.text { try CSVRenderer().render(table, into: &$0) }
        let script = """
            import csv, io
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            assert rows[0] == ["a", "b"] and all(len(row) == 2 and row[1] == "-1" for row in rows[1:])
            found = [row[0] for row in rows[1:]]
            """
        let found = try Self.parse(document, by: script)
        for cell in found {
            let begins = cell.unicodeScalars.first {
                !$0.properties.isWhitespace || "\t\r\n".unicodeScalars.contains($0)
            }
            let first = begins ?? "x"
            #expect(
                !"=@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first), "\(cell.debugDescription)")
            if first == "+" || first == "-" { #expect(Double(cell) != nil, "\(cell.debugDescription)") }
            #expect(!cell.unicodeScalars.contains { Self.steers($0) && !"\t\r\n".unicodeScalars.contains($0) })
        }
        try Self.expect(found) { text in
            let all = Self.scalars(text)
            let kept = text.unicodeScalars.enumerated().map { place, scalar -> UInt32 in
                switch scalar {
                case "\t", "\n": scalar.value
                case "\r" where place + 1 < all.count && all[place + 1] == 10: scalar.value
                default: Self.steers(scalar) || [0xFFFE, 0xFFFF].contains(scalar.value) ? 0xFFFD : scalar.value
                }
            }
            return CSVRenderer.isFormula(text) ? [0x27] + kept : kept
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+44 20", "'+44 20"),
        ("-cmd|'/C calc'!A0", "'-cmd|'/C calc'!A0"),
        ("\t=1", "'\t=1"), ("\r=1", "'\u{FFFD}=1"), (" =1", "' =1"), ("'=1", "''=1"), ("=\u{301}1", "'=\u{301}1"),
        ("-", "'-"),
        ("-1", "-1"), ("+1", "+1"), ("-1.5", "-1.5"), ("-.5", "-.5"), ("-1e-07", "-1e-07"), ("-1-1", "'-1-1"),
        ("-1e", "'-1e"),
        ("a=1", "a=1"), ("'a", "'a"), ("=1,\"x\"", "\"'=1,\"\"x\"\"\""),
        ("\u{1B}]52;c;eA==\u{7}", "\u{FFFD}]52;c;eA==\u{FFFD}"),
        ("a\u{202E}b", "a\u{FFFD}b"), ("\u{FF1D}1", "'\u{FF1D}1"),
    ])
    func formulas(text: String, expected: String) {
        #expect(Array(CSVRenderer.quoted(text).utf8) == Array(expected.utf8))
    }

    /// A sign that Markdown acts on has a backslash before it, and nothing else was added.
    @Test func markdown() {
        let special = Set("\\`*_[]<>|#&~$".unicodeScalars)
        for text in Self.texts {
            var back: [UInt32] = []
            var isEscaped = false
            for scalar in MarkdownRenderer.escaped(text).unicodeScalars {
                if scalar == "\\", !isEscaped {
                    isEscaped = true
                    continue
                }
                #expect(isEscaped == special.contains(scalar), "\(text.debugDescription)")
                back.append(scalar.value)
                isEscaped = false
            }
            #expect(back == Self.shown(text) && !isEscaped, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        ("1. x", "1\\. x"), ("23) x", "23\\) x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("===", "\\==="),
        ("    code", "code"), ("1 x", "1 x"), ("1.5 x", "1.5 x"), ("7.", "7\\."),
        ("# x", "\\# x"), ("", ""), ("2009-03", "2009-03"),
    ])
    func markdownBlocks(text: String, expected: String) { #expect(MarkdownRenderer.block(text) == expected) }

    /// Every special sign is one of the written forms, and taking them back gives the text.
    @Test func latex() throws {
        let forms: [(String, Unicode.Scalar)] = [
            ("\\textbackslash{}", "\\"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"),
            ("\\textless{}", "<"),
            ("\\textgreater{}", ">"), ("\\textbar{}", "|"), ("\\&", "&"), ("\\%", "%"), ("\\$", "$"), ("\\#", "#"),
            ("\\_", "_"), ("\\{", "{"),
            ("\\}", "}"), ("{[}", "["), ("{]}", "]"), ("{*}", "*"),
        ]
        let special = Set(forms.map(\.1))
        for text in Self.texts {
            var rest = Array(LaTeXRenderer.escaped(text).unicodeScalars)[...]
            var back: [UInt32] = []
            while let scalar = rest.first {
                if let form = forms.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
                    back.append(form.1.value)
                    rest = rest.dropFirst(form.0.unicodeScalars.count)
                } else {
                    #expect(!special.contains(scalar), "\(text.debugDescription)")
                    back.append(scalar.value)
                    rest = rest.dropFirst()
                }
            }
            #expect(back == Self.shown(text), "\(text.debugDescription)")
        }
    }

    /// Lines of a terminal are those of the tool, whatever the names hold.
    @Test func terminal() throws {
        for text in Self.texts.prefix(600) {
            let report = Report(
                title: text,
                sections: [
                    Section(
                        text,
                        blocks: [
                            .paragraph(text), .note(text), .list([Statement(text)]),
                            .table(Tabulation(columns: [.text(text, key: "a")], count: 1) { _ in [.text(text)] }),
                        ])
                ])
            let printed = try Samples.text { try TerminalRenderer().render(report, into: &$0) }
            #expect(!printed.unicodeScalars.contains { Self.steers($0) && $0 != "\n" }, "\(text.debugDescription)")
        }
    }
}
