import ArgumentParser
import Singleout

// An option's line in a command names its row, and everything else comes from there.

extension Option {
    /// An option that may be left out.
    init<Wrapped: ExpressibleByArgument>(_ setting: Setting<Wrapped>) where Value == Wrapped? {
        let row = setting.row
        self.init(name: row.names, parsing: row.parsing, help: row.argumentHelp, completion: row.completion)
    }

    /// An option that may be given several times.
    init<Element: ExpressibleByArgument>(_ setting: Setting<[Element]>) where Value == [Element] {
        let row = setting.row
        self.init(
            wrappedValue: [], name: row.names, parsing: .unconditionalSingleValue, help: row.argumentHelp,
            completion: row.completion)
    }

    /// An option that is needed.
    init(_ setting: Setting<Value>) where Value: ExpressibleByArgument {
        let row = setting.row
        self.init(name: row.names, parsing: row.parsing, help: row.argumentHelp, completion: row.completion)
    }
}

extension Flag where Value == Bool {
    /// An option without a value.
    init(_ setting: Setting<Bool>) {
        self.init(wrappedValue: false, name: setting.row.names, help: setting.row.argumentHelp)
    }
}

extension Argument {
    /// An argument that may be left out.
    init<Wrapped: ExpressibleByArgument>(_ setting: Setting<Wrapped>) where Value == Wrapped? {
        self.init(help: setting.row.argumentHelp, completion: setting.row.completion)
    }

    /// An argument that may be given several times.
    init<Element: ExpressibleByArgument>(_ setting: Setting<[Element]>) where Value == [Element] {
        self.init(wrappedValue: [], help: setting.row.argumentHelp, completion: setting.row.completion)
    }
}

extension OptionGroup {
    /// Options of one section of help.
    init(_ category: SettingCategory) { self.init(title: category.title ?? "") }
}

extension SettingRow {
    fileprivate var names: NameSpecification {
        let long = NameSpecification.Element.customLong(name ?? "")
        return NameSpecification((short.map { [.customShort($0)] } ?? []) + [long])
    }

    fileprivate var argumentHelp: ArgumentHelp {
        ArgumentHelp(help, valueName: isArgument ? name?.lowercased() : value)
    }

    /// A text may begin with a dash; where a word or a number is needed, one that does is the next option.
    fileprivate var parsing: SingleValueParsingStrategy {
        takesAnyText ? .unconditional : .next
    }

    /// Whether what follows the option is its value, whatever it looks like.
    var takesAnyText: Bool {
        switch form {
        case .text, .delimiter, .texts, .rules, .file, .folder, .files, .field, .fields, .mapping: !isArgument
        case .flag, .choice, .format, .whole, .seed, .number: false
        }
    }

    fileprivate var completion: CompletionKind? {
        switch form {
        case .file, .files: .file()
        case .folder: .directory
        default: nil
        }
    }
}
