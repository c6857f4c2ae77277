/// What `check` was asked, checked: which rules a file must meet.
public struct CheckPlan: SelectionPlan {
    /// The data, the fields and the rules.
    public let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `PlanError` without rules, for rules about what was not named, and for options that no rule is about.
    public init(_ selection: Selection) throws(PlanError) {
        if selection.rules.isEmpty, selection.baselines.isEmpty { throw .noRules }
        // The rules that baselines make are not known before these are read.
        if selection.baselines.isEmpty { try Self.require(selection.rules, of: selection) }
        self.selection = selection
    }

    /// Refuses rules about what was not named, and options that no rule is about.
    ///
    /// - Parameters:
    ///   - rules: All rules.
    ///   - former: Those that baselines made.
    static func require(
        _ rules: [Rule], of selection: Selection, former: [Rule] = []
    ) throws(PlanError) {
        try requireUse(of: selection, in: rules)
        try selection.requireFigures(of: selection.rules)
        try selection.requireFigures(of: former, from: Setting.baseline.option)
        if selection.data == "-", rules.contains(where: { $0.ruled.need == .families }) {
            throw .optionNeeds("A rule about families", needed: "a file that can be read twice")
        }
    }

    /// Refuses options that no rule is about: a user who names a sensitive field would think that it is judged.
    private static func requireUse(of selection: Selection, in rules: [Rule]) throws(PlanError) {
        let arguments = selection.arguments
        let needs = rules.map(\.ruled.need)
        let isOfPopulation = needs.contains(.population) || needs.contains(.populationData)
        try selection.requireWeightedRules(rules)
        try selection.requireRuledChoices(rules)
        let idle = [
            (Setting.sensitive.option, !arguments.sensitive.allSatisfy(rules.flatMap(\.fields).contains)),
            (Setting.populationData.option, arguments.populationData != nil && !isOfPopulation),
            (Setting.populationSize.option, arguments.populationSize != nil && !isOfPopulation),
            (Setting.family.option, arguments.families.family != nil && !needs.contains(.families)),
            (Setting.infer.option, !arguments.families.infer.isEmpty && !needs.contains(.families)),
        ]
        for (option, isIdle) in idle where isIdle { throw Selection.idle(option) }
    }

    /// The fields that rules are about, in addition to the quasi-identifiers.
    func fields(of rules: [Rule]) -> [String] {
        let needs = rules.map(\.ruled.need)
        let asked = selection.arguments.families
        return rules.flatMap(\.fields)
            + (needs.contains(.individual) ? [selection.individual.weight].compactMap(\.self) : [])
            + (needs.contains(.household)
                ? [selection.individual.weight, selection.individual.household].compactMap(\.self) : [])
            + (needs.contains(.families) ? asked.infer + [asked.family].compactMap(\.self) : [])
    }

    /// The families that rules are about: those of the arguments or of the release, by the fields of the combination unless the release
    /// names what is known of members.
    func families() throws -> FamilyPlan {
        var asked = selection.arguments
        (asked.requirements, asked.baselines, asked.sensitive, asked.groups) = ([], [], [], [])
        (asked.ordered, asked.hierarchies, asked.entropy) = ([], [], nil)
        let area = asked.families.area ?? selection.release?.families?.area
        if selection.release?.families?.members.isEmpty ?? true || !asked.quasiIdentifiers.isEmpty {
            asked.quasiIdentifiers = selection.quasiIdentifiers.filter { $0 != area && $0 != asked.families.family }
        }
        return try FamilyPlan(asked, asked.families, release: selection.release, tables: selection.tables.tables)
    }
}
