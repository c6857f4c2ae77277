import Singleout

/// An option as typed among the arguments of the tool.
struct TypedOption {
    /// The place of its name among the arguments.
    let position: Int
    /// Its name without dashes: the new one where it was typed by an old one.
    let name: String
    /// The old name that was typed.
    let old: OldName?
    /// What follows its name in the same argument, with the '=' before it.
    let suffix: Substring
    /// What its value is, where it has one.
    let value: String?

    /// The options among the arguments of the tool, whether it knows them or not.
    ///
    /// A text that is an option's value is not an option, whatever it looks like, and neither is anything behind `--`.
    static func all(in arguments: [String]) -> [TypedOption] {
        let known = OldName.all.filter { old in arguments.first.map(old.commands.contains) ?? false }
        var (options, position) = ([TypedOption](), 0)
        while position < arguments.count, arguments[position] != "--" {
            defer { position += 1 }
            let argument = arguments[position]
            guard argument.hasPrefix("-") else { continue }
            let end = argument.firstIndex(of: "=") ?? argument.endIndex
            let typed = String(argument[..<end].drop { $0 == "-" })
            let old = argument.hasPrefix("--") ? known.first { $0.old == typed } : nil
            let (name, suffix) = (old?.new ?? typed, argument[end...])
            let next = suffix.isEmpty && position + 1 < arguments.count ? arguments[position + 1] : nil
            options.append(
                TypedOption(
                    position: position, name: name, old: old, suffix: suffix,
                    value: suffix.isEmpty ? next : String(suffix.dropFirst())))
            if suffix.isEmpty, Settings.all.contains(where: { $0.isTyped(name) && $0.takesAnyText }) { position += 1 }
        }
        return options
    }
}

extension SettingRow {
    /// Whether it is the option of a name or a letter.
    fileprivate func isTyped(_ name: String) -> Bool { self.name == name || short.map(String.init) == name }
}
