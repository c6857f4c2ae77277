import Yams

extension ReleaseAcross {
    /// Validates the section `across` of a release file.
    init(_ node: ReleaseNode) throws(ReleaseError) {
        let members = try ReleaseSection(node)
        files = try members.value(.files) ?? []
        guard let fields = members["fields"] else { return }
        let expected = SettingMapping.aliases.expectation
        guard let mapping = fields.node.mapping else { throw fields.wrong(expected) }
        var nameOf: [String: String] = [:]
        for (name, value) in mapping {
            guard let field = name.scalar?.string, !field.isEmpty else { throw fields.wrong(expected) }
            let element = ReleaseNode(node: value, key: fields.key + "." + field, file: node.file)
            let names = value.scalar == nil ? try element.elements("a list of names, such as [birth_date]") : [element]
            for alias in names {
                let text = try alias.text("the name of a field")
                if let first = nameOf[text], first != field {
                    throw alias.wrong("a name that means one field only; '\(text)' means '\(first)' already")
                }
                nameOf[text] = field
                aliases[field, default: []].append(text)
            }
        }
    }
}
