public import Briefing
import Disclosure
import Statistics

extension FamilyFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue { json(isFlat: false) }

    /// The CSV output: the JSON output in rows of a dotted name, a value, and the reason where there is no value. Families by
    /// size stand under their number of members, combinations under the names of their fields with `+` between them.
    public var tabulation: Tabulation { Tabulation(flattening: json(isFlat: true)) }

    /// - Parameter isFlat: Whether lists of objects are written as objects with a name for each.
    private func json(isFlat: Bool) -> JSONValue {
        func list(_ entries: [(name: String, key: JSONValue.Member, members: [JSONValue.Member])]) -> JSONValue {
            isFlat
                ? .object(entries.map { .init($0.name, .object($0.members)) })
                : .array(entries.map { .object([$0.key] + $0.members) })
        }
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("file", .string(subject.source)),
            .init("records", .integer(groups.records)), .init("grouping", grouping),
            .init("recordsWithoutFamily", .integer(groups.recordsWithout)),
            .init("quasiIdentifiers", .strings(subject.quasiIdentifiers)),
        ]
        members += .init("area", plan.area.map(JSONValue.string) ?? .null, or: Self.noArea)
        members += [.init("dates", .strings(dates)), .init("precision", .string(plan.precision.rawValue))]
        members += subject.members
        if subject.missing == .exclude { members.append(.init("excluded", .integer(uniqueness.excluded))) }
        let several = uniqueness.from(members: 2)
        members += [
            .init("families", .integer(uniqueness.families)), .init("classes", .integer(uniqueness.histogram.classes)),
        ]
        members += .init("k", .integer(orNull: uniqueness.histogram.k), or: Self.noFamilies)
        members.append(.init("unique", .integer(uniqueness.unique)))
        members += .init("uniqueShare", .real(orNull: uniqueness.uniqueShare), or: Self.noFamilies)
        members.append(
            .init(
                "familiesBelow",
                .object([5, 10].map { .init(String($0), .integer(uniqueness.histogram.records(below: $0))) })))
        members.append(
            .init(
                "pupils",
                .object(
                    [
                        .init("count", .integer(uniqueness.pupils)),
                        .init("inUnique", .integer(uniqueness.pupilsInUnique)),
                    ]
                        + .init(
                            "inUniqueShare",
                            .real(orNull: share(uniqueness.pupilsInUnique, of: uniqueness.pupils)), or: Self.noFamilies)
                )))
        members.append(
            .init(
                "several",
                .object(
                    [.init("families", .integer(several.families)), .init("unique", .integer(several.unique))]
                        + .init(
                            "uniqueShare", .real(orNull: share(several.unique, of: several.families)),
                            or: "no family has two members or more"))))
        members.append(
            .init(
                "bySize",
                list(sizeRows.map { (String($0.members), .init("size", .integer($0.members)), self.members(of: $0)) })))
        members.append(.init("reach", .object(reachMembers)))
        members.append(
            .init(
                "combinations",
                list(
                    combinations.entries.map { entry in
                        let fields = entry.fields.map { subject.quasiIdentifiers[$0] }
                        let area = entry.withArea ? plan.area : nil
                        let name = (["members"] + fields + [area].compactMap(\.self)).joined(separator: "+")
                        return (name, .init("fields", .strings(fields)), self.members(of: entry))
                    })))
        members.append(.init("householdRisk", riskMembers))
        members += .init("inference", inference.map(json) ?? .null, or: inferenceReason)
        let noFind = refinding == nil ? Self.noLater : Self.noneMoved
        members += .init("refound", .real(orNull: refinding?.total.share), or: noFind)
        let found: JSONValue? = refinding.map { refinding in
            .object(
                [
                    .init("later", .string(plan.later ?? "")), .init("records", .integer(refinding.records)),
                    .init("searched", .integer(refinding.searched)), .init("inBoth", .integer(refinding.inBoth)),
                ] + self.members(of: refinding.total)
                    + [
                        .init(
                            "bySize",
                            list(
                                refinding.sizes.map {
                                    let size = $0.members ?? 0
                                    return (String(size), .init("size", .integer(size)), self.members(of: $0))
                                }))
                    ])
        }
        members += .init("refinding", found ?? .null, or: Self.noLater)
        if let byGroup { members.append(.init("groups", byGroup.json)) }
        return .object(members)
    }

    private func share(_ part: Int, of all: Int) -> Double? { all == 0 ? nil : Double(part) / Double(all) }

    /// Where the families come from.
    private var grouping: JSONValue {
        let fields = sources?.fields ?? [plan.family].compactMap(\.self)
        var members: [JSONValue.Member] = [
            .init("kind", .string(sources == nil ? "given" : "inferred")), .init("fields", .strings(fields)),
        ]
        if let truth = plan.truth { members.append(.init("truth", .string(truth))) }
        return .object(members)
    }

    private func members(of row: FamilySizeRow) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("families", .integer(row.families)), .init("unique", .integer(row.unique)),
        ]
        members += .init("uniqueShare", .real(orNull: row.uniqueShare), or: Self.noFamilies)
        members.append(.init("givenAwayByOne", .integer(row.byOne)))
        members += .init("givenAwayByTwo", .integer(orNull: row.byTwo), or: Self.tooManyPairs)
        return members + [
            .init("householdRegisterRisk", .real(row.meanHouseholds)),
            .init("personRegisterRisk", .real(row.meanPersons)),
        ]
    }

    private var reachMembers: [JSONValue.Member] {
        var members = [JSONValue.Member]("mean", .real(orNull: reach.mean), or: Self.noFamilies)
        members += .init("interval", reach.interval.map(JSONValue.interval) ?? .null, or: Self.oneFamily)
        members.append(.init("pupilsWithOthers", .integer(reach.pupilsWithOthers)))
        members += .init(
            "pupilsWithOthersShare", .real(orNull: share(reach.pupilsWithOthers, of: reach.pupils)), or: Self.noFamilies
        )
        members.append(.init("familiesOfSeveral", .integer(reach.familiesOfSeveral)))
        members += .init(
            "familiesOfSeveralShare", .real(orNull: share(reach.familiesOfSeveral, of: reach.families)),
            or: Self.noFamilies)
        return members + .init("meanSize", .real(orNull: reach.meanSize), or: Self.noFamilies)
    }

    private func members(of entry: MemberCombinations.Entry) -> [JSONValue.Member] {
        let (all, several) = (entry.uniqueness, entry.uniqueness.from(members: 2))
        var members: [JSONValue.Member] = [.init("withArea", .bool(entry.withArea))]
        if subject.missing == .exclude { members.append(.init("excluded", .integer(all.excluded))) }
        members += [.init("families", .integer(all.families)), .init("unique", .integer(all.unique))]
        members += .init("uniqueShare", .real(orNull: all.uniqueShare), or: Self.noFamilies)
        members += [
            .init("severalUnique", .integer(several.unique)), .init("severalFamilies", .integer(several.families)),
        ]
        return members
    }

    private var riskMembers: JSONValue {
        func means(_ figure: (HouseholdRegisterRisk.SizeClass) -> Double) -> JSONValue {
            .object(
                .init("overFamilies", .real(orNull: risk.overFamilies(figure)), or: Self.noFamilies)
                    + .init("overPupils", .real(orNull: risk.overPupils(figure)), or: Self.noFamilies))
        }
        return .object([
            .init("householdRegister", means(\.households)), .init("personRegister", means(\.persons)),
        ])
    }

    private func json(_ error: InferenceError) -> JSONValue {
        .object(
            [
                .init("pupils", .integer(error.pupils)),
                .init("pupilsWithoutTruth", .integer(error.pupilsWithoutTruth)),
                .init("inferredPairs", .integer(error.inferredPairs)), .init("truePairs", .integer(error.truePairs)),
                .init("rightPairs", .integer(error.rightPairs)),
            ] + .init("precision", .real(orNull: error.precision), or: Self.noPairs)
                + .init("recall", .real(orNull: error.recall), or: Self.noPairs)
                + [
                    .init("families", .integer(error.families)), .init("exact", .integer(error.exact)),
                    .init("split", .integer(error.split)), .init("mixed", .integer(error.mixed)),
                    .init("familiesOfSeveral", .integer(error.familiesOfSeveral)),
                    .init("exactOfSeveral", .integer(error.exactOfSeveral)),
                ])
    }

    private func members(of tally: Refinding.Tally) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("moved", .integer(tally.moved)), .init("found", .integer(tally.found)),
            .init("wrong", .integer(tally.wrong)), .init("several", .integer(tally.several)),
            .init("none", .integer(tally.none)),
        ]
        members += .init("share", .real(orNull: tally.share), or: Self.noneMoved)
        members += .init("interval", (tally.interval?.bounds).map(JSONValue.interval) ?? .null, or: Self.noneMoved)
        members += [
            .init("unchanged", .integer(tally.unchanged)), .init("foundUnchanged", .integer(tally.foundUnchanged)),
        ]
        return members + .init("foundUnchangedShare", .real(orNull: tally.unchangedShare), or: Self.noneUnchanged)
    }
}
