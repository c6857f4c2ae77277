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
        let members = try root.members([
            "schema", "data", "delimiter", "dates", "fields", "groups", "ordered", "hierarchies", "missing",
            "population",
            "across", "link", "families", "requests", "policy",
        ])
        self.file = file
        data = try members["data"].map { node throws(ReleaseError) in try Self.path(node, beside: file) }
        delimiter = try members["delimiter"].map { node throws(ReleaseError) in
            let text = try node.text("one character in quotes, such as \";\" or \"\\t\"")
            guard Delimiter(text) != nil else { throw node.wrong(Delimiter.expectation) }
            return text
        }
        dates = try members["dates"].map { node throws(ReleaseError) in
            let expected = "one of \(DateOrder.allCases.map(\.rawValue).joined(separator: ", "))"
            guard let order = DateOrder(rawValue: try node.text(expected)) else { throw node.wrong(expected) }
            return order
        }
        fields = try members["fields"].map { node throws(ReleaseError) in try Self.fields(node) } ?? []
        groups = try Self.names(members["groups"], example: "[region, ethnicity]")
        ordered = try Self.names(members["ordered"], example: "[score, grade]")
        hierarchies =
            try members["hierarchies"].map { node throws(ReleaseError) in try Self.hierarchies(node, beside: file) }
            ?? [:]
        let missing = try members["missing"].map { node throws(ReleaseError) in
            try node.members(["values", "semantics", "alpha"])
        }
        missingValues = try missing?["values"].map { node throws(ReleaseError) in
            let expected = "a list of texts, such as [NA, \"?\"]"
            return try node.elements(expected).map { element throws(ReleaseError) in
                guard let scalar = element.node.scalar else { throw element.wrong(expected) }
                return scalar.string
            }
        }
        self.missing = try missing?["semantics"].map { node throws(ReleaseError) in
            let expected = "one of \(MissingName.allCases.map(\.rawValue).joined(separator: ", "))"
            guard let name = MissingName(rawValue: try node.text(expected)) else { throw node.wrong(expected) }
            return name
        }
        alpha = try missing?["alpha"].map { node throws(ReleaseError) in try node.number(.alpha) }
        if let alpha = missing?["alpha"], self.missing != .wildcard {
            throw alpha.wrong("'semantics: wildcard' beside it, the only semantics that weighs records")
        }
        population = try members["population"].map { node throws(ReleaseError) in
            try Self.population(node, beside: file)
        }
        across =
            try members["across"].map { node throws(ReleaseError) in try ReleaseAcross(node, beside: file) }
            ?? ReleaseAcross()
        link = try members["link"].map { node throws(ReleaseError) in try ReleaseLink(node) } ?? ReleaseLink()
        families = try members["families"].map { node throws(ReleaseError) in try ReleaseFamilies(node) }
        requests = try members["requests"].map { node throws(ReleaseError) in
            try ReleaseRequests(node, beside: file)
        }
        policy = try members["policy"].map { node throws(ReleaseError) in try Self.policy(node) } ?? ReleasePolicy()
    }

    private static func names(_ node: ReleaseNode?, example: String) throws(ReleaseError) -> [String] {
        try node.map { node throws(ReleaseError) in try node.names(example: example) } ?? []
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

    /// More aliases than any release file needs. What they stand for is looked at anew for each, so that some thirty of them, each
    /// twice what the one before stands for, would keep the reader busy for hours.
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
        let members = try node.members(FieldRole.allCases.map(\.rawValue))
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

    private static func hierarchies(
        _ node: ReleaseNode, beside file: String
    ) throws(ReleaseError) -> [String: HierarchyChoice] {
        guard let mapping = node.node.mapping else { throw node.wrong("a mapping of fields to hierarchies") }
        let expected = "a hierarchy, such as date, postcode or the path of a file"
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        var hierarchies: [String: HierarchyChoice] = [:]
        for (name, value) in mapping {
            let field = name.scalar?.string ?? ""
            let element = ReleaseNode(node: value, key: node.key + "." + field, file: file)
            guard let choice = HierarchyChoice(try element.text(expected), field: field, beside: folder) else {
                throw element.wrong(expected)
            }
            hierarchies[field] = choice
        }
        return hierarchies
    }

    private static func population(_ node: ReleaseNode, beside file: String) throws(ReleaseError) -> Population {
        let members = try node.members(["data", "size"])
        switch (members["data"], members["size"]) {
        case (let data?, nil): return .data(try path(data, beside: file))
        case (nil, let size?): return .size(try size.number(.population))
        default: throw node.wrong("either 'data', a file, or 'size', a number of persons")
        }
    }

    private static func policy(_ node: ReleaseNode) throws(ReleaseError) -> ReleasePolicy {
        let members = try node.members([
            "minK", "maxUniqueness", "maxRisk", "threshold", "maxRate", "householdThreshold", "identifying",
        ])
        var policy = ReleasePolicy()
        policy.minK = try members["minK"].map { node throws(ReleaseError) in try node.number(.minimumK) }
        policy.maxUniqueness = try members["maxUniqueness"].map { node throws(ReleaseError) in
            try node.number(.maximumUniqueness)
        }
        func number(_ key: String, _ allowed: OptionRange<Double>) throws(ReleaseError) -> Double? {
            try members[key].map { node throws(ReleaseError) in try node.number(allowed) }
        }
        policy.maxRisk = try number("maxRisk", .maximumRisk)
        policy.threshold = try number("threshold", .threshold)
        policy.maxRate = try number("maxRate", .maximumRate)
        policy.householdThreshold = try number("householdThreshold", .householdThreshold)
        policy.identifying = try number("identifying", .identifying)
        return policy
    }

    /// A path of the release file: a relative one starts at the folder of the release file, `-` stays as it is.
    static func path(_ node: ReleaseNode, beside file: String) throws(ReleaseError) -> String {
        path(try node.text("the path of a file"), in: file.lastIndex(of: "/").map { String(file[...$0]) } ?? "")
    }

    /// A path as the working folder sees it.
    ///
    /// - Parameter folder: Where relative paths start, with a slash at its end; the working folder when empty.
    static func path(_ path: String, in folder: String) -> String {
        // An address is refused by its own name when it is read.
        path.hasPrefix("/") || path == "-" || path.contains("://") ? path : folder + path
    }
}
