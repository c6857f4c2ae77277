package import Microdata

/// What the values of a setting look like.
package enum SettingForm: Sendable, Hashable {
    /// Any text.
    case text
    /// One character, or its name.
    case delimiter
    /// Texts with commas between them; a list in a release file.
    case texts
    /// Rules; a list in a release file.
    case rules
    /// The path of a file.
    case file
    /// The path of a folder.
    case folder
    /// Paths of files.
    case files
    /// The name of a field.
    case field
    /// Names of fields; the example is that of a list in a release file.
    case fields(example: String)
    /// Nothing: an option that is given or not.
    case flag
    /// One of some words.
    case choice([String])
    /// The format of an output, whose words the tool knows.
    case format
    /// A whole number.
    case whole(NumberRange<Int>)
    /// A whole number of 64 bits.
    case seed(NumberRange<UInt64>)
    /// A number.
    case number(NumberRange<Double>)
    /// A mapping of fields, which is a list of pairs on the command line.
    case mapping(SettingMapping)

    /// What a release file must have there.
    var expectation: String {
        switch self {
        case .text: "a text"
        case .delimiter: Delimiter.expectation
        case .texts: "a list of texts, such as [NA, \"?\"]"
        case .rules: "a list of rules, such as [\"k>=5\", \"l(diagnosis)>=2\"]"
        case .file, .folder: "the path of a file"
        case .files: "a list of files, such as [attainment.csv, absence.csv]"
        case .field: "the name of a field"
        case .fields(let example): "a list of fields, such as \(example)"
        case .flag: "true or false"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .format: "the name of a format"
        case .whole(let range): range.expectation
        case .seed(let range): range.expectation
        case .number(let range): range.expectation
        case .mapping(let mapping): mapping.expectation
        }
    }
}

/// A mapping of fields to something.
package enum SettingMapping: Sendable, Hashable, CaseIterable {
    /// Hierarchies of their values.
    case hierarchies
    /// Their names in other files.
    case aliases
    /// Their comparators.
    case comparators
    /// The probabilities of the levels of their comparators.
    case weights

    var expectation: String {
        switch self {
        case .hierarchies: "a mapping of fields to hierarchies"
        case .aliases: "a mapping of fields of the data to lists of their names in other files"
        case .comparators: "a mapping of fields to comparators"
        case .weights: "a mapping of fields to {m: [...], u: [...]}"
        }
    }
}
