extension Selection {
    /// Whether some rule is about a figure that `measure` finds.
    static func needsMeasures(_ rules: [Rule]) -> Bool {
        rules.contains { [.population, .populationData, .individual, .household].contains($0.ruled.need) }
    }

    /// Refuses weights and households that no rule is about, as nothing else of a check or a briefing is.
    func requireWeightedRules(_ rules: [Rule]) throws(PlanError) {
        let needs = rules.map(\.ruled.need)
        let isOfHouseholds = needs.contains(.household)
        if arguments.weight != nil, !isOfHouseholds, !needs.contains(.individual) {
            throw Self.idle(Setting.weight.option)
        }
        if arguments.household != nil, !isOfHouseholds { throw Self.idle(Setting.household.option) }
    }

    static func idle(_ option: String) -> PlanError {
        .optionNeeds(option, needed: "a rule about it (\(Setting.require.option))")
    }

    /// Refuses rules about figures that cannot be found in what was named.
    ///
    /// - Parameter option: What states rules other than the keys of a policy, for messages.
    func requireFigures(of rules: [Rule], from option: String = Setting.require.option) throws(PlanError) {
        for rule in rules {
            let needed: String? =
                switch rule.ruled.need {
                case .nothing, .field, .fieldAndL, .fields, .individual, .families: nil
                case .population:
                    population == nil ? "\(Setting.populationSize.option) or \(Setting.populationData.option)" : nil
                case .populationData: if case .data = population { nil } else { Setting.populationData.option }
                case .household: individual.household == nil ? Setting.household.option : nil
                }
            if let needed { throw .optionNeeds(Self.origin(rule, option), needed: needed) }
            if rule.ruled.isOfField, case .wildcard = missing { throw .wildcardWithSensitive }
            if rule.ruled.need != .nothing, case .spark = engine {
                throw .needsLocalEngine(Self.origin(rule, option))
            }
        }
    }

    /// What states a rule, for messages.
    private static func origin(_ rule: Rule, _ option: String) -> String {
        let row = rule.key.flatMap { key in Settings.policy.first { $0.key == "policy.\(key)" } }
        guard let row, let key = row.key else { return "\(option) \(rule.subject)" }
        return "\(row.option) (\(key))"
    }

    /// Refuses options that say how a figure is found which no rule is about: a check and a briefing find it for rules alone.
    ///
    /// - Throws: `PlanError.optionNeeds`.
    func requireRuledChoices(_ rules: [Rule]) throws(PlanError) {
        func isRuled(_ choice: RuledFigure.Choice, of field: String? = nil) -> Bool {
            rules.contains { $0.ruled.place?.choice?.choice == choice && (field == nil || $0.field == field) }
        }
        let nested = arguments.hierarchies.compactMap { FieldPair($0, .equals)?.name }
        let idle = [
            (Setting.riskThreshold.option, arguments.threshold != nil && !isRuled(.threshold)),
            (Setting.entropy.option, arguments.entropy != nil && !isRuled(.entropy)),
            (Setting.ordered.option, !arguments.ordered.allSatisfy { isRuled(.distance, of: $0) }),
            (Setting.valueHierarchy.option, !nested.allSatisfy { isRuled(.distance, of: $0) }),
            (Setting.approximate.option, arguments.isApproximate && !isRuled(.weights)),
        ]
        for (option, isIdle) in idle where isIdle { throw Self.idle(option) }
    }
}
