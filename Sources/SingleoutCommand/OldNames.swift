import ArgumentParser
import Singleout

/// Names that options had before, which work until version 1.0.
struct OldName {
    /// The commands that had it.
    let commands: Set<String>
    /// As it was, without dashes.
    let old: String
    /// The new name, without dashes.
    let new: String

    /// Every old name. A name that meant several things became several.
    static let all = [
        OldName(commands: ["measure", "groups", "across", "explain"], old: "threshold", new: "risk-threshold"),
        OldName(commands: ["link", "simulate"], old: "threshold", new: "match-probability"),
        OldName(commands: ["brief"], old: "threshold", new: "min-published-count"),
        OldName(commands: ["families"], old: "truth", new: "truth-file"),
        OldName(commands: ["link", "across"], old: "truth", new: "truth-field"),
        OldName(commands: ["measure"], old: "hierarchy", new: "value-hierarchy"),
        OldName(commands: ["recode", "brief"], old: "hierarchy", new: "levels"),
        OldName(commands: ["measure", "explain"], old: "weights", new: "weight"),
        OldName(commands: ["link", "simulate"], old: "method", new: "match-method"),
        OldName(commands: ["simulate"], old: "errors", new: "request-errors"),
        OldName(commands: ["simulate"], old: "by", new: "census-fields"),
    ]

    /// What is said to somebody who uses it.
    var warning: String { "--\(old) is now --\(new); the old name works until version 1.0." }

    /// The arguments of the tool with new names in the place of old ones, and the old names that were there, each once.
    ///
    /// A text that is an option's value does not change, whatever it looks like, and so does everything behind `--`.
    ///
    /// - Throws: `ValidationError` where an option is there by its old name and by its new one.
    static func replaced(in arguments: [String]) throws -> (arguments: [String], names: [OldName]) {
        guard let command = arguments.first else { return (arguments, []) }
        let known = all.filter { $0.commands.contains(command) }
        if known.isEmpty { return (arguments, []) }
        var (renamed, found, given) = (arguments, [OldName](), Set<String>())
        var position = 1
        while position < arguments.count, arguments[position] != "--" {
            defer { position += 1 }
            let argument = arguments[position]
            guard argument.hasPrefix("-") else { continue }
            let end = argument.firstIndex(of: "=") ?? argument.endIndex
            var name = String(argument[..<end].drop { $0 == "-" })
            if argument.hasPrefix("--"), let old = known.first(where: { $0.old == name }) {
                renamed[position] = "--\(old.new)" + argument[end...]
                if !found.contains(where: { $0.old == old.old }) { found.append(old) }
                name = old.new
            } else {
                given.insert(name)
            }
            if end == argument.endIndex, Settings.all.contains(where: { $0.isTyped(name) && $0.takesAnyText }) {
                position += 1
            }
        }
        if let twice = found.first(where: { given.contains($0.new) }) {
            throw ValidationError("--\(twice.old) is the old name of --\(twice.new); give one of them.")
        }
        return (renamed, found)
    }
}

extension SettingRow {
    /// Whether it is the option of a name or a letter.
    fileprivate func isTyped(_ name: String) -> Bool { self.name == name || short.map(String.init) == name }
}
