import Linkage
import Microdata
import Yams

extension ReleaseLink {
    private static let comparators = Comparator.allCases.map(\.rawValue).joined(separator: ", ")

    /// Validates the section `link` of a release file.
    init(_ node: ReleaseNode) throws(ReleaseError) {
        let members = try ReleaseSection(node)
        if let compare = members["compare"] {
            for (field, element) in try Self.members(compare, SettingMapping.comparators.expectation) {
                guard let name = element.node.scalar?.string, let comparator = Comparator(rawValue: name) else {
                    throw element.wrong("one of the comparators \(Self.comparators)")
                }
                comparisons.append(Comparison(field: field, comparator: comparator))
            }
        }
        if let prevalence = members["prevalence"], let share = try members.value(.prevalence) {
            if share == 1 { throw prevalence.wrong("a number above 0 and below 1") }
            self.prevalence = share
        }
        frequencies = try members.value(.frequencies) ?? true
        guard let weights = members["weights"] else {
            if let prevalence = members["prevalence"] {
                throw prevalence.wrong("'weights' with it; without them both are fitted")
            }
            return
        }
        if prevalence == nil {
            throw weights.wrong("'prevalence' with it: the share of all pairs that are one person")
        }
        for (field, element) in try Self.members(weights, SettingMapping.weights.expectation) {
            let levels = comparisons.first { $0.field == field }?.comparator.levels
            let lists = try element.members(["m", "u"])
            func list(_ key: String) throws(ReleaseError) -> [Double] {
                guard let member = lists[key] else { throw element.wrong("both lists, m and u") }
                return try Self.shares(member, levels)
            }
            self.weights[field] = Weights(m: try list("m"), u: try list("u"))
        }
    }

    private static func members(
        _ node: ReleaseNode, _ expected: String
    ) throws(ReleaseError) -> [(String, ReleaseNode)] {
        guard let mapping = node.node.mapping else { throw node.wrong(expected) }
        var members: [(String, ReleaseNode)] = []
        for (name, value) in mapping {
            guard let field = name.scalar?.string, !field.isEmpty else { throw node.wrong(expected) }
            members.append((field, ReleaseNode(node: value, key: node.key + "." + field, file: node.file)))
        }
        return members
    }

    private static func shares(_ node: ReleaseNode, _ levels: Int?) throws(ReleaseError) -> [Double] {
        let expected =
            "a list of \(levels.map { "\($0) " } ?? "")probabilities above 0 that add up to 1, one for each level of the "
            + "comparator, the best first"
        var shares: [Double] = []
        for element in try node.elements(expected) {
            guard let text = element.node.scalar?.string, let value = Double(decimal: text), value > 0, value <= 1
            else {
                throw element.wrong(expected)
            }
            shares.append(value)
        }
        if let levels, shares.count != levels { throw node.wrong(expected) }
        if (shares.reduce(0, +) - 1).magnitude >= 0.01 { throw node.wrong(expected) }
        return shares
    }
}
