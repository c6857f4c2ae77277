import Counting
import Disclosure

/// What `explain` was asked, checked: why which record is singled out.
public struct ExplainPlan: SelectionPlan {
    /// The data and the fields.
    public let selection: Selection
    /// The record, counted from 1 below the header.
    package let number: Int

    /// Checks the question.
    ///
    /// - Parameters:
    ///   - selection: The data and the fields.
    ///   - number: The record, counted from 1 below the header.
    /// - Throws: `PlanError.outOfRange`; `CountingError` for what cannot be counted whatever the data hold.
    public init(_ selection: Selection, record number: Int) throws {
        _ = try Setting.record.checked(number)
        if case .wildcard = selection.missing { throw CountingError.wildcardHasNoClasses }
        let limit = RecordExplanation.fieldLimit
        if selection.quasiIdentifiers.count > limit {
            throw CountingError.tooManyFieldsOfSets(count: selection.quasiIdentifiers.count, limit: limit)
        }
        (self.selection, self.number) = (selection, number)
    }
}
