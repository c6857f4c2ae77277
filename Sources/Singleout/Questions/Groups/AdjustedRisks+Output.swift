import Briefing
import GroupComparison

extension AdjustedRisks {
    static let dependentReason = "it follows from the fields before it"

    static func reason(_ comparison: AdjustedField.Comparison) -> String? {
        switch comparison {
        case .reference, .oddsRatio: nil
        case .sameOutcome(let isAll): isAll ? "all its records have the outcome" : "none of its records has the outcome"
        case .unbounded: "the other fields leave its records one outcome"
        case .dependent: dependentReason
        }
    }

    /// The comparison as answers have it.
    static let shape = Shape<AdjustedRisks>(
        .value(.outcome) { $0.outcome.rawValue },
        .value(.comparedRecords) { $0.records },
        .value(.adjustedEvents) { $0.events },
        .value(.recordsOfOneOutcome) { $0.recordsOfOneOutcome },
        .value(.patterns) { $0.patterns },
        .value(.deviance) { $0.deviance },
        .value(.steps) { $0.steps },
        .list(.adjustedFields, fieldShape) { $0.fields })

    private static let fieldShape = Shape<AdjustedField>(
        .value(.field) { $0.groups.field },
        .list(.levels, levelShape) { Array(zip($0.groups.groups, $0.comparisons)) })

    private static let levelShape = Shape<(RecordGroups.Group, AdjustedField.Comparison)>(
        .members(RecordGroups.Group.shape) { $0.0 },
        .value(.groupRecords) { $0.0.records },
        .value(.isReference) { if case .reference = $0.1 { true } else { false } },
        .value(.oddsRatio, because: { reason($0.1) ?? "" }) { level -> Double? in
            switch level.1 {
            case .reference: 1
            case .oddsRatio(let ratio, _, _): ratio
            case .sameOutcome, .unbounded, .dependent: nil
            }
        },
        .object(ifAny: .interval, ClosedRange<Double>.shape) {
            if case .oddsRatio(_, let lower, let upper) = $0.1 { lower...upper } else { nil }
        })

    /// The section for a reader.
    var section: Section {
        let rows = fields.flatMap { field in
            zip(field.groups.groups, field.comparisons).map { group, comparison -> [Cell] in
                let start: [Cell] = [
                    .text(field.groups.field), .text(GroupedFigures.name(group)), .integer(group.records),
                ]
                switch comparison {
                case .reference: return start + [.text("reference"), .text(""), .text("")]
                case .oddsRatio(let ratio, let lower, let upper):
                    return start + [ratio, lower, upper].map { .real($0, decimals: 3) }
                case .sameOutcome, .unbounded, .dependent:
                    let none = Cell.missing(reason: Self.reason(comparison) ?? "")
                    return start + [none, none, none]
                }
            }
        }
        let outcomeText = outcome == .unique ? "being alone in the class" : "being at risk"
        return Section(
            "Adjusted: odds of \(outcomeText), the other fields being equal",
            blocks: [
                .table(
                    Tabulation(
                        columns: [
                            Figure.field.words(), Figure.group.words(), Figure.groupRecords.column(),
                            Figure.oddsRatio.column(), Figure.lower.column("95 % from"), Figure.upper.column("to"),
                        ], rows: rows)),
                .note(
                    "Logistic regression of \(outcomeText) on these fields: \(Wording.count(records, "record")), "
                        + "\(NumberText.integer(events)) of them with the outcome. An odds ratio of 2 means that the odds are "
                        + "twice those of the reference, the largest group. "
                        + (recordsOfOneOutcome == 0
                            ? ""
                            : "\(Wording.count(recordsOfOneOutcome, "record")) in groups of one outcome "
                                + "\(recordsOfOneOutcome == 1 ? "is" : "are") left out. ")
                        + "A field that the intruder also knows explains part of the outcome by itself."),
            ])
    }
}
