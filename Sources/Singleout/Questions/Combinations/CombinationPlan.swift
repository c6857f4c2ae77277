import Counting

/// What `combinations` was asked, checked: the fields, and which of their combinations are counted.
public struct CombinationPlan: QuestionPlan {
    /// The data and the fields.
    package let selection: Selection
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
        if case .wildcard = selection.missing { throw CountingError.wildcardOverCombinations }
        if selection.maximumSize == nil, selection.quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw CountingError.tooManyFields(
                count: selection.quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
        self.selection = selection
    }

    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { selection.inputs }
}
