public import Briefing
public import Disclosure

/// What `groups` finds: which groups of records carry the risk.
public struct GroupFindings: Findings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.groups/1"

    let subject: Subject
    /// The figures of the combination.
    public let figures: CombinationFigures
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// The risk above which a record is at risk.
    public let threshold: Double
    let groups: GroupedFigures
    /// How unequally the risk is spread; `nil` without records.
    public let concentration: RiskConcentration?
    /// The adjusted comparison, or why there is none; `nil` when it was not asked for, or without records.
    public let adjusted: Result<AdjustedRisks, GroupError>?

    /// For each field the means by group: mean risk, at risk, unique.
    public var comparisons: [GroupMeans] { groups.comparisons }

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("records", .integer(figures.records)),
        ]
        if let excluded { members.append(.init("excluded", .integer(excluded))) }
        members.append(.init("quasiIdentifiers", .strings(subject.quasiIdentifiers)))
        members += subject.members
        members.append(.init("threshold", .number(threshold)))
        members += .init("meanRisk", .real(orNull: figures.meanRisk), or: Subject.noRecords)
        members += .init("uniqueness", .real(orNull: figures.uniqueness), or: Subject.noRecords)
        members += .init("concentration", concentration.map(\.json) ?? .null, or: Subject.noRecords)
        members.append(.init("groups", groups.json))
        switch adjusted {
        case .success(let adjusted): members.append(.init("adjusted", adjusted.json))
        case .failure(let error): members += .init("adjusted", .null, or: error.description)
        case nil: break
        }
        return .object(members)
    }

    /// The CSV output: a row for each field and group.
    public var tabulation: Tabulation { groups.tabulation }
}

extension RiskConcentration {
    /// The concentration as a JSON object.
    var json: JSONValue {
        .object([
            .init("halfOfRisk", .real(records(carrying: 0.5))), .init("gini", .real(gini)),
            .init(
                "curve",
                .list(count: curve.count) { [curve] in
                    .object([.init("records", .real(curve[$0].records)), .init("risk", .real(curve[$0].risk))])
                }),
        ])
    }
}
