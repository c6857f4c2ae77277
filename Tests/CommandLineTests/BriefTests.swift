import Foundation
import Testing

/// `brief`: a whole folder or none, the same numbers in every format, and the golden pages.
struct BriefTests {
    private static let arguments = [
        "brief", "pupils.csv", "-q", "sex,year,area", "--identifying", "0.3", "--date", "2026-11-25", "--unit",
        "pupils",
    ]
    private static let open = ["--disclosure-control", "off", "--i-accept-disclosure"]
    private static let dataset = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets")

    /// A briefing of the shipped sample, protected or not, made once.
    private static func sample(_ more: [String], fields: String = "dob,sex,school,ethnicity,fsm") throws -> WorkFolder {
        let folder = try WorkFolder()
        let outcome = try Tool.run(
            ["brief", dataset.appendingPathComponent("sample.csv").path, "-q", fields, "--output", "briefing"] + more,
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private static func findings(_ folder: WorkFolder) throws -> [String: [[String: Any]]] {
        let data = try Data(contentsOf: folder.url("briefing/findings.json"))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let tables = object?["tables"] as? [String: [String: Any]] ?? [:]
        return tables.mapValues { $0["rows"] as? [[String: Any]] ?? [] }
    }

    @Test(arguments: [
        "briefing.html", "briefing.md", "briefing.tex", "findings.json", "tables/class-sizes.csv",
        "tables/contributions.meta.csv", "figures/smallest-combinations.svg", "figures/uniqueness-by-size.svg",
        "figures/class-sizes.svg", "figures/contributions.svg",
    ])
    func golden(name: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(Self.arguments + Self.open + ["--output", "briefing"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try Golden.expect(
            try folder.read("briefing/" + name),
            equals: "brief/" + (name.split(separator: "/").last.map(String.init) ?? ""))
    }

    /// What eight records may say once they are protected: next to nothing.
    @Test func goldenOfProtectedCounts() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(Self.arguments + ["--output", "briefing"], in: folder)
        #expect(outcome.status == 0)
        try Golden.expect(try folder.read("briefing/briefing.md"), equals: "brief/protected.md")
    }

    /// 1,237 records, of which 1,102 are in one group with three alone: what is withheld is in no format, and no interval says
    /// how large a withheld count is.
    @Test(.enabled(if: Programs.path(of: "python3") != nil, "python3 is not installed"))
    func protectedDataAreNotIdentified() throws {
        let folder = try WorkFolder()
        let rows = (0..<1_237).map { number -> String in
            let isAlone = number == 5 || number == 500 || number == 900
            return
                "\(isAlone ? "x\(number)" : String(number % 4)),\(number % 2),\(number < 1_102 ? "large" : "small")\n"
        }
        let text = "a,b,c\n" + rows.joined()
        try folder.write(text, to: "d.csv")
        let outcome = try Tool.run(
            ["brief", "d.csv", "-q", "a,b", "--by", "c", "--date", "2026-11-25", "--output", "briefing"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let told = try Programs.run(Programs.path(of: "sha256sum") ?? "/usr/bin/sha256sum", [folder.path("d.csv")])
        let digest = String(decoding: told, as: UTF8.self).prefix(64)
        _ = try Tool.shell(
            "cd briefing && mkdir book && cd book && python3 -m zipfile -e ../briefing.xlsx .", in: folder)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path("briefing"))
        #expect(files.count > 30)
        for file in files {
            // Folders have no ending.
            if !file.contains(".") || file.hasSuffix(".xlsx") || file.hasSuffix("_rels") { continue }
            let written = try folder.read("briefing/" + file)
            for exact in ["1237", "1,237", "1102", "1,102", "\(text.utf8.count)", String(digest)] {
                #expect(!written.contains(exact), "\(file): \(exact)")
            }
            #expect(!written.contains("narrow"), "\(file)")
        }
        let groups = try #require(try Self.findings(folder)["groups-1"])
        let large = try #require(groups.first { $0["group"] as? String == "large" })
        #expect(large["records"] as? Int == 1_100 && large["uniques"] is NSNull)
        #expect(large["lower"] is NSNull && large["upper"] is NSNull)
        #expect((large["lowerReason"] as? String)?.hasPrefix("[c]") == true)
    }

    @Test func listsWhatItWrote() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(Self.arguments + Self.open + ["--output", "briefing"], in: folder)
        let listed = outcome.text.split(separator: "\n").map(String.init)
        #expect(listed.count == 27)
        for name in listed { #expect(FileManager.default.fileExists(atPath: folder.path(name)), "\(name)") }
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path("briefing"))
        #expect(Set(all.filter { $0.contains(".") }.map { "briefing/" + $0 }) == Set(listed))
    }

    /// Every number of the page, the data files, the sentences and the workbook is the one of findings.json.
    @Test(arguments: [open, []])
    func numbersAreTheSameInEveryFormat(more: [String]) throws {
        let folder = try Self.sample(more)
        let findings = try Self.findings(folder)
        func value(_ table: String, _ row: Int, _ column: String) throws -> Any {
            try #require(findings[table]?[row][column], "\(table)/\(row)/\(column)")
        }
        var compared = 0
        for match in try folder.read("briefing/briefing.html").matches(
            of: /<data value="([^"]*)" data-ref="([^"\/]*)\/([0-9]+)\/([^"\/]*)">/)
        {
            let number = try value(String(match.output.2), #require(Int(match.output.3)), String(match.output.4))
            if number is NSNull {
                #expect(Double(match.output.1) == nil)
            } else {
                // Foundation reads a number's last digit differently now and then.
                let (shown, found) = try (#require(Double(match.output.1)), #require(number as? NSNumber).doubleValue)
                #expect(abs(shown - found) <= 1e-14 * max(1, abs(found)), "\(match.output.0)")
            }
            compared += 1
        }
        #expect(compared > 100)
        for (name, rows) in findings {
            let lines = try folder.read("briefing/tables/\(name).csv").split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            #expect(lines.count == rows.count + 1)
            let meta = try folder.read("briefing/tables/\(name).meta.csv")
            for (key, number) in rows.flatMap({ $0 }) where !key.hasSuffix("Reason") {
                // Found by its place: the column of the same name in the other spelling.
                _ = number
                let column = key.reduce(into: "") {
                    let starts = $1.isUppercase || $1.isNumber && $0.last?.isNumber == false
                    $0 += (starts ? "_" : "") + $1.lowercased()
                }
                #expect(lines[0].contains(column), "\(column) in \(name).csv")
                #expect(meta.contains("\n\(column),"))
            }
            for (row, line) in zip(rows, lines.dropFirst()) where !line.contains(where: { $0.contains("\"") }) {
                for (column, text) in zip(lines[0], line).dropFirst(5) {
                    let key = column.split(separator: "_").enumerated().map {
                        $0.offset == 0 ? String($0.element) : $0.element.capitalized
                    }.joined()
                    guard let number = row[key] as? NSNumber else { continue }
                    let isShare =
                        meta.contains("\n\(column),Indicator,")
                        && meta.split(separator: "\n").contains {
                            $0.hasPrefix("\(column),") && $0.contains(",%,")
                        }
                    let written = try #require(Double(text), "\(name): \(column)")
                    #expect(abs(written - number.doubleValue * (isShare ? 100 : 1)) < 1e-6)
                    compared += 1
                }
            }
        }
        #expect(compared > 300)
    }

    /// The pages that show rounded numbers round those of findings.json, all of them.
    @Test func markdownShowsTheNumbersOfTheFindings() throws {
        let folder = try Self.sample(Self.open)
        let rows = try #require(try Self.findings(folder)["combinations"])
        let text = try folder.read("briefing/briefing.md")
        var shown = 0
        for row in rows {
            let name = try #require(row["fields"] as? String)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("| \(name) | 1 |") }) else {
                continue
            }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(cells[2].replacingOccurrences(of: ",", with: "") == "\(row["uniques"] ?? "")")
            let uniqueness = try #require((row["uniqueness"] as? NSNumber)?.doubleValue)
            #expect(cells[3] == String(format: "%.1f %%", uniqueness * 100))
            shown += 1
        }
        #expect(shown >= 12)
        #expect(try folder.read("briefing/briefing.tex").contains(#"\begin{tabular}"#))
    }

    /// The figures of the whole combination are those of `measure`.
    @Test func figuresAreThoseOfMeasure() throws {
        let folder = try Self.sample(Self.open)
        let last = try #require(try Self.findings(folder)["combinations"]?.last)
        let measured = try Tool.run(
            [
                "measure", Self.dataset.appendingPathComponent("sample.csv").path, "-q", "dob,sex,school,ethnicity,fsm",
                "--format", "json",
            ], in: folder
        ).json()
        for key in ["k", "uniques", "uniqueness"] { #expect(last[key] as? NSNumber == measured[key] as? NSNumber) }
        let below = measured["recordsBelow"] as? [String: NSNumber]
        #expect(last["recordsBelow5"] as? NSNumber == below?["5"])
        #expect(last["recordsBelow10"] as? NSNumber == below?["10"])
    }

    @Test func doesNotDependOnThreads() throws {
        let one = try Self.sample(["--threads", "1", "--date", "2026-11-25"])
        let three = try Self.sample(["--threads", "3", "--date", "2026-11-25"])
        let names = try FileManager.default.subpathsOfDirectory(atPath: one.path("briefing")).filter {
            $0.contains(".")
        }
        #expect(names.count > 20)
        for name in names {
            #expect(
                try Data(contentsOf: one.url("briefing/" + name)) == Data(contentsOf: three.url("briefing/" + name)),
                "\(name)")
        }
    }

    /// No published count of the protected sample lies between 1 and 9.
    @Test func smallCountsAreWithheld() throws {
        let folder = try Self.sample([], fields: "sex,school,ethnicity,language,sen")
        let findings = try Self.findings(folder)
        let columns = ["records", "uniques", "recordsBelow3", "recordsBelow5", "recordsBelow10", "recordsBelow20"]
        var withheld = 0
        for row in (findings["combinations"] ?? []) + (findings["class-sizes"] ?? []) {
            for column in columns {
                guard let number = row[column] else { continue }
                if number is NSNull {
                    withheld += 1
                    #expect((row[column + "Reason"] as? String)?.hasPrefix("[c]") == true)
                } else {
                    let count = try #require(number as? Int)
                    #expect((count == 0 || count >= 10) && count.isMultiple(of: 5))
                }
            }
        }
        #expect(withheld > 0)
    }

    @Test func syntheticDataAreShownAsTheyAre() throws {
        let folder = try WorkFolder()
        let release = Self.dataset.appendingPathComponent("releases/school-level-file.yml").path
        let outcome = try Tool.run(["brief", release, "--output", "briefing", "--date", "2026-11-25"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.read("briefing/briefing.md")
        #expect(text.contains("> **Note:** Synthetic data: every pupil"))
        #expect(text.contains("# How far records in census-2016.csv (synthetic) can be singled out"))
        #expect(!text.contains("\\[c\\]"))
        let protected = try Tool.run(
            ["brief", release, "--output", "other", "--disclosure-control", "on"], in: folder)
        #expect(protected.status == 0)
        #expect(try folder.read("other/briefing.md").contains("\\[c\\]"))
    }

    /// What may be real people as they are is for the user alone, whatever the mask of new files.
    @Test func aDisclosiveFolderIsTheUsersAlone() throws {
        let folder = try Samples.folder()
        func modes(_ name: String, _ more: String) throws -> [Substring] {
            let line = "singleout brief pupils.csv -q sex,year --output \(name) \(more)"
            let text = try Tool.shell(
                "umask 022; \(line) >/dev/null && find \(name) -printf '%y%m\\n' | sort -u", in: folder)
            return text.split(whereSeparator: \.isNewline).filter { !$0.contains(" ") }
        }
        #expect(try modes("open", Self.open.joined(separator: " ")) == ["d700", "f600"])
        #expect(try modes("protected", "") == ["d755", "f644"])
    }

    @Test(arguments: [
        (["--disclosure-control", "off"], "--i-accept-disclosure"),
        (["--min-published-count", "3"], "--min-published-count"),
        (["--date", "yesterday"], "--date"), (["--unit", ""], "--unit"), (["--period", "16"], "--period"),
        (["--missing", "wildcard"], "wildcard"),
    ])
    func wrongUsageLeavesNothingBehind(more: [String], word: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["brief", "pupils.csv", "-q", "sex,year", "--output", "briefing"] + more, in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(try folder.names() == ["pupils.csv"])
    }

    @Test func failuresLeaveNothingBehind() throws {
        let folder = try Samples.folder()
        try folder.write("sex,area\nF,A\nM\n", to: "ragged.csv")
        let before = try folder.names()
        for (arguments, status) in [
            (["brief", "ragged.csv", "-q", "sex", "--output", "briefing"], 2),
            (["brief", "pupils.csv", "-q", "aera", "--output", "briefing"], 64),
            (["brief", "none.csv", "-q", "sex", "--output", "briefing"], 2),
            (["brief", "pupils.csv", "-q", "sex", "--output", "/proc/briefing"], 2),
            (["brief", "pupils.csv", "-q", "sex", "--output", "no/such/briefing"], 2),
            (["brief", "pupils.csv", "-q", "sex", "--output", "pupils.csv"], 64),
            (["brief", "pupils.csv", "-q", "sex"], 64),
        ] {
            let outcome = try Tool.run(arguments, in: folder)
            #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
            #expect(try folder.names() == before)
        }
        #expect(try folder.read("pupils.csv") == Samples.pupils)
    }

    /// Each record lacks a value, so none is left to compare, and nothing is said of any.
    @Test func noRecordLeft() throws {
        let folder = try WorkFolder()
        try folder.write("a,b\n,x\ny,\n", to: "holes.csv")
        let outcome = try Tool.run(
            ["brief", "holes.csv", "-q", "a,b", "--missing", "exclude", "--output", "briefing"] + Self.open, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try folder.read("briefing/briefing.md")
        #expect(text.contains("- With a and b known, no records can be compared, as each of them lacks a value."))
        #expect(!text.contains("are in classes of fewer than 10"))
    }

    /// The run waits for data from a named pipe, so the signal finds it at work.
    @Test(arguments: [SIGINT, SIGTERM])
    func interruptionLeavesNothingBehind(signal: Int32) throws {
        let folder = try WorkFolder()
        try #require(unsafe mkfifo(folder.path("data.csv"), 0o600) == 0)
        let process = Tool.process(["brief", "data.csv", "-q", "sex", "--output", "briefing"], in: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Opening the other end returns once the tool reads.
        let data = try FileHandle(forWritingTo: folder.url("data.csv"))
        try data.write(contentsOf: Data("sex,area\nF,A\n".utf8))
        kill(process.processIdentifier, signal)
        Tool.wait(for: process)
        try? data.close()
        #expect(Tool.status(of: process) == -signal)
        #expect(try folder.names() == ["data.csv"])
    }

    /// A field too many for the explorer, and a largest size: the page says what was not counted.
    @Test func manyFieldsAndALargestSize() throws {
        let folder = try WorkFolder()
        let names = try Samples.writeWide(fields: 18, records: 300, to: "wide.csv", in: folder)
        let outcome = try Tool.run(
            [
                "brief", "wide.csv", "-q", names.joined(separator: ","), "--max-size", "2", "--output", "briefing",
            ] + Self.open, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try folder.read("briefing/briefing.html")
        #expect(!page.contains("id=\"explorer\""))
        #expect(try folder.read("briefing/briefing.md").contains("\\[x\\]"))
    }

    /// The workbook, read by Python without any package: what its cells hold is what findings.json holds.
    @Test(.enabled(if: Programs.path(of: "python3") != nil, "python3 is not installed"))
    func workbookHoldsTheFindings() throws {
        let folder = try Self.sample([])
        let rows = try #require(try Self.findings(folder)["combinations"])
        let script = """
            import json, re, sys, zipfile
            import xml.etree.ElementTree as tree
            space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
            book = zipfile.ZipFile(sys.argv[1])
            texts = ["".join(t.text or "" for t in s.iter(space + "t"))
                     for s in tree.fromstring(book.read("xl/sharedStrings.xml"))]
            names = [s.get("name") for s in tree.fromstring(book.read("xl/workbook.xml")).iter(space + "sheet")]
            sheets = {}
            for number, name in enumerate(names, 1):
                sheet = tree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number))
                sheets[name] = [[texts[int(c.find(space + "v").text)] if c.get("t") == "s" else float(c.find(space + "v").text)
                    for c in row if c.find(space + "v") is not None] for row in sheet.iter(space + "row")]
                assert sheet.find(space + "mergeCells") is None
            tables = [n for n in book.namelist() if n.startswith("xl/tables/")]
            json.dump({"names": names, "sheets": sheets, "tables": len(tables)}, sys.stdout)
            """
        let output = try Programs.run(
            try #require(Programs.path(of: "python3")), ["-c", script, folder.path("briefing/briefing.xlsx")])
        let object = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
        #expect(object["names"] as? [String] == ["Cover", "Contents", "Notes"] + (1...8).map { "Table_\($0)" })
        #expect(object["tables"] as? Int == 10)
        let sheet = try #require((object["sheets"] as? [String: [[Any]]])?["Table_2"])
        let cells = sheet.suffix(rows.count)
        let keys = [
            "fields", "size", "records", "k", "uniques", "uniqueness", "recordsBelow3", "recordsBelow5",
            "recordsBelow10",
            "recordsBelow20",
        ]
        for (line, row) in zip(cells, rows) {
            for (cell, key) in zip(line, keys) {
                if let number = row[key] as? NSNumber { #expect(cell as? Double == number.doubleValue) }
                if row[key] is NSNull { #expect((cell as? String)?.hasPrefix("[") == true) }
                if let text = row[key] as? String { #expect(cell as? String == text) }
            }
        }
    }
}
