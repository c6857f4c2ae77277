import Foundation
import Testing

/// Names, titles and values that are code in some language, through the whole tool: they stay text.
struct InjectionTests {
    /// A quote, backtick or angle bracket that is one Character with a mark beside it.
    private static let names = [
        "\u{600}<img src=x onerror=document.documentElement.dataset.pwn=1 \u{600}>",
        "\"\u{301}><script>alert(1)</script>",
        "=cmd|'/C calc'!A0", "\u{1B}]52;c;eA==\u{7}\u{9B}31m\u{202E}x", "{{title}}</script\u{338}>\u{FFFE}\u{FFFF}",
        "-1", "@x", "$x`\\input{y}",
    ]

    private static func quoted(_ field: String) -> String {
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in field.unicodeScalars { text.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
        return String(text) + "\""
    }

    /// Every name as a field, with values that are formulas.
    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let header = (names + ["group"]).map(quoted).joined(separator: ",")
        let rows = (0..<120).map { row in
            names.indices.map { String(row * 7 % ($0 + 2)) }.joined(separator: ",")
                + ",\(row % 2 == 0 ? "=1+1" : "\u{1B}[31m@x")\n"
        }
        try folder.write(header + "\n" + rows.joined(), to: "d.csv")
        // YAML knows the escapes of JSON, which hide what it takes for no character.
        let fields = names.map { name in
            "\"" + name.utf16.map { "\\u" + String(UInt32($0) + 0x10000, radix: 16).dropFirst() }.joined() + "\""
        }
        try folder.write(
            "schema: singleout.release/1\ndata: d.csv\nfields:\n  quasiIdentifiers: [\(fields.joined(separator: ", "))]\n",
            to: "d.yml")
        return folder
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" || scalar.properties.isBidiControl
    }

    /// The cells of a CSV file without line breaks in them; doubled quotes stay doubled.
    private static func cells(_ text: String) -> [String] {
        var cells = [String.UnicodeScalarView()]
        var isQuoted = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\n": cells.append(String.UnicodeScalarView())
            default: cells[cells.count - 1].append(scalar)
            }
        }
        return cells.map { String($0) }
    }

    /// No format of any command steers a terminal.
    @Test(arguments: ["table", "json", "csv", "markdown", "latex"])
    func nothingSteersATerminal(format: String) throws {
        let folder = try Self.folder()
        for command in ["measure", "combinations", "suda", "explain", "recode", "estimate", "check", "groups"] {
            var arguments = [command, "--release", "d.yml", "--format", format]
            switch command {
            case "estimate": arguments += ["--sampling-fraction", "0.1", "--bootstrap", "0"]
            case "check": arguments += ["--min-k", "1"]
            case "groups": arguments += ["--by", "group"]
            case "explain": arguments += ["--record", "1", "--i-may-see-records"]
            case "combinations", "suda": arguments += ["--max-size", "2"]
            default: break
            }
            let outcome = try Tool.run(arguments, in: folder)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            let text = (outcome.text + outcome.errors).replacingOccurrences(of: "\r\n", with: "\n")
            #expect(!text.unicodeScalars.contains(where: Self.steers), "\(command)")
            if format == "csv" {
                for cell in Self.cells(text) {
                    let first = cell.unicodeScalars.first ?? "x"
                    #expect(!"=@".unicodeScalars.contains(first), "\(command): \(cell)")
                    if first == "+" || first == "-" { #expect(Double(cell) != nil, "\(command): \(cell)") }
                }
            }
        }
    }

    /// The page: one script and one style sheet, which its policy names by their digests, and no markup out of names.
    @Test(.enabled(if: Programs.path(of: "python3") != nil, "python3 is not installed"))
    func page() throws {
        let folder = try Self.folder()
        let outcome = try Tool.run(
            [
                "brief", "--release", "d.yml", "--by", "group", "--title",
                Self.names[0] + Self.names[1] + Self.names[4], "--unit",
                Self.names[0], "--max-size", "3", "--disclosure-control", "off", "--i-accept-disclosure", "--output",
                "briefing",
            ], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let script = """
            import base64, csv, glob, hashlib, re, sys, json, zipfile, xml.parsers.expat
            from html.parser import HTMLParser
            folder = sys.argv[1]
            class Reader(HTMLParser):
                tags, policy, code, open, heading = {}, "", {"script": [], "style": []}, "", ""
                def handle_starttag(self, tag, attributes):
                    values = dict(attributes)
                    assert "style" not in values and not any(name.startswith("on") for name in values), (tag, values)
                    self.tags[tag] = self.tags.get(tag, 0) + 1
                    if values.get("http-equiv") == "Content-Security-Policy": self.policy = values["content"]
                    self.open = tag
                    if tag == "style" or tag == "script" and "type" not in values: self.code[tag].append("")
                    elif tag == "script": self.open = "json"
                def handle_endtag(self, tag): self.open = ""
                def handle_data(self, data):
                    if self.open in self.code: self.code[self.open][-1] += data
                    if self.open == "h1": self.heading += data
                    if self.open == "json": self.data = json.loads(data)
            page = Reader()
            page.feed(open(folder + "/briefing.html", encoding="utf8", newline="").read())
            page.close()
            assert not {"img", "iframe", "object", "base", "b"} & page.tags.keys(), page.tags
            assert page.tags["h1"] == 1 and page.heading.startswith("\\u0600<img src=x"), page.heading
            assert len(page.code["script"]) == 1 and len(page.code["style"]) == 1
            for kind, texts in page.code.items():
                digest = base64.b64encode(hashlib.sha256(texts[0].encode()).digest()).decode()
                assert "%s-src 'sha256-%s'" % (kind, digest) in page.policy, (kind, page.policy)
            assert "unsafe" not in page.policy and page.policy.startswith("default-src 'none';"), page.policy
            assert len(page.data["fields"]) == 8
            for name in glob.glob(folder + "/figures/*.svg"):
                xml.parsers.expat.ParserCreate().Parse(open(name, "rb").read(), True)
            book = zipfile.ZipFile(folder + "/briefing.xlsx")
            for name in book.namelist():
                text = book.read(name)
                xml.parsers.expat.ParserCreate().Parse(text, True)
                assert b"<f>" not in text or b"calc" not in text, name
            guarded = 0
            for name in glob.glob(folder + "/tables/*.csv"):
                text = open(name, encoding="utf8", newline="").read()
                assert not re.search("[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\ufffe\\uffff]", text), name
                rows = list(csv.reader(text.splitlines(), strict=True))
                hint = False
                for row in rows:
                    assert len(row) == len(rows[0]), name
                    for cell in row:
                        assert not cell or cell[0] not in "=+-@" or re.fullmatch("-?[0-9.]+", cell), (name, cell)
                        if cell[:1] == "'": hint, guarded = True, guarded + 1
                if hint and not name.endswith(".meta.csv"):
                    assert "begins with an apostrophe" in open(name.replace(".csv", ".meta.csv"), encoding="utf8").read(), name
            assert guarded > 3
            print("well")
            """
        let told = try Programs.run(
            try #require(Programs.path(of: "python3")), ["-c", script, folder.path("briefing")],
            errors: { if !$0.isEmpty { Issue.record("\($0)") } })
        #expect(String(decoding: told, as: UTF8.self) == "well\n")
    }

    /// The script of a title does not run in a browser, and the page's own does.
    @Test(.enabled(if: Programs.browser != nil, "Chromium is not installed; 'make test-long ONLY=browser' installs it"))
    func browser() throws {
        let folder = try Self.folder()
        let outcome = try Tool.run(
            ["brief", "--release", "d.yml", "--title", Self.names[0], "--max-size", "2", "--output", "briefing"],
            in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let shown = try Programs.run(
            try #require(Programs.browser),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path("profile"))",
                "--dump-dom",
                "file://" + folder.path("briefing/briefing.html"),
            ])
        let page = String(decoding: shown, as: UTF8.self)
        #expect(!page.contains("data-pwn"))
        #expect(page.contains("id=\"explorer-summary\"") && !page.contains("class=\"explorer\" hidden"))
        #expect(!page.contains(" style="))
    }

    /// A column's name that is SQL neither writes a file nor ends its quotes, and a query reaches no other file.
    @Test(.enabled(if: Programs.path(of: "duckdb") != nil, "duckdb is not installed"))
    func parquet() throws {
        let folder = try WorkFolder()
        let name =
            "b\"\u{301} FROM read_parquet('/dev/stdin')) TO '/dev/stdout' (FORMAT csv, HEADER false); COPY (SELECT 'owned' AS x) TO 'PWNED.csv'; --"
        try folder.write(
            "COPY (SELECT i % 2 AS \(Self.quoted(name)) FROM range(6) AS t(i)) TO 'p.parquet' (FORMAT parquet);",
            to: "make.sql")
        _ = try Tool.shell("duckdb -batch < make.sql", in: folder)
        try folder.write(
            "schema: singleout.release/1\ndata: p.parquet\nfields:\n  quasiIdentifiers: [\"b\\\"\u{301}\(name.unicodeScalars.dropFirst(3).reduce(into: "") { $0.unicodeScalars.append($1) })\"]\n",
            to: "p.yml")
        let json = try Tool.run(["measure", "--release", "p.yml", "--format", "json"], in: folder).json()
        #expect(json["k"] as? Int == 3)
        #expect(try folder.names().contains("PWNED.csv") == false)
    }
}
