package import ErrorReports

/// Why the records cannot be compared by group. No case holds a value of a record.
package enum GroupError: Error, Hashable, Sendable {
    /// Every value of the field has fewer records than a group needs, as an identifier's values have.
    case noGroup(field: String, minimum: Int)
    /// More groups than can be compared.
    case tooManyGroups(field: String, count: Int, limit: Int)
    /// Every record, or none, has the outcome, so that nothing can be explained by groups.
    case sameOutcome(isAll: Bool)
    /// In every level of a field all records have the outcome, or none has.
    case levelsOfOneOutcome
    /// More indicator columns than a regression can hold.
    case tooManyLevels(count: Int, limit: Int)
    /// The regression found no finite maximum within its steps.
    case notSettled(steps: Int)
}

extension GroupError: Reported {
    /// What was asked, why not, what to do instead.
    package var report: ErrorReport {
        switch self {
        case .noGroup(let field, let minimum):
            .work(
                "groups.no-group", "No value of '\(field)' has \(minimum) records, so it makes no groups.",
                "name a coarser field or lower --min-group.", at: .init(field: field))
        case .tooManyGroups(let field, let count, let limit):
            .work(
                "groups.too-many-groups",
                "'\(field)' makes \(count) groups, more than the \(limit) that can be compared.",
                "name a coarser field or raise --min-group.", at: .init(field: field))
        case .sameOutcome(let isAll):
            .work(
                "groups.same-outcome",
                "\(isAll ? "Every" : "No") record has the outcome, so no group can explain it.",
                "leave --adjust out.")
        case .levelsOfOneOutcome:
            .work(
                "groups.levels-of-one-outcome",
                "In every group all records have the outcome or none has, so no odds ratio has a finite value.",
                "name fewer or coarser fields with --by and --adjust.")
        case .tooManyLevels(let count, let limit):
            .work(
                "groups.too-many-levels",
                "The fields of --by and --adjust have \(count) levels in addition to their references, and at most \(limit) "
                    + "can be fitted.",
                "name coarser fields or raise --min-group.")
        case .notSettled(let steps):
            .work(
                "groups.not-settled", "The regression did not settle within \(steps) steps.",
                "name fewer or coarser fields with --adjust.")
        }
    }
}
