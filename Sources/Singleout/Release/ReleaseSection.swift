import Microdata
import Yams

/// A mapping of a release file, whose members are read as their settings say.
struct ReleaseSection {
    private let node: ReleaseNode
    private let members: [String: ReleaseNode]

    /// The members of a mapping, each under a key that a setting declares.
    init(_ node: ReleaseNode) throws(ReleaseError) {
        self.node = node
        members = try node.members(Settings.keys(under: node.key))
    }

    /// A member that has members of its own, or that is read in a way of its own.
    subscript(_ name: String) -> ReleaseNode? { members[name] }

    /// The section under a key.
    func section(_ name: String) throws(ReleaseError) -> ReleaseSection? {
        guard let member = members[name] else { return nil }
        return try ReleaseSection(member)
    }

    /// What the key of a setting says, where it is there.
    func node<Value>(of setting: Setting<Value>) -> ReleaseNode? {
        let prefix = node.key.isEmpty ? "" : node.key + "."
        guard let key = setting.row.key, key.hasPrefix(prefix) else {
            preconditionFailure("'\(setting.row.key ?? "")' is no key of '\(node.key)'")
        }
        return members[String(key.dropFirst(prefix.count))]
    }

    func value(_ setting: Setting<String>) throws(ReleaseError) -> String? {
        guard let node = node(of: setting) else { return nil }
        let text = try node.text(setting.row.form.expectation)
        switch setting.row.form {
        case .file, .folder: return Release.path(text, in: node.folder)
        case .delimiter where Delimiter(text) == nil: throw node.wrong(setting.row.form.expectation)
        default: return text
        }
    }

    func value(_ setting: Setting<[String]>) throws(ReleaseError) -> [String]? {
        guard let node = node(of: setting) else { return nil }
        let form = setting.row.form
        return try node.elements(form.expectation).map { element throws(ReleaseError) in
            switch form {
            case .files: return Release.path(try element.text(SettingForm.file.expectation), in: element.folder)
            default: return try element.text(SettingForm.field.expectation)
            }
        }
    }

    /// Texts that may be empty, which are one text with commas between them where they are an option's.
    func texts(_ setting: Setting<String>) throws(ReleaseError) -> [String]? {
        guard let node = node(of: setting) else { return nil }
        let expected = setting.row.form.expectation
        return try node.elements(expected).map { element throws(ReleaseError) in
            guard let scalar = element.node.scalar else { throw element.wrong(expected) }
            return scalar.string
        }
    }

    /// Rules about figures.
    func rules(_ setting: Setting<[String]>) throws(ReleaseError) -> [Rule]? {
        guard let node = node(of: setting) else { return nil }
        let expected = setting.row.form.expectation
        return try node.elements(expected).map { element throws(ReleaseError) in
            let text = try element.text(expected)
            do throws(RuleError) {
                return try Rule(text)
            } catch {
                throw element.wrong(error.expectation)
            }
        }
    }

    func value(_ setting: Setting<Bool>) throws(ReleaseError) -> Bool? {
        guard let node = node(of: setting) else { return nil }
        guard let value = node.node.bool else { throw node.wrong(setting.row.form.expectation) }
        return value
    }

    func value(_ setting: Setting<Int>) throws(ReleaseError) -> Int? {
        try node(of: setting).map { node throws(ReleaseError) in try node.number(setting.range) }
    }

    func value(_ setting: Setting<UInt64>) throws(ReleaseError) -> UInt64? {
        try node(of: setting).map { node throws(ReleaseError) in try node.number(setting.range) }
    }

    func value(_ setting: Setting<Double>) throws(ReleaseError) -> Double? {
        try node(of: setting).map { node throws(ReleaseError) in try node.number(setting.range) }
    }

    func value<Word: RawRepresentable & CaseIterable>(
        _ setting: Setting<Word>
    ) throws(ReleaseError) -> Word? where Word.RawValue == String {
        guard let node = node(of: setting) else { return nil }
        let expected = setting.row.form.expectation
        let text = try node.text(expected)
        if let word = Word(rawValue: text) { return word }
        throw node.wrong(expected, nearest: NearestName.to(text, among: Word.allCases.map(\.rawValue)))
    }
}

extension Settings {
    /// The keys of a section of a release file; of the file itself when the section has no name.
    static func keys(under section: String) -> [String] {
        let prefix = section.isEmpty ? "" : section + "."
        var keys: [String] = []
        for key in all.compactMap(\.key) where key.hasPrefix(prefix) {
            let name = String(key.dropFirst(prefix.count).prefix { $0 != "." })
            if !keys.contains(name) { keys.append(name) }
        }
        return keys
    }
}
