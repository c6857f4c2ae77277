import Foundation
import Singleout

/// The table of the keys of a release file, made of the settings and of which command takes which option.
struct ReleaseKeys {
    /// The page that holds it.
    static let page = Notebook.root.appendingPathComponent("notebooks-text/release-file.md")
    private static let head = "| key | value | flag | commands with the flag | when left out |"

    private let commands: [CommandDescription]

    init(of tool: CommandDescription) { commands = tool.commands }

    /// The table.
    var text: String {
        let all = Self.once(Settings.all.compactMap(\.key))
        let keys = Self.once(all.map(Self.section)).flatMap { section in all.filter { Self.section($0) == section } }
        let lines = keys.map { key in
            let rows = Settings.all.filter { $0.key == key }
            let flags = rows.filter { $0.name != nil }.map { "`\($0.option)`" }
            let named = Set(rows.compactMap(\.name)).isEmpty ? siblings(of: key) : rows
            let takers = commands.filter { command in
                named.contains { takes($0, command) } && isAbout(key, rows, command)
            }
            let absent = rows.compactMap { $0.standard ?? $0.absent }
            return
                "| `\(key)` | \(rows.first.map { Self.words($0.form) } ?? "") | \(Self.once(flags).joined(separator: ", ")) "
                + "| \(list(takers)) "
                + "| \(Self.once(absent).joined(separator: "; ")) |"
        }
        return ([Self.head, "| --- | --- | --- | --- | --- |"] + lines).joined(separator: "\n")
    }

    /// The page with the table in the place of the one that it has.
    func page(from old: String) -> String {
        var lines = old.components(separatedBy: "\n")
        guard let first = lines.firstIndex(where: { $0.hasPrefix("| key | value |") }) else { return old }
        let end = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
        lines.replaceSubrange(first..<end, with: [text])
        return lines.joined(separator: "\n")
    }

    /// The settings that stand in the same section.
    private func siblings(of key: String) -> [SettingRow] {
        let section = key.prefix { $0 != "." } + "."
        return Settings.all.filter { $0.name != nil && $0.key?.hasPrefix(section) ?? false }
    }

    /// Whether a command asks for what the section of a key is about, and not only takes an option that means more.
    private func isAbout(_ key: String, _ rows: [SettingRow], _ command: CommandDescription) -> Bool {
        guard let lead = Settings.all.first(where: { $0.key.map(Self.section) == Self.section(key) }) else {
            return true
        }
        return rows.allSatisfy { $0.category == lead.category || $0.category == .model } || takes(lead, command)
    }

    private func list(_ takers: [CommandDescription]) -> String {
        func names(_ commands: [CommandDescription]) -> String {
            commands.map { "`\($0.commandName)`" }.joined(separator: ", ")
        }
        let others = commands.filter { command in !takers.contains { $0.commandName == command.commandName } }
        return others.count < 5 ? "all but " + names(others) : names(takers)
    }

    private static func section(_ key: String) -> Substring { key.prefix { $0 != "." } }

    private func takes(_ row: SettingRow, _ command: CommandDescription) -> Bool {
        command.arguments.contains { argument in
            row.isArgument
                ? argument.kind == "positional" && argument.abstract == row.help
                : argument.names?.contains { $0.typed == row.option } ?? false && argument.abstract == row.help
        }
    }

    private static func once<Text: Equatable>(_ texts: [Text]) -> [Text] {
        texts.indices.filter { texts.firstIndex(of: texts[$0]) == $0 }.map { texts[$0] }
    }

    private static func words(_ form: SettingForm) -> String {
        switch form {
        case .text, .format: "text"
        case .delimiter: "character or its name"
        case .texts: "list of texts"
        case .rules: "list of rules"
        case .file: "path"
        case .folder: "path of a folder"
        case .files: "list of paths"
        case .field: "field"
        case .fields: "list of fields"
        case .flag: "`true` or `false`"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .whole(let range): "whole number " + range.words
        case .seed(let range): "whole number " + range.words
        case .number(let range): "number " + range.words
        case .mapping(.hierarchies): "mapping of fields to paths or levels"
        case .mapping(.aliases): "mapping of fields to lists of names"
        case .mapping(.comparators): "mapping of fields to comparators"
        case .mapping(.weights): "mapping of fields to `m` and `u`"
        }
    }
}
