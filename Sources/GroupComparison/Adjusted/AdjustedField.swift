/// The levels of one field in an adjusted comparison.
package struct AdjustedField: Sendable, Hashable {
    /// How one level compares with the reference, the other fields being equal.
    package enum Comparison: Sendable, Hashable {
        /// The level that the others are compared with: the one with most records.
        case reference
        /// The odds of the outcome over those of the reference, with the ends of its 95 % interval.
        case oddsRatio(Double, lower: Double, upper: Double)
        /// Every record of the level has the outcome, or none has, so that the odds ratio has no finite value.
        case sameOutcome(isAll: Bool)
        /// Within the levels of the other fields the records have one outcome, so that the odds ratio has no finite value.
        case unbounded
        /// The level follows from those of the fields before it.
        case dependent
    }

    /// The groups of the field.
    package let groups: RecordGroups
    /// For each group its comparison.
    package let comparisons: [Comparison]
}
