/// What `groups` was asked, checked: which groups of records are compared.
public struct GroupComparisonPlan: QuestionPlan {
    /// The data, the fields and the groups.
    package let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `PlanError` without groups, or with wildcards.
    package init(_ selection: Selection) throws(PlanError) {
        if case .wildcard = selection.missing { throw .wildcardWithGroups }
        if selection.groups.fields.isEmpty { throw .noGroups }
        self.selection = selection
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { selection.inputs }
}
