import Briefing
import Disclosure

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

    /// The comparison as a JSON object.
    var json: JSONValue {
        .object([
            .init("outcome", .string(outcome.rawValue)), .init("records", .integer(records)),
            .init("events", .integer(events)), .init("recordsOfOneOutcome", .integer(recordsOfOneOutcome)),
            .init("patterns", .integer(patterns)), .init("deviance", .real(deviance)), .init("steps", .integer(steps)),
            .init(
                "fields",
                .array(
                    fields.map { field in
                        .object([
                            .init("field", .string(field.groups.field)),
                            .init(
                                "levels",
                                .array(
                                    zip(field.groups.groups, field.comparisons).map { Self.json($0, $1) })),
                        ])
                    })),
        ])
    }

    private static func json(_ group: RecordGroups.Group, _ comparison: AdjustedField.Comparison) -> JSONValue {
        var members = GroupedFigures.members(group) + [.init("records", .integer(group.records))]
        switch comparison {
        case .reference: members += [.init("isReference", .bool(true)), .init("oddsRatio", .real(1))]
        case .oddsRatio(let ratio, let lower, let upper):
            members += [
                .init("isReference", .bool(false)), .init("oddsRatio", .real(ratio)),
                .init("interval", .interval(lower...upper)),
            ]
        case .sameOutcome, .unbounded, .dependent:
            members.append(.init("isReference", .bool(false)))
            members += .init("oddsRatio", .null, or: reason(comparison) ?? "")
        }
        return .object(members)
    }

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
                            .text("Field", key: "field"), .text("Group", key: "group"),
                            .number("Records", key: "records"), .number("Odds ratio", key: "oddsRatio"),
                            .number("95 % from", key: "lower"), .number("to", key: "upper"),
                        ], rows: rows)),
                .note(
                    "Logistic regression of \(outcomeText) on these fields: \(Wording.count(records, "record")), "
                        + "\(NumberText.integer(events)) of them with the outcome. An odds ratio of 2 means that the odds are "
                        + "twice those of the reference, the largest group. "
                        + (recordsOfOneOutcome == 0
                            ? ""
                            : "\(Wording.count(recordsOfOneOutcome, "record")) in groups of one outcome "
                                + "\(recordsOfOneOutcome == 1 ? "is" : "are") left out. ")
                        + "A field that is also among those that the intruder knows explains part of the outcome by "
                        + "itself."),
            ])
    }
}
