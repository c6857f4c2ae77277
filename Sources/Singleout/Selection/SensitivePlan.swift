package import Disclosure

/// Which fields must not be learned, and how their values are compared.
public struct SensitivePlan: Codable, Hashable, Sendable {
    /// The fields, in the user's order; none of them a quasi-identifier.
    package let fields: [String]
    /// Those of them whose values have an order, for t-closeness.
    package let ordered: [String]
    /// For some of them the path of a hierarchy of their values, for t-closeness.
    package let hierarchies: [String: String]
    /// How entropies are estimated.
    package let entropy: EntropyDiversity.Estimator

    /// Checks the arguments and fills in what they leave open from the release.
    ///
    /// A field that a flag makes a quasi-identifier, weight or household loses its role in the release; one that a rule is about is
    /// sensitive.
    ///
    /// - Throws: `PlanError` that names the option and what it needs.
    init(
        _ arguments: SelectionRequest, _ release: Release?, apartFrom others: [String], ruled: [String] = []
    ) throws(PlanError) {
        let named = try Selection.names(arguments.sensitive, "--sensitive")
        let released = release?.fields.filter { $0.role == .sensitive }.map(\.name) ?? []
        let stated = named.isEmpty ? released.filter { !others.contains($0) } : named
        let fields = stated + ruled.filter { !stated.contains($0) }
        var seen: Set<String> = []
        for field in fields where !seen.insert(field).inserted { throw .repeatedField(field, option: "--sensitive") }
        let ordered = try Selection.names(arguments.ordered, "--ordered")
        var hierarchies: [String: String] = [:]
        for text in arguments.hierarchies {
            guard let pair = FieldPair(text, .equals) else {
                throw .outOfRange(
                    option: Setting.valueHierarchy.option, expected: "a sensitive field and a file: field=file.csv")
            }
            hierarchies[pair.name] = pair.text
        }
        for (option, names) in [("--ordered", ordered), (Setting.valueHierarchy.option, hierarchies.keys.sorted())] {
            for name in names where !fields.contains(name) { throw .notSensitive(name, option: option) }
        }
        for (field, choice) in release?.hierarchies ?? [:]
        where fields.contains(field) && hierarchies[field] == nil && !ordered.contains(field) {
            guard case .file(let path) = choice else {
                throw .outOfRange(
                    option: "'hierarchies' of the release", expected: "the file of a hierarchy for a sensitive field")
            }
            hierarchies[field] = path
        }
        self.fields = fields
        self.ordered = (ordered + (release?.ordered ?? [])).filter { fields.contains($0) && hierarchies[$0] == nil }
        for field in ordered where hierarchies[field] != nil { throw .twoDistances(field) }
        self.hierarchies = hierarchies.filter { fields.contains($0.key) }
        if let entropy = arguments.entropy {
            if fields.isEmpty { throw .optionNeeds("--entropy", needed: "--sensitive") }
            self.entropy = entropy
        } else {
            self.entropy = release?.entropy ?? .shannon
        }
    }
}
