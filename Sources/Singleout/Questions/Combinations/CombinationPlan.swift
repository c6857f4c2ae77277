/// What `combinations` was asked, checked: the fields, and which of their combinations are counted.
public struct CombinationPlan: SelectionPlan {
    /// The data and the fields.
    public let selection: Selection
    /// The most combinations that are shown, at least 1; what suits the format when `nil`.
    package let top: Int?

    /// Checks the question.
    ///
    /// - Parameters:
    ///   - selection: The data and the fields.
    ///   - top: The most combinations that are shown.
    /// - Throws: `PlanError.outOfRange`; `CountingError` for what cannot be counted whatever the data hold.
    public init(_ selection: Selection, top: Int? = nil) throws {
        self.top = try Setting.top.checked(top)
        try selection.requireCombinations()
        self.selection = selection
    }
}
