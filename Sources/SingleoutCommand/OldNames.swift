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
    /// - Throws: `UsageError` where an option is there by its old name and by its new one.
    static func replaced(in arguments: [String]) throws(UsageError) -> (arguments: [String], names: [OldName]) {
        var (renamed, found, given) = (arguments, [OldName](), Set<String>())
        for option in TypedOption.all(in: arguments) {
            if let old = option.old {
                renamed[option.position] = "--\(old.new)" + option.suffix
                if !found.contains(where: { $0.old == old.old }) { found.append(old) }
            } else {
                given.insert(option.name)
            }
        }
        if let twice = found.first(where: { given.contains($0.new) }) {
            throw .oldAndNewName(old: twice.old, new: twice.new)
        }
        return (renamed, found)
    }
}
