import Briefing
import Disclosure

/// Outcomes by group for every output: who carries the risk.
struct GroupedFigures: Sendable, Hashable {
    /// One outcome, in the order of those of the clusters.
    struct Outcome: Sendable, Hashable {
        /// The name in JSON.
        let key: String
        /// The heading of a column.
        let title: String
    }

    /// The outcomes of equivalence classes.
    static let classOutcomes = [
        Outcome(key: "meanRisk", title: "Mean risk"),
        Outcome(key: "atRisk", title: "At risk"),
        Outcome(key: "uniqueness", title: "Unique"),
    ]
    /// Why there is no interval.
    static let oneCluster = "all its records share one class"
    /// Why there is no ratio.
    static let nothing = "it is 0 for all records"
    /// Rows of a table that a person reads; the rest is in JSON and CSV.
    static let shown = 20

    let outcomes: [Outcome]
    /// A comparison for each field.
    let comparisons: [GroupMeans]

    /// The name of a group in a table. Values that too few records have are not named.
    static func name(_ group: RecordGroups.Group) -> String {
        group.merged == 0
            ? group.value ?? "(missing)" : "\(Wording.count(group.merged, "smaller group")) together"
    }
}
