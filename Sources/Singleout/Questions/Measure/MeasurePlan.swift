/// What `measure` was asked, checked: what is measured of one combination of fields.
public struct MeasurePlan: SelectionPlan {
    /// The data, the fields, and what is measured of them.
    public let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `PlanError` for what wildcards do not have, and for what does not follow from the class sizes of a cluster.
    public init(_ selection: Selection) throws(PlanError) {
        var isPopulationRead = false
        if case .data = selection.population { isPopulationRead = true }
        if case .spark = selection.engine {
            if case .wildcard = selection.missing { throw .needsLocalEngine("--missing wildcard") }
            let options: [(String, Bool)] = [
                ("--sensitive", !selection.sensitive.fields.isEmpty),
                (Setting.weight.option, selection.individual.weight != nil),
                ("--household", selection.individual.household != nil),
                ("--max-rate", selection.individual.maxRate != nil), ("--by", !selection.groups.fields.isEmpty),
                ("--population-data", isPopulationRead),
            ]
            for (option, isGiven) in options where isGiven { throw .needsLocalEngine(option) }
        } else if case .wildcard = selection.missing {
            if isPopulationRead { throw .wildcardWithPopulation }
            if !selection.sensitive.fields.isEmpty { throw .wildcardWithSensitive }
            if !selection.groups.fields.isEmpty { throw .wildcardWithGroups }
        }
        self.selection = selection
    }
}
