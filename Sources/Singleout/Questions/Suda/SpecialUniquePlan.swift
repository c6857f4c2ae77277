public import Counting

/// What `suda` was asked, checked: among which fields minimal sample uniques are looked for.
public struct SpecialUniquePlan: SelectionPlan {
    /// The data and the fields.
    public let selection: Selection

    /// Checks the question.
    ///
    /// - Throws: `CountingError` for what cannot be counted whatever the data hold.
    public init(_ selection: Selection) throws(CountingError) {
        try selection.requireCombinations()
        self.selection = selection
    }
}
