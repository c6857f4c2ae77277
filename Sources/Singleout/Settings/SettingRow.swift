/// What is declared of a setting, whatever the type of its values.
package struct SettingRow: Sendable, Hashable {
    /// The option's name without dashes; an argument's name in the usage; `nil` for what only a release file can say.
    package let name: String?
    /// One letter in place of the name.
    package let short: Character?
    /// The key of a release file that means the same, with dots between its parts.
    package let key: String?
    /// What it is about.
    package let category: SettingCategory
    /// What its values look like.
    package let form: SettingForm
    /// The placeholder of the value in help.
    package let value: String?
    /// The default in words, as help states it.
    package let standard: String?
    /// What is so without the option and the key where that is not a default.
    package let absent: String?
    /// What it says, without its default.
    package let purpose: String

    init(
        name: String?, short: Character? = nil, key: String? = nil, category: SettingCategory, form: SettingForm,
        value: String? = nil, help: String, standard: String? = nil, absent: String? = nil
    ) {
        (self.name, self.short, self.key, self.category, self.form) = (name, short, key, category, form)
        (self.value, purpose, self.standard, self.absent) = (value, help, standard, absent)
    }

    /// What the option does, with its default.
    package var help: String { purpose + (standard.map { " (default: \($0))" } ?? "") }

    /// Whether it is an argument, which has a place and no dashes.
    package var isArgument: Bool { name.map { $0 == $0.uppercased() } ?? false }

    /// As a user types it: `--min-k`; an argument's name in the usage, or the key where there is neither.
    package var option: String {
        guard let name else { return key ?? "" }
        return isArgument ? name : "--" + name
    }
}
