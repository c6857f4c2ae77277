package import Microdata

/// An option of the tool and the key of a release file that means the same, declared once.
///
/// Help, manual pages, the table of the release file's keys and its JSON Schema are made from this; the option's line in a command,
/// the reading of the key and the check of a plan name it. To add one, write a row in a file of `Rows` and name it in the list of
/// that file, which `Settings.all` joins. Each command that takes it has a line with its name, such as `@Option(.minK)`, and hands the
/// value to its arguments; a release reads the key with `value(.minK)`; and the plan checks it with `Setting.minK.checked`.
package struct Setting<Value>: Sendable {
    /// What is declared, without the type of its values.
    package let row: SettingRow

    /// A row for values of any type.
    init(row: SettingRow) { self.row = row }

    /// The option as a user types it: `--min-k`.
    package var option: String { row.option }
}

extension Setting<String> {
    /// A text, or what names a file, a folder or a field.
    init(
        _ name: String, short: Character? = nil, key: String? = nil, _ category: SettingCategory,
        _ form: SettingForm = .text, value: String? = nil, help: String, standard: String? = nil, absent: String? = nil
    ) {
        self.init(
            row: SettingRow(
                name: name, short: short, key: key, category: category, form: form, value: value, help: help,
                standard: standard, absent: absent))
    }
}

extension Setting<[String]> {
    /// Texts, names of fields or paths.
    init(
        _ name: String, short: Character? = nil, key: String? = nil, _ category: SettingCategory, _ form: SettingForm,
        value: String? = nil, help: String, standard: String? = nil, absent: String? = nil
    ) {
        self.init(
            row: SettingRow(
                name: name, short: short, key: key, category: category, form: form, value: value, help: help,
                standard: standard, absent: absent))
    }
}

extension Setting<Bool> {
    /// A flag.
    init(_ name: String, key: String? = nil, _ category: SettingCategory, help: String) {
        self.init(
            row: SettingRow(
                name: name, key: key, category: category, form: .flag, help: help,
                absent: key == nil ? nil : "`false`"))
    }
}

extension Setting where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of some words.
    init(
        _ name: String, key: String? = nil, _ category: SettingCategory, value: String? = nil, help: String,
        standard: String? = nil
    ) {
        let words = Value.allCases.map(\.rawValue)
        self.init(
            row: SettingRow(
                name: name, key: key, category: category, form: .choice(words), value: value, help: help,
                standard: standard))
    }
}

extension Setting<Int> {
    /// A whole number.
    ///
    /// - Parameter help: What it is, made of the range in words.
    init(
        _ name: String, key: String? = nil, _ category: SettingCategory, _ range: NumberRange<Int>,
        value: String? = nil, standard: String? = nil, absent: String? = nil, help: (String) -> String
    ) {
        self.init(
            row: SettingRow(
                name: name, key: key, category: category, form: .whole(range), value: value, help: help(range.words),
                standard: standard, absent: absent))
    }

    /// The numbers that it takes.
    package var range: NumberRange<Int> {
        guard case .whole(let range) = row.form else { preconditionFailure("\(option) was declared without a range") }
        return range
    }
}

extension Setting<UInt64> {
    /// A seed.
    ///
    /// - Parameter help: What it is, made of the range in words.
    init(
        _ name: String, key: String? = nil, _ category: SettingCategory, _ range: NumberRange<UInt64>,
        value: String? = nil, standard: String? = nil, help: (String) -> String
    ) {
        self.init(
            row: SettingRow(
                name: name, key: key, category: category, form: .seed(range), value: value, help: help(range.words),
                standard: standard))
    }

    /// The numbers that it takes.
    package var range: NumberRange<UInt64> {
        guard case .seed(let range) = row.form else { preconditionFailure("\(option) was declared without a range") }
        return range
    }
}

extension Setting<Double> {
    /// A number.
    ///
    /// - Parameter help: What it is, made of the range in words.
    init(
        _ name: String, key: String? = nil, _ category: SettingCategory, _ range: NumberRange<Double>,
        value: String? = nil, standard: String? = nil, absent: String? = nil, help: (String) -> String
    ) {
        self.init(
            row: SettingRow(
                name: name, key: key, category: category, form: .number(range), value: value, help: help(range.words),
                standard: standard, absent: absent))
    }

    /// The numbers that it takes.
    package var range: NumberRange<Double> {
        guard case .number(let range) = row.form else { preconditionFailure("\(option) was declared without a range") }
        return range
    }
}

extension Setting<Int> {
    /// A number, or none, that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    package func checked(_ number: Int?) throws(PlanError) -> Int? {
        if let number, !range.contains(number) { throw .outOfRange(option: option, expected: range.expectation) }
        return number
    }
}

extension Setting<Double> {
    /// A number, or none, that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    package func checked(_ number: Double?) throws(PlanError) -> Double? {
        if let number { return try checked(number) as Double }
        return nil
    }

    /// A number that the option takes.
    ///
    /// - Throws: `PlanError.outOfRange`.
    package func checked(_ number: Double) throws(PlanError) -> Double {
        if !range.contains(number) { throw .outOfRange(option: option, expected: range.expectation) }
        return number
    }
}
