import Foundation
import Testing

/// The page in a real browser: `make test-long ONLY=browser` installs one.
@Suite(.enabled(if: Programs.browser != nil, "Chromium is not installed; 'make test-long ONLY=browser' installs it"))
struct PageTests {
    private static let fields = ["dob", "sex", "school", "area", "ethnicity", "language", "fsm", "sen"]
    private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets/sample.csv").path

    /// Opens a page, and returns what stands in it once its scripts have run, and what the browser has to say.
    private static func open(_ address: String, _ options: [String] = ["--dump-dom"]) throws -> (
        page: String, log: String
    ) {
        let profile = try WorkFolder()
        var log = ""
        let page = try Programs.run(
            try #require(Programs.browser),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
                "--user-data-dir=\(profile.url.path)",
            ] + options + [address]
        ) { log = $0 }
        return (String(decoding: page, as: UTF8.self), log)
    }

    private static func briefing(_ more: [String]) throws -> WorkFolder {
        let folder = try WorkFolder()
        let outcome = try Tool.run(
            ["brief", data, "-q", fields.joined(separator: ","), "--output", "briefing", "--date", "2026-11-25"] + more,
            in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    /// The page with a script of the test in it, which its policy is told to let run.
    private static func driven(_ folder: WorkFolder, by script: String) throws -> String {
        let page = try folder.read("briefing/briefing.html")
        let policy = try #require(page.firstMatch(of: /script-src '[^']*'/))
        return page.replacingOccurrences(of: policy.output, with: "script-src 'unsafe-inline'")
            .replacingOccurrences(of: "</body>", with: script)
    }

    /// Fifty seeded sets of fields are ticked one after another; what the page then says is what `measure` finds.
    @Test func tickingFieldsShowsTheFiguresOfMeasure() throws {
        let folder = try Self.briefing(["--disclosure-control", "off", "--i-accept-disclosure"])
        var state: UInt64 = 20_261_125
        var sets: [Int] = []
        while sets.count < 50 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let set = Int(state >> 33) % 255 + 1
            if !sets.contains(set) { sets.append(set) }
        }
        let script = """
            <script>
            (function () {
              var boxes = document.querySelectorAll("#explorer input"), told = [];
              function text(name) { return document.getElementById("explorer-" + name).textContent; }
              [\(sets.map(String.init).joined(separator: ","))].forEach(function (set) {
                boxes.forEach(function (box, field) { if (box.checked !== (Math.floor(set / Math.pow(2, field)) % 2 === 1)) { box.click(); } });
                var rows = document.querySelectorAll("#explorer-next tbody tr");
                var next = rows.length ? rows[0].cells[0].textContent + "=" + rows[0].cells[1].textContent : "";
                told.push([set, text("k"), text("uniques"), text("uniqueness"), text("below5"), text("below10"), next,
                  document.querySelector("#explorer-distribution tbody tr").cells[1].textContent].join("|"));
              });
              var out = document.createElement("pre");
              out.id = "told";
              out.textContent = told.join("\\n");
              document.body.appendChild(out);
            })();
            </script></body>
            """
        try folder.write(try Self.driven(folder, by: script), to: "driven.html")
        let (shown, log) = try Self.open("file://" + folder.path("driven.html"))
        #expect(!log.contains("CONSOLE"), "\(log)")
        let told = try #require(shown.firstMatch(of: /<pre id="told">([^<]*)<\/pre>/)).output.1.split(separator: "\n")
        #expect(told.count == 50)
        let whole = try Tool.run(
            ["combinations", Self.data, "-q", Self.fields.joined(separator: ","), "--format", "json"], in: folder
        ).json()
        var uniquenessOf: [Set<String>: Double] = [:]
        for entry in whole["combinations"] as? [[String: Any]] ?? [] {
            uniquenessOf[Set(entry["fields"] as? [String] ?? [])] = (entry["uniqueness"] as? NSNumber)?.doubleValue
        }
        for line in told {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let set = try #require(Int(cells[0]))
            let chosen = Self.fields.indices.filter { set >> $0 & 1 == 1 }.map { Self.fields[$0] }
            let measured = try Tool.run(
                ["measure", Self.data, "-q", chosen.joined(separator: ","), "--format", "json"], in: folder
            ).json()
            let below = measured["recordsBelow"] as? [String: NSNumber]
            func shown(_ value: Any?) -> String { "\(value ?? "")" }
            let plain = cells.map { $0.replacingOccurrences(of: ",", with: "") }
            #expect(plain[1] == shown(measured["k"]), "\(chosen)")
            #expect(plain[2] == shown(measured["uniques"]), "\(chosen)")
            #expect(plain[4] == shown(below?["5"]) && plain[5] == shown(below?["10"]), "\(chosen)")
            #expect(plain[7] == plain[2])
            let uniqueness = try #require((measured["uniqueness"] as? NSNumber)?.doubleValue)
            #expect(cells[3] == Self.percentage(uniqueness), "\(chosen)")
            if !cells[6].isEmpty {
                let parts = cells[6].split(separator: "=").map(String.init)
                let next = try #require(uniquenessOf[Set(chosen + [parts[0]])])
                #expect(parts[1] == Self.percentage(next), "\(chosen) and \(parts[0])")
                let best = Self.fields.filter { !chosen.contains($0) }.compactMap { uniquenessOf[Set(chosen + [$0])] }
                    .max()
                #expect(next == best)
            }
        }
    }

    /// Every slider at every level, with all fields and with some: what the page says is what `recode` finds.
    @Test func coarserFieldsShowTheFiguresOfRecode() throws {
        let folder = try Self.briefing(["--disclosure-control", "off", "--i-accept-disclosure"])
        let script = """
            <script>
            (function () {
              var told = [];
              function text(name) { return document.getElementById("explorer-" + name).textContent; }
              var boxes = document.querySelectorAll("#explorer input[name=field]");
              [255, 173, 7].forEach(function (set) {
                boxes.forEach(function (box, field) { if (box.checked !== (Math.floor(set / Math.pow(2, field)) % 2 === 1)) { box.click(); } });
                document.querySelectorAll("#explorer input[name=coarser]").forEach(function (slider) {
                  for (var level = 1; level <= Number(slider.max); level += 1) {
                    slider.value = String(level);
                    slider.dispatchEvent(new Event("input", { bubbles: true }));
                    told.push([set, slider.getAttribute("data-field"), document.getElementById(slider.id + "-name").textContent,
                      slider.getAttribute("aria-valuetext"), text("k"), text("uniques"), text("below10")].join("|"));
                  }
                });
              });
              var moved = 0;
              document.querySelectorAll("#explorer input[name=coarser]").forEach(function (slider) { moved += Number(slider.value) > 0 ? 1 : 0; });
              told.push("moved|" + moved);
              var out = document.createElement("pre");
              out.id = "told";
              out.textContent = told.join("\\n");
              document.body.appendChild(out);
            })();
            </script></body>
            """
        try folder.write(try Self.driven(folder, by: script), to: "driven.html")
        let (shown, log) = try Self.open("file://" + folder.path("driven.html"))
        #expect(!log.contains("CONSOLE"), "\(log)")
        var told = try #require(shown.firstMatch(of: /<pre id="told">([^<]*)<\/pre>/)).output.1.split(separator: "\n")
        #expect(told.popLast() == "moved|1")
        #expect(told.count >= 12)
        for line in told {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let set = try #require(Int(cells[0]))
            let field = Self.fields[try #require(Int(cells[1]))]
            let chosen = Self.fields.indices.filter { set >> $0 & 1 == 1 }.map { Self.fields[$0] }
            #expect(cells[2] == cells[3])
            let level = chosen.contains(field) ? ["--apply", "\(field)=\(cells[2])"] : ["--apply", "\(chosen[0])=0"]
            let recoded = try Tool.run(
                ["recode", Self.data, "-q", chosen.joined(separator: ","), "--format", "json"] + level, in: folder
            ).json()
            let released = try #require((recoded["chosen"] as? [String: Any])?["released"] as? [String: Any])
            func shown(_ value: Any?) -> String { "\(value ?? "")" }
            let plain = cells.map { $0.replacingOccurrences(of: ",", with: "") }
            #expect(plain[4] == shown(released["k"]), "\(chosen), \(field) by \(cells[2])")
            #expect(plain[5] == shown(released["uniques"]), "\(chosen), \(field) by \(cells[2])")
        }
    }

    private static func percentage(_ share: Double) -> String {
        let text = String(format: "%.1f", (share * 1_000).rounded() / 10)
        if text == "0.0", share > 0 { return "<0.1 %" }
        if text == "100.0", share < 1 { return ">99.9 %" }
        return text + " %"
    }

    /// An address with fields in it opens the page on that view; protected figures show their symbols.
    @Test func aViewCanBeQuoted() throws {
        let folder = try Self.briefing([])
        let (page, log) = try Self.open("file://" + folder.path("briefing/briefing.html") + "#fields=sex,language")
        #expect(!log.contains("CONSOLE"), "\(log)")
        #expect(page.contains("With sex and language known, "))
        #expect(page.contains("fewer than 10</th>"))
        #expect(!page.contains("id=\"explorer\" class=\"explorer\" hidden"))
        let (coarser, _) = try Self.open(
            "file://" + folder.path("briefing/briefing.html") + "#fields=sex,dob&coarser=dob:1")
        #expect(coarser.contains("With dob (month) and sex known, "))
    }

    /// Without its script the page still holds every table, and the explorer stays away.
    @Test func readsWithoutScript() throws {
        let folder = try Self.briefing([])
        let page = try folder.read("briefing/briefing.html")
        let policy = try #require(page.firstMatch(of: #/script-src '[^']*'; /#))
        try folder.write(page.replacingOccurrences(of: policy.output, with: ""), to: "still.html")
        let (shown, _) = try Self.open("file://" + folder.path("still.html"))
        #expect(shown.contains("id=\"explorer\" class=\"explorer\" hidden"))
        #expect(shown.contains("id=\"table-combinations\""))
        #expect(shown.components(separatedBy: "<svg").count == 7)
    }

    /// On paper: a few pages, no more than the tables and charts need.
    @Test func prints() throws {
        let folder = try Self.briefing([])
        _ = try Self.open(
            "file://" + folder.path("briefing/briefing.html"),
            ["--no-pdf-header-footer", "--print-to-pdf=\(folder.path("paper.pdf"))"])
        let paper = String(decoding: try Data(contentsOf: folder.url("paper.pdf")), as: Unicode.ASCII.self)
        let pages = paper.components(separatedBy: "/Type /Page\n").count - 1
        #expect((5...11).contains(pages), "\(pages) pages")
    }
}
