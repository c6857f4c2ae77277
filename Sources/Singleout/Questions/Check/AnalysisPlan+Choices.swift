extension AnalysisPlan {
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
