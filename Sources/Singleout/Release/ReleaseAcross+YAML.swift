import Yams

extension ReleaseAcross {
    /// Validates the section `across` of a release file.
    ///
    /// - Parameter file: The release file, for messages and for the relative paths in it.
    init(_ node: ReleaseNode, beside file: String) throws(ReleaseError) {
        let members = try node.members(["files", "fields"])
        files =
            try members["files"].map { node throws(ReleaseError) in
                try node.elements("a list of files, such as [attainment.csv, absence.csv]").map {
                    element throws(ReleaseError) in try Release.path(element, beside: file)
                }
            } ?? []
        guard let fields = members["fields"] else { return }
        let expected = "a mapping of fields of the data to lists of their names in other files"
        guard let mapping = fields.node.mapping else { throw fields.wrong(expected) }
        var nameOf: [String: String] = [:]
        for (name, value) in mapping {
            guard let field = name.scalar?.string, !field.isEmpty else { throw fields.wrong(expected) }
            let element = ReleaseNode(node: value, key: fields.key + "." + field, file: file)
            let names = value.scalar == nil ? try element.elements("a list of names, such as [birth_date]") : [element]
            for alias in names {
                let text = try alias.text("the name of a field")
                if let first = nameOf[text], first != field {
                    throw alias.wrong("a name that stands for one field only; '\(text)' stands for '\(first)' already")
                }
                nameOf[text] = field
                aliases[field, default: []].append(text)
            }
        }
    }
}
