import Briefing
import Disclosure

extension GroupedFigures {
    /// The comparisons as a JSON array, one object for each field.
    var json: JSONValue { .array(comparisons.map(json)) }

    private func json(_ comparison: GroupMeans) -> JSONValue {
        .object([
            .init("field", .string(comparison.groups.field)),
            .init("minimumGroup", .integer(comparison.groups.minimum)),
            .init("records", .integer(comparison.records)),
            .init(
                "whole",
                .object(
                    zip(outcomes, comparison.whole).map {
                        .init($0.key, .object([.init("value", .real($1.value))] + Self.interval($1)))
                    })),
            .init("groups", .array(comparison.groups.groups.indices.map { json(comparison, $0) })),
        ])
    }

    private func json(_ comparison: GroupMeans, _ place: Int) -> JSONValue {
        let group = comparison.groups.groups[place]
        var members = Self.members(group)
        members += [
            .init("records", .integer(group.records)),
            .init("shareOfRecords", .real(Double(group.records) / Double(comparison.records))),
        ]
        members += .init(
            "shareOfRisk", .real(orNull: comparison.shareOfWhole(group: place, outcome: 0)), or: Self.nothing)
        for (outcome, mean) in zip(outcomes, comparison.means[place]) {
            var own: [JSONValue.Member] = [.init("value", .real(mean.value))]
            own += Self.interval(mean)
            own += .init("ratio", .real(orNull: mean.ratio), or: Self.nothing)
            own += .init(
                "ratioInterval", mean.ratioInterval.map(JSONValue.interval) ?? .null,
                or: mean.ratio == nil ? Self.nothing : Self.oneCluster)
            members.append(.init(outcome.key, .object(own)))
        }
        return .object(members)
    }

    /// What a group is, as members of a JSON object.
    static func members(_ group: RecordGroups.Group) -> [JSONValue.Member] {
        if group.merged == 0 {
            return [JSONValue.Member](
                "group", group.value.map(JSONValue.string) ?? .null, or: "records without a value")
        }
        return [JSONValue.Member]("group", .null, or: "small groups are merged")
            + [.init("mergedCount", .integer(group.merged))]
    }

    private static func interval(_ mean: GroupMean) -> [JSONValue.Member] {
        .init("interval", mean.interval.map(JSONValue.interval) ?? .null, or: oneCluster)
    }
}
