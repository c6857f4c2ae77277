public import Briefing
import Linkage
import Statistics

extension LinkFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue { .object(members + [.init("curve", .array(points))]) }

    /// The CSV output: the JSON output in rows of a dotted name, a value, and the reason where there is no value.
    public var tabulation: Tabulation {
        let curve = zip(linkage.score?.curve ?? [], points).map { JSONValue.Member(Wording.plain($0.threshold), $1) }
        return Tabulation(flattening: .object(members + [.init("curve", .object(curve))]))
    }

    private var members: [JSONValue.Member] {
        let settings = plan.settings
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("queries", .integer(linkage.queries.count)),
            .init("register", .integer(linkage.register)),
            .init("method", .string(settings.method.rawValue)), .init("search", .string(settings.search.rawValue)),
            .init("keys", .strings(linkage.keys.map { $0.joined(separator: "+") })),
            .init("searchedAll", .integer(linkage.searchedAll)), .init("shortlist", .integer(settings.shortlist)),
            .init("comparedPairs", .integer(linkage.pairs)), .init("seed", .integer(Int(clamping: settings.seed))),
            .init("threshold", .number(settings.threshold)), .init("oneToOne", .bool(settings.isOneToOne)),
            .init("matched", .integer(linkage.count(.matched))),
            .init("ambiguous", .integer(linkage.count(.ambiguous))),
            .init("unmatched", .integer(linkage.count(.unmatched))),
        ]
        members += Subject.members(synthetic.register ?? synthetic.queries)
        if !linkage.impossibleDates.isEmpty {
            members.append(
                .init(
                    "impossibleDates",
                    .array(
                        linkage.impossibleDates.map {
                            .object([
                                .init("file", .string($0.source)), .init("field", .string($0.field)),
                                .init("records", .integer($0.records)),
                            ])
                        })))
        }
        members += shares
        if let model = linkage.model {
            members.append(.init("prevalence", .real(model.prevalence)))
            members.append(.init("fields", .object(model.fields.map { .init($0.name, Self.json($0)) })))
        } else {
            members.append(
                .init(
                    "fields",
                    .object(plan.comparisons.map { .init($0.field, .string($0.comparator.rawValue)) })))
        }
        return members
    }

    private var shares: [JSONValue.Member] {
        let score = linkage.score
        let noMatches = score == nil ? Self.noTruth : Self.noMatches
        let noControl = score == nil ? Self.noTruth : Self.noControl
        var members = Self.members("precision", score?.precision, noMatches)
        members += Self.members("recall", score?.recall, Self.noTruth)
        members += Self.members("candidateRecall", score?.candidateRecall, Self.noTruth)
        members += Self.members("searchRecall", score?.searchRecall, Self.noTruth)
        members += Self.members("control", score?.control, noControl)
        members += .init("present", .integer(orNull: score?.present), or: Self.noTruth)
        members += .init("absent", .integer(orNull: score?.absent), or: Self.noTruth)
        members += .init("baseline", .real(orNull: score?.baseline), or: Self.noTruth)
        members += .init("residual", .real(orNull: score?.residual), or: noControl)
        return members
    }

    private static func members(
        _ name: String, _ share: TruthScore.Share?, _ reason: String
    ) -> [JSONValue.Member] {
        [JSONValue.Member](name, .real(orNull: share?.value), or: reason)
            + [JSONValue.Member](name + "Interval", interval(share), or: reason)
    }

    private static func interval(_ share: TruthScore.Share?) -> JSONValue {
        (share?.interval?.bounds).map(JSONValue.interval) ?? .null
    }

    private var points: [JSONValue] {
        (linkage.score?.curve ?? []).map { point in
            .object(
                [
                    .init("threshold", .number(point.threshold)), .init("matched", .integer(point.precision.all)),
                    .init("right", .integer(point.precision.part)),
                ] + Self.members("precision", point.precision, Self.noMatches)
                    + Self.members("recall", point.recall, Self.noTruth))
        }
    }

    private static func json(_ field: FieldModel) -> JSONValue {
        .object([
            .init("comparator", .string(field.comparator.rawValue)),
            .init(
                "levels",
                .object(
                    field.comparator.names.enumerated().map { level, name in
                        .init(
                            name,
                            .object([
                                .init("m", .real(field.m[level])), .init("u", .real(field.u[level])),
                                .init("weight", .real(field.weight(level))),
                            ]))
                    })),
        ])
    }
}
