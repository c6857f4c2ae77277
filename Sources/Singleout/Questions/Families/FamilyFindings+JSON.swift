public import Briefing
import Disclosure
import Statistics

extension FamilyFindings {
    /// What the JSON output holds.
    package static let shape = Shape<FamilyFindings>(
        .constant(.schema, schema),
        .value(.file) { $0.subject.source },
        .value(.fileRecords) { $0.groups.records },
        .object(.grouping, groupingShape) { $0 },
        .value(.recordsWithoutFamily) { $0.groups.recordsWithout },
        .value(.quasiIdentifiers) { $0.subject.quasiIdentifiers },
        .value(.area, or: noArea) { $0.asked.area },
        .value(.dates) { $0.dates },
        .value(.datePrecision) { $0.asked.precision.rawValue },
        .members(Subject.shape) { $0.subject },
        .value(ifAny: .familiesExcluded) { $0.excluded($0.uniqueness) },
        .value(.families) { $0.uniqueness.families },
        .value(.familyClasses) { $0.uniqueness.histogram.classes },
        .value(.familyK, or: Subject.noFamilies) { $0.uniqueness.histogram.k },
        .value(.familiesUnique) { $0.uniqueness.unique },
        .value(.uniqueShare, or: Subject.noFamilies) { $0.uniqueness.uniqueShare },
        .numbers(.familiesBelow, by: .familiesAlike, of: .families) { findings in
            [5, 10].map { (String($0), findings.uniqueness.histogram.records(below: $0)) }
        },
        .object(.familyPupils, pupilShape) { $0.uniqueness },
        .object(.familiesOfTwoOrMore, severalShape) { $0.uniqueness.from(members: 2) },
        .list(.familiesBySize, FamilySizeRow.shape) { $0.sizeRows },
        .object(.reach, Reach.shape) { $0.reach },
        .list(.memberCombinations, combinationShape) { findings in
            findings.combinations.entries.map { (findings, $0) }
        },
        .object(.householdRisk, HouseholdRegisterRisk.shape) { $0.risk },
        .object(.inference, InferenceError.shape, because: { $0.inferenceReason }) { $0.inference },
        .value(.refound, because: { $0.refinding == nil ? noLater : noneMoved }) { $0.refinding?.total.share },
        .object(.refinding, refindingShape, because: { _ in noLater }) { findings in
            findings.refinding.map { (findings.asked.later ?? "", $0) }
        },
        .list(ifAny: .groups, GroupedFigures.shape) { $0.byGroup?.parts })

    private static let groupingShape = Shape<FamilyFindings>(
        .value(.groupingKind) { $0.sources == nil ? "given" : "inferred" },
        .value(.groupingFields) { $0.sources?.fields ?? [$0.asked.family].compactMap(\.self) },
        .value(ifAny: .familyTruth) { $0.asked.truth })

    private static let pupilShape = Shape<FamilyUniqueness>(
        .value(.familyPupilCount) { $0.pupils },
        .value(.pupilsInUnique) { $0.pupilsInUnique },
        .value(.pupilsInUniqueShare, or: Subject.noFamilies) { share($0.pupilsInUnique, of: $0.pupils) })

    private static let severalShape = Shape<(families: Int, unique: Int)>(
        .value(.families) { $0.families }, .value(.familiesUnique) { $0.unique },
        .value(.uniqueShare, or: "no family has two members or more") { share($0.unique, of: $0.families) })

    private static let combinationShape = Shape<(findings: FamilyFindings, entry: MemberCombinations.Entry)>(
        .value(.combinationFields) { $0.findings.fields($0.entry) },
        .value(.withArea) { $0.entry.withArea },
        .value(ifAny: .familiesExcluded) { $0.findings.excluded($0.entry.uniqueness) },
        .value(.families) { $0.entry.uniqueness.families },
        .value(.familiesUnique) { $0.entry.uniqueness.unique },
        .value(.uniqueShare, or: Subject.noFamilies) { $0.entry.uniqueness.uniqueShare },
        .value(.severalUnique) { $0.entry.uniqueness.from(members: 2).unique },
        .value(.severalFamilies) { $0.entry.uniqueness.from(members: 2).families })

    private static let refindingShape = Shape<(later: String, refinding: Refinding)>(
        .value(.laterFile) { $0.later },
        .value(.laterRecords) { $0.refinding.records },
        .value(.searched) { $0.refinding.searched },
        .value(.inBoth) { $0.refinding.inBoth },
        .members(Refinding.Tally.shape) { $0.refinding.total },
        .list(.movedBySize, movedShape) { $0.refinding.sizes })

    private static let movedShape = Shape<Refinding.Tally>(
        .value(.familySize) { $0.members ?? 0 }, .members(Refinding.Tally.shape) { $0 })

    /// A row for the families of each size, and one for all of them.
    public var rows: Tabulation? {
        let sizes = sizeRows.map { (String($0.members), $0) }
        let excluded = excluded(uniqueness)
        return Tabulation(
            columns: [
                Figure.familySize.words(), Figure.families.column(), Figure.familiesUnique.column(),
                Figure.uniqueShare.column(), Figure.givenAwayByOne.column(), Figure.givenAwayByTwo.column(),
                Figure.householdRegisterRisk.column(), Figure.personRegisterRisk.column(),
            ] + (excluded == nil ? [] : [Figure.familiesExcluded.column()]),
            rows: (sizes + [("all", FamilySizeRow(sizeRows))]).map { name, row in
                [
                    .text(name), .integer(row.families), .integer(row.unique),
                    .share(orMissing: row.uniqueShare, Subject.noFamilies), .integer(row.byOne),
                    row.byTwo.map(Cell.integer) ?? .missing(reason: Self.tooManyPairs), .share(row.meanHouseholds),
                    .share(row.meanPersons),
                ]
                    + (excluded.map {
                        [name == "all" ? .integer($0) : .missing(reason: "families are left out whatever their size")]
                    } ?? [])
            })
    }

    private func fields(_ entry: MemberCombinations.Entry) -> [String] {
        entry.fields.map { subject.quasiIdentifiers[$0] }
    }

    /// The families left out; `nil` unless the semantics leave families out.
    private func excluded(_ uniqueness: FamilyUniqueness) -> Int? {
        subject.missing == .exclude ? uniqueness.excluded : nil
    }

    fileprivate static func share(_ part: Int, of all: Int) -> Double? {
        all == 0 ? nil : Double(part) / Double(all)
    }
}

extension FamilySizeRow {
    /// The families of a size as answers have them.
    static let shape = Shape<FamilySizeRow>(
        .value(.familySize) { $0.members },
        .value(.families) { $0.families },
        .value(.familiesUnique) { $0.unique },
        .value(.uniqueShare, or: Subject.noFamilies) { $0.uniqueShare },
        .value(.givenAwayByOne) { $0.byOne },
        .value(.givenAwayByTwo, or: FamilyFindings.tooManyPairs) { $0.byTwo },
        .value(.householdRegisterRisk) { $0.meanHouseholds },
        .value(.personRegisterRisk) { $0.meanPersons })
}

extension Reach {
    /// The reach as answers have it.
    static let shape = Shape<Reach>(
        .value(.reachMean, or: Subject.noFamilies) { $0.mean },
        .object(.interval, ClosedRange<Double>.shape, because: { _ in FamilyFindings.oneFamily }) { $0.interval },
        .value(.pupilsWithOthers) { $0.pupilsWithOthers },
        .value(.pupilsWithOthersShare, or: Subject.noFamilies) {
            FamilyFindings.share($0.pupilsWithOthers, of: $0.pupils)
        },
        .value(.familiesOfSeveral) { $0.familiesOfSeveral },
        .value(.familiesOfSeveralShare, or: Subject.noFamilies) {
            FamilyFindings.share($0.familiesOfSeveral, of: $0.families)
        },
        .value(.meanSize, or: Subject.noFamilies) { $0.meanSize })
}

extension HouseholdRegisterRisk {
    /// The risks as answers have them.
    static let shape = Shape<HouseholdRegisterRisk>(
        .object(.householdRegister, means(\.households)) { $0 }, .object(.personRegister, means(\.persons)) { $0 })

    private static func means(_ risk: any KeyPath<SizeClass, Double> & Sendable) -> Shape<HouseholdRegisterRisk> {
        Shape(
            .value(.overFamilies, or: Subject.noFamilies) { $0.overFamilies { $0[keyPath: risk] } },
            .value(.overPupils, or: Subject.noFamilies) { $0.overPupils { $0[keyPath: risk] } })
    }
}

extension InferenceError {
    /// The comparison as answers have it.
    static let shape = Shape<InferenceError>(
        .value(.pupilsCompared) { $0.pupils },
        .value(.pupilsWithoutTruth) { $0.pupilsWithoutTruth },
        .value(.inferredPairs) { $0.inferredPairs },
        .value(.truePairs) { $0.truePairs },
        .value(.rightPairs) { $0.rightPairs },
        .value(.pairPrecision, or: FamilyFindings.noPairs) { $0.precision },
        .value(.pairRecall, or: FamilyFindings.noPairs) { $0.recall },
        .value(.trueFamilies) { $0.families },
        .value(.exactFamilies) { $0.exact },
        .value(.splitFamilies) { $0.split },
        .value(.mixedFamilies) { $0.mixed },
        .value(.trueFamiliesOfSeveral) { $0.familiesOfSeveral },
        .value(.exactOfSeveral) { $0.exactOfSeveral })
}

extension Refinding.Tally {
    /// The moved families as answers have them.
    static let shape = Shape<Refinding.Tally>(
        .value(.moved) { $0.moved },
        .value(.foundAgain) { $0.found },
        .value(.wronglyFound) { $0.wrong },
        .value(.severalFound) { $0.several },
        .value(.noneFound) { $0.none },
        .value(.foundShare, or: FamilyFindings.noneMoved) { $0.share },
        .object(.interval, ClosedRange<Double>.shape, because: { _ in FamilyFindings.noneMoved }) {
            $0.interval?.bounds
        },
        .value(.unchanged) { $0.unchanged },
        .value(.foundUnchanged) { $0.foundUnchanged },
        .value(.foundUnchangedShare, or: FamilyFindings.noneUnchanged) { $0.unchangedShare })
}
