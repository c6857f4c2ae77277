package import GroupComparison

/// Which groups of records are compared, and how.
public struct GroupPlan: Codable, Hashable, Sendable {
    /// The fields whose values are the groups, in the user's order; none when groups were not asked for.
    package let fields: [String]
    /// The fields that are to be equal in an adjusted comparison, in the user's order; no comparison is adjusted when `nil`.
    package let adjusted: [String]?
    /// What an adjusted comparison explains.
    package let outcome: AdjustedOutcome
    /// The fewest records of a group, at least 1; smaller ones are merged.
    package let minimum: Int

    /// Every field that is read for groups, each once.
    var allFields: [String] { fields + (adjusted ?? []) }

    /// Checks the arguments and fills in what they leave open from the release.
    ///
    /// - Throws: `PlanError` that names the option and what it needs.
    init(_ arguments: SelectionRequest, _ release: Release?) throws(PlanError) {
        let named = try Selection.names(arguments.groups, "--by")
        fields = named.isEmpty ? release?.groups ?? [] : named
        let adjusted = try Selection.names(arguments.adjusted, "--adjust")
        for (option, names) in [("--by", fields), ("--adjust", adjusted)] {
            var seen: Set<String> = []
            for field in names where !seen.insert(field).inserted { throw .repeatedField(field, option: option) }
        }
        for field in adjusted where fields.contains(field) {
            throw .fieldInTwoRoles(field, options: ["--by", "--adjust"])
        }
        if fields.isEmpty {
            let options = [
                ("--adjust", !adjusted.isEmpty), ("--min-group", arguments.minimumGroup != nil),
                ("--outcome", arguments.outcome != nil),
            ]
            for (option, isGiven) in options where isGiven { throw .optionNeeds(option, needed: "--by") }
        }
        if arguments.outcome != nil, adjusted.isEmpty { throw .optionNeeds("--outcome", needed: "--adjust") }
        self.adjusted = adjusted.isEmpty ? nil : adjusted
        outcome = arguments.outcome ?? .unique
        minimum = try Setting.minGroup.checked(arguments.minimumGroup ?? release?.minimumGroup) ?? Default.minimumGroup
    }
}
