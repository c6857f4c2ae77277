public import Briefing
import Disclosure

extension ExplainFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("disclosive", .bool(true)), .init("record", .integer(number)),
            .init("records", .integer(explanation.records)),
            .init("quasiIdentifiers", .strings(explanation.fields)),
        ]
        members += subject.members
        members += .init("classSize", .integer(orNull: size), or: Self.lacksValue)
        members += .init("prosecutorRisk", .real(orNull: size.map { 1 / Double($0) }), or: Self.lacksValue)
        members += [.init("threshold", .number(threshold)), .init("fieldByField", .array(ladder))]
        members.append(
            .init(
                "minimalSampleUniques",
                .array(
                    explanation.minimalSets.map { set in
                        .object([
                            .init("fields", .strings(names(set))), .init("score", .number(score(set, .original))),
                            .init("scoreIhsn", .number(score(set, .ihsn))),
                        ])
                    })))
        members += [
            .init("score", .number(explanation.score(.original))),
            .init("scoreIhsn", .number(explanation.score(.ihsn))),
        ]
        members += moreMembers
        return .object(members)
    }

    private var moreMembers: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if let population {
            members.append(
                .init(
                    "population",
                    .object([
                        .init("source", .string(population.source)), .init("classSize", .integer(population.size)),
                        .init("journalistRisk", .real(1 / Double(population.size))),
                    ])))
        }
        if let individual {
            members.append(
                .init(
                    "individual",
                    .object([
                        .init("method", .string(individual.method.rawValue)),
                        .init("classWeight", .number(individual.weight)), .init("risk", .real(individual.risk)),
                    ])))
        }
        if let household {
            members.append(
                .init(
                    "household",
                    .object([
                        .init("members", .integer(household.risks.count)), .init("risk", .real(household.risk)),
                    ])))
        }
        if !sensitive.isEmpty {
            members.append(
                .init(
                    "sensitive",
                    .object(
                        sensitive.map {
                            .init(
                                $0.field,
                                .object([
                                    .init("distinctValues", .integer($0.distinct)),
                                    .init("recordsSharingTheValue", .integer($0.sharing)),
                                ]))
                        })))
        }
        return members
    }

    private var ladder: [JSONValue] {
        explanation.fields.indices.map { field in
            .object(
                [.init("field", .string(explanation.fields[field]))]
                    + [JSONValue.Member](
                        "alone", .integer(orNull: explanation.classSize([field])), or: Self.lacksValue)
                    + .init(
                        "withThoseBefore", .integer(orNull: explanation.classSize(Array(0...field))),
                        or: Self.lacksValue))
        }
    }
}
