/// What `groups` was asked, checked: which groups of records are compared.
public struct GroupComparisonPlan: SelectionPlan {
    /// The data, the fields and the groups.
    public let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `PlanError` without groups, or with wildcards.
    public init(_ selection: Selection) throws(PlanError) {
        if case .wildcard = selection.missing { throw .wildcardWithGroups }
        if selection.groups.fields.isEmpty { throw .noGroups }
        self.selection = selection
    }
}
