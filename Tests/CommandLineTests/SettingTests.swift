import Foundation
import Singleout
import Testing

/// Every option is declared once, as a row of `Settings`, and everything that says something of options says what the row says.
struct SettingTests {
    private static let sources = Notebook.root.appendingPathComponent("Sources")
    /// What a release file has no keys for.
    private static let ofOneRun: Set<SettingCategory> = [.release, .question, .engine, .run]
    private static let tool = Result { try CommandDescription.ofTool() }

    private static func files(_ folder: URL) throws -> [(name: String, text: String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map {
            ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    /// The name of an option by the name of its row.
    private static func names() throws -> [String: String] {
        var names = ["format": "format", "report": "report"]
        for (_, text) in try files(sources.appendingPathComponent("Singleout/Settings/Rows")) {
            for match in text.matches(of: /static let (\w+) = Setting\(\s*"([^"]+)"/) {
                #expect(names[String(match.output.1)] == nil, "two rows are called \(match.output.1)")
                names[String(match.output.1)] = String(match.output.2)
            }
        }
        return names
    }

    /// A line of a command names a row; no name, default or word of help stands beside it. At most 8
    /// names have two lines.
    @Test func linesNameRowsAndNothingElse() throws {
        let names = try Self.names()
        var lines: [String: [String]] = [:]
        for (file, text) in try Self.files(Self.sources.appendingPathComponent("SingleoutCommand")) {
            for line in text.split(separator: "\n") where line.contains("@Option(") || line.contains("@Flag(") {
                let match = line.wholeMatch(of: /\s*@(?:Option|Flag)\(\.(\w+)\) var \w+: [\w.?\[\]]+/)
                let row = try #require(match.map { String($0.output.1) }, "\(file): \(line)")
                let name = try #require(names[row], "\(file): \(row)")
                lines[name, default: []].append(row)
            }
            if !file.hasSuffix("Option+Setting.swift") {
                #expect(text.firstMatch(of: /customLong|customShort|@Option\s+var|@Flag\s+var/) == nil, "\(file)")
            }
        }
        let rows = lines.values.joined()
        #expect(Set(rows).count == rows.count, "a row has two lines")
        #expect(Set(lines.keys) == Set(Settings.all.filter { !$0.isArgument }.compactMap(\.name)))
        let twice = lines.filter { $0.value.count > 1 }
        #expect(twice.count <= 8 && twice.allSatisfy { $0.value.count == 2 }, "\(twice)")
    }

    /// Help, and with it manual pages, web pages and completion, is made of the rows.
    @Test func helpIsThatOfTheRows() throws {
        for command in try Self.tool.get().commands {
            for argument in command.arguments where argument.kind != "positional" && argument.shouldDisplay {
                let names = (argument.names ?? []).filter { $0.kind == "long" }.map(\.name)
                if names == ["help"] || names == ["version"] { continue }
                let rows = Settings.all.filter { names == [$0.name] && $0.help == argument.abstract }
                let row = try #require(rows.first, "\(command.commandName) \(names)")
                #expect(row.category.title == argument.sectionTitle, "\(command.commandName) \(names)")
                if let value = row.value { #expect(argument.valueName == value) }
                if case .choice(let words) = row.form { #expect(argument.allValues == words) }
            }
        }
    }

    /// What a release file can say a flag can say, and the other way round. Mappings of fields and the model of a linkage,
    /// which a line cannot hold, and what is about one run alone are the exceptions.
    @Test func everyKeyHasItsFlag() {
        for row in Settings.all {
            if row.key != nil, row.name == nil, row.key != "schema", row.category != .model {
                guard case .mapping = row.form else {
                    Issue.record("\(row.option) has no flag")
                    continue
                }
            }
            if row.key == nil, !Self.ofOneRun.contains(row.category) { Issue.record("\(row.option) has no key") }
        }
    }

    /// `release-file.md` lists the keys as the rows and the commands have them; SINGLEOUT_WRITE_GOLDEN=1 writes the table anew.
    @Test func tableOfKeysIsThatOfTheRows() throws {
        let old = try String(contentsOf: ReleaseKeys.page, encoding: .utf8)
        let page = ReleaseKeys(of: try Self.tool.get()).page(from: old)
        if page != old, ProcessInfo.processInfo.environment["SINGLEOUT_WRITE_GOLDEN"] == "1" {
            try Data(page.utf8).write(to: ReleaseKeys.page)
        }
        #expect(page == old, "release-file.md does not have the keys of the settings")
    }

    @Test func schemaOfTheReleaseFile() throws {
        var text = ""
        var stream = ByteStream { text += String(decoding: $0, as: UTF8.self) }
        try JSONRenderer().render(Settings.releaseSchema, into: &stream)
        try stream.finish()
        try Golden.expect(text, equals: "release.schema.json")
    }
}
