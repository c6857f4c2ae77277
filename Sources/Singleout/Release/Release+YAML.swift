import Microdata
import Yams

extension Release {
    /// Validates the text of a release file.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: The path that it was read from, for messages and for the relative paths in it.
    /// - Throws: `ReleaseError` naming the file, the line, the key and what was expected.
    public init(yaml: String, named file: String) throws(ReleaseError) {
        let root = ReleaseNode(node: try Self.compose(yaml, file: file), key: "", file: file)
        // Until the schema is there this may be a data file given by mistake, so no word of it may reach a message.
        guard let schema = root.node.mapping?["schema"] else { throw .noSchema(file: file) }
        guard schema.scalar?.string == Self.schema else { throw .otherSchema(file: file, line: schema.mark?.line ?? 1) }
        let members = try ReleaseSection(root)
        self.file = file
        data = try members.value(.data)
        delimiter = try members.value(.delimiter)
        dates = try members.value(.dates)
        lines =
            try members.section("lines").map { members throws(ReleaseError) in try LineSelection(members) }
            ?? LineSelection()
        matching = try members.value(.matchText)
        fields = try members["fields"].map { node throws(ReleaseError) in try Self.fields(node) } ?? []
        groups = try members.value(.groups) ?? []
        minimumGroup = try members.value(.minGroup)
        ordered = try members.value(.ordered) ?? []
        entropy = try members.value(.entropy)
        isApproximate = try members.value(.approximate) ?? false
        hierarchies =
            try members.node(of: Setting.levels).map { node throws(ReleaseError) in try Self.hierarchies(node) } ?? [:]
        let missing = try members.section("missing")
        missingValues = try missing?.texts(.missingValues)
        self.missing = try missing?.value(.missing)
        alpha = try missing?.value(.alpha)
        if let alpha = missing?.node(of: Setting.alpha), self.missing != .wildcard {
            throw alpha.wrong("'semantics: wildcard' with it, the only semantics that weighs records")
        }
        let stated = try members["population"].map { node throws(ReleaseError) in try Self.population(node) }
        (population, samplingFraction) = (stated?.population, stated?.samplingFraction)
        across = try members["across"].map { node throws(ReleaseError) in try ReleaseAcross(node) } ?? ReleaseAcross()
        link = try members["link"].map { node throws(ReleaseError) in try ReleaseLink(node) } ?? ReleaseLink()
        families = try members.section("families").map { members throws(ReleaseError) in try ReleaseFamilies(members) }
        requests = try members.section("requests").map { members throws(ReleaseError) in try ReleaseRequests(members) }
        policy =
            try members.section("policy").map { members throws(ReleaseError) in try ReleasePolicy(members) }
            ?? ReleasePolicy()
    }

    private static func compose(_ yaml: String, file: String) throws(ReleaseError) -> Node {
        try requireFewAliases(yaml, file: file)
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
            YamlError.composer(_, _, let mark, _)
        {
            throw .notYAML(file: file, line: mark.line)
        } catch YamlError.duplicatedKeysInMapping(_, let context) {
            throw .notYAML(file: file, line: context.mark.line)
        } catch {
            throw .notYAML(file: file, line: nil)
        }
        guard let node else { throw .noSchema(file: file) }
        return node
    }

    /// More aliases than any release file needs. Their values are read anew for each, so that some thirty of them, each twice as
    /// large as the one before, would keep the reader busy for hours.
    static let aliasLimit = 10

    /// Refuses a text with many aliases; a text that only looks like one is counted too.
    private static func requireFewAliases(_ yaml: String, file: String) throws(ReleaseError) {
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        var (aliases, line, last) = (0, 1, UInt8(ascii: "\n"))
        for (byte, next) in zip(yaml.utf8, yaml.utf8.dropFirst()) {
            if byte == UInt8(ascii: "\n") { line += 1 }
            let mayName = isLetterOrDigit(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: "-")
            let isInside = isLetterOrDigit(last) || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
            if byte == UInt8(ascii: "*"), mayName, !isInside {
                aliases += 1
                if aliases > aliasLimit { throw .tooManyAliases(file: file, line: line, limit: aliasLimit) }
            }
            last = byte
        }
    }

    private static func fields(_ node: ReleaseNode) throws(ReleaseError) -> [ReleaseField] {
        let members = try ReleaseSection(node)
        var fields: [ReleaseField] = []
        var fieldOf: [String: ReleaseField] = [:]
        for role in FieldRole.allCases {
            guard let member = members[role.rawValue] else { continue }
            let names =
                role.isSingle ? [member] : try member.elements("a list of fields, such as [sex, school]")
            for name in names {
                let field = ReleaseField(name: try name.text("the name of a field"), role: role, line: name.line)
                if let first = fieldOf.updateValue(field, forKey: field.name) {
                    throw .repeatedField(
                        file: node.file, line: max(field.line, first.line), field: field.name,
                        firstLine: min(field.line, first.line))
                }
                fields.append(field)
            }
        }
        return fields
    }

    private static func hierarchies(_ node: ReleaseNode) throws(ReleaseError) -> [String: HierarchyChoice] {
        guard let mapping = node.node.mapping else { throw node.wrong(Setting.levels.row.form.expectation) }
        let expected = "a hierarchy, such as date, postcode or the path of a file"
        var hierarchies: [String: HierarchyChoice] = [:]
        for (name, value) in mapping {
            let field = name.scalar?.string ?? ""
            let element = ReleaseNode(node: value, key: node.key + "." + field, file: node.file)
            guard let choice = HierarchyChoice(try element.text(expected), field: field, beside: node.folder) else {
                throw element.wrong(expected)
            }
            hierarchies[field] = choice
        }
        return hierarchies
    }

    private static func population(
        _ node: ReleaseNode
    ) throws(ReleaseError) -> (population: Population?, samplingFraction: Double?) {
        let members = try ReleaseSection(node)
        let (data, size) = (try members.value(.populationData), try members.value(.populationSize))
        switch (data, size, try members.value(.samplingFraction)) {
        case (let data?, nil, nil): return (.data(data), nil)
        case (nil, let size?, nil): return (.size(size), nil)
        case (nil, nil, let fraction?): return (nil, fraction)
        default:
            throw node.wrong(
                "one of 'data', a file, 'size', a number of persons, and 'samplingFraction', the share that is in the file"
            )
        }
    }

    /// A path as the working folder sees it.
    ///
    /// - Parameter folder: Where relative paths start, with a slash at its end; the working folder when empty.
    static func path(_ path: String, in folder: String) -> String {
        // An address is refused by its own name when it is read.
        path.hasPrefix("/") || path == "-" || path.contains("://") ? path : folder + path
    }
}
