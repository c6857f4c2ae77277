import Briefing
import GroupComparison

/// Outcomes by group for every output: who carries the risk.
struct GroupedFigures: Sendable, Hashable {
    /// The outcomes of equivalence classes.
    static let classOutcomes: [Figure] = [.outcomeMeanRisk, .outcomeAtRisk, .outcomeUniqueness]
    /// The outcomes of families.
    static let familyOutcomes: [Figure] = [.outcomeFamilyUnique, .outcomeHouseholdRegisterRisk]
    /// Every outcome that groups are compared by.
    static let allOutcomes: [Figure] =
        classOutcomes + [.outcomeIndividualRisk] + familyOutcomes
        + [.logLinearMatch, .logLinearUnique, .latentClassMatch, .latentClassUnique]
    /// Why the answer has no interval.
    static let oneCluster = "all its records share one class"
    /// Why the answer has no ratio.
    static let nothing = "it is 0 for all records"
    /// Rows of a table that a person reads; the rest is in JSON and CSV.
    static let shown = 20

    /// The outcomes, in the order of those of the clusters.
    let outcomes: [Figure]
    /// A comparison for each field.
    let comparisons: [GroupMeans]

    /// The name of a group in a table. Values that too few records have are not named.
    static func name(_ group: RecordGroups.Group) -> String {
        group.merged == 0
            ? group.value ?? "(missing)" : "\(Wording.count(group.merged, "smaller group")) together"
    }
}
