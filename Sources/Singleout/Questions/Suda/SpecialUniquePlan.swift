import Counting

/// What `suda` was asked, checked: among which fields minimal sample uniques are looked for.
public struct SpecialUniquePlan: QuestionPlan {
    /// The data and the fields.
    package let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `CountingError` for what cannot be counted whatever the data hold.
    public init(_ selection: Selection) throws(CountingError) {
        if case .wildcard = selection.missing { throw .wildcardOverCombinations }
        if selection.maximumSize == nil, selection.quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw .tooManyFields(count: selection.quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
        self.selection = selection
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { selection.inputs }
}
