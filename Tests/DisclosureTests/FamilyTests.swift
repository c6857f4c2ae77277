import Counting
import Microdata
import Testing

@testable import Disclosure

/// Families of a table that can be checked by hand.
///
/// | record | family | sex | year | area |
/// | --- | --- | --- | --- | --- |
/// | 0 | a | F | 5 | 1 |
/// | 1 | a | M | 8 | 1 |
/// | 2 | b | M | 8 | 1 |
/// | 3 | b | F | 5 | 1 |
/// | 4 | c | F | 5 | 2 |
/// | 5 | c | M | 8 | 2 |
/// | 6 | d | F | 5 | 1 |
/// | 7 | (none) | F | 5 | 1 |
/// | 8 | e | F | 5 | 1 |
/// | 9 | e | F | 5 | 1 |
/// | 10 | e | M | 9 | 1 |
///
/// a and b are alike, c is like them but for its area; d and the pupil without a family are alike; e is alone.
struct FamilyTests {
    static let family = Column(
        name: "family", values: ["a", "a", "b", "b", "c", "c", "d", nil, "e", "e", "e"])
    static let sex = Column(name: "sex", values: ["F", "M", "M", "F", "F", "M", "F", "F", "F", "F", "M"])
    static let year = Column(name: "year", values: ["5", "8", "8", "5", "5", "8", "5", "5", "5", "5", "9"])
    static let area = Column(name: "area", values: ["1", "1", "1", "1", "2", "2", "1", "1", "1", "1", "1"])

    private func members(
        fields: [Column] = [sex, year], area: Column? = area, missing: MissingSemantics = .category
    ) throws -> FamilyMembers {
        try FamilyMembers(
            FamilyGroups(givenBy: Self.family), fields: fields, area: area, missing: missing, threads: 2)
    }

    @Test func groups() throws {
        let groups = try FamilyGroups(givenBy: Self.family)
        #expect(groups.familyOf == [0, 0, 1, 1, 2, 2, 3, 4, 5, 5, 5])
        #expect(groups.members == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(groups.count == 6 && groups.recordsWithout == 1)
        #expect(groups.sizes == SizeHistogram(sizes: [1, 1, 2, 2, 2, 3]))
    }

    @Test func fingerprints() throws {
        let members = try members()
        let own = try FamilyFingerprints(members, withArea: true)
        #expect(own.classOf == [0, 0, 1, 2, 2, 3])
        #expect(own.sizes == [2, 1, 2, 1])
        #expect(try FamilyFingerprints(members, withArea: false).classOf == [0, 0, 0, 1, 1, 2])
        #expect(try FamilyFingerprints(members, fields: [], withArea: false).sizes == [3, 2, 1])
        let uniqueness = FamilyUniqueness(own, of: members.groups)
        #expect(uniqueness.families == 6 && uniqueness.unique == 2 && uniqueness.uniqueShare == 1.0 / 3)
        #expect(uniqueness.histogram.k == 1 && uniqueness.pupils == 11 && uniqueness.pupilsInUnique == 5)
        #expect(
            uniqueness.sizes == [
                .init(members: 1, families: 2, unique: 0), .init(members: 2, families: 3, unique: 1),
                .init(members: 3, families: 1, unique: 1),
            ])
        #expect(uniqueness.from(members: 2) == (4, 2))
    }

    /// A family in two areas is like one with the same members in the same two areas.
    @Test func severalAreas() throws {
        let family = Column(name: "family", values: ["a", "a", "b", "b", "c", "c"])
        let sex = Column(name: "sex", values: ["F", "M", "M", "F", "F", "M"])
        let area = Column(name: "area", values: ["1", "2", "2", "1", "2", "1"])
        let members = try FamilyMembers(FamilyGroups(givenBy: family), fields: [sex], area: area)
        #expect(try FamilyFingerprints(members, withArea: true).classOf == [0, 0, 1])
    }

    /// Families that share a hash but nothing else are told apart all the same.
    @Test(arguments: [0, 1, 3, UInt64.max])
    func collisions(mask: UInt64) throws {
        let members = try members()
        let classes = try FamilyFingerprints(members, fields: nil, withArea: true, hashMask: mask)
        #expect(classes.histogram == SizeHistogram(sizes: [1, 1, 2, 2]))
        #expect(classes.classOf[0] == classes.classOf[1] && classes.classOf[3] == classes.classOf[4])
        #expect(Set(classes.classOf).count == 4)
    }

    @Test func combinations() throws {
        let all = try MemberCombinations(members())
        #expect(all.entries.map(\.fields) == [[], [0], [1], [0, 1], [], [0], [1], [0, 1]])
        #expect(all.entries.map(\.withArea) == [true, true, true, true, false, false, false, false])
        #expect(all.entries.map(\.uniqueness.unique) == [2, 2, 2, 2, 1, 1, 1, 1])
        #expect(try MemberCombinations(members(), maximumSize: 1).entries.count == 6)
        #expect(try MemberCombinations(members(area: nil)).entries.count == 4)
        #expect(throws: CountingError.maximumSizeOutOfRange(0)) { try MemberCombinations(members(), maximumSize: 0) }
        #expect(throws: CountingError.tooManyFields(count: 11, limit: 10)) {
            try MemberCombinations.check(fields: 11, maximumSize: nil)
        }
        #expect(throws: CountingError.tooManyCombinations(fields: 40, maximumSize: 3, limit: 1024)) {
            try MemberCombinations.check(fields: 40, maximumSize: 3)
        }
    }

    /// Both pupils of c live where no other does; a boy of year 9 gives e away; two girls of year 5 would, too.
    @Test func knownMembers() throws {
        let members = try members()
        let fingerprints = try FamilyFingerprints(members, withArea: true)
        let known = KnownMembers(members, fingerprints, PersonClasses(members))
        #expect(
            known.sizes == [
                .init(members: 1, families: 2, byOne: 0, byTwo: 0, byAll: 0),
                .init(members: 2, families: 3, byOne: 1, byTwo: 1, byAll: 1),
                .init(members: 3, families: 1, byOne: 1, byTwo: 1, byAll: 1),
            ])
        let withoutBoys = Column(
            name: "sex", values: ["F", "M", "M", "F", "F", "M", "F", "F", "F", "F", "F"])
        let girls = try FamilyMembers(
            FamilyGroups(givenBy: Self.family), fields: [withoutBoys], area: Self.area)
        let twins = KnownMembers(
            girls, try FamilyFingerprints(girls, withArea: true), PersonClasses(girls))
        #expect(twins.sizes[2] == .init(members: 3, families: 1, byOne: 0, byTwo: 1, byAll: 1))
        let limited = KnownMembers(
            girls, try FamilyFingerprints(girls, withArea: true), PersonClasses(girls), pairLimit: 1)
        #expect(limited.sizes[2] == .init(members: 3, families: 1, byOne: 0, byTwo: nil, byAll: 1))
    }

    /// 2 x 3 + 3 x 2 = 12 others for 11 pupils; residuals -12/11 twice, -2/11 three times, 30/11... by hand.
    @Test func reach() throws {
        let reach = Reach(try FamilyGroups(givenBy: Self.family).sizes)
        #expect(reach.pupils == 11 && reach.families == 6)
        #expect(reach.pupilsWithOthers == 9 && reach.familiesOfSeveral == 4)
        #expect(reach.mean == 12.0 / 11)
        // d = s (s - 1 - 12/11): -12/11, -12/11, -2/11 three times, 30/11; sum of squares 1200/121.
        let error = (6.0 / 5 * 1200 / 121).squareRoot() / 11
        let interval = try #require(reach.interval)
        #expect(abs(interval.upperBound - (12.0 / 11 + 1.959963984540054 * error)) < 1e-12)
        #expect(abs(interval.lowerBound - (12.0 / 11 - 1.959963984540054 * error)) < 1e-12)
        #expect(Reach(SizeHistogram(sizes: [Int]())).mean == nil)
        #expect(Reach(SizeHistogram(sizes: [3])).interval == nil)
        #expect(Reach(SizeHistogram(sizes: [1, 1, 1])).interval == 0...0)
    }

    /// Truth: {0, 1, 2}, {3}, {4, 5}, {6, 7}, {8, 9}, {10}; inferred as `family` has it.
    @Test func inference() throws {
        let truth = Column(name: "truth", values: ["p", "p", "p", "q", "r", "r", "s", "s", "t", "t", "u"])
        let error = InferenceError(try FamilyGroups(givenBy: Self.family), truth: truth)
        #expect(error.pupils == 11 && error.pupilsWithoutTruth == 0)
        #expect(error.inferredPairs == 6 && error.truePairs == 6 && error.rightPairs == 3)
        #expect(error.precision == 0.5 && error.recall == 0.5)
        // r is exact; p and s are split; p, q, t and u are with others.
        #expect(error.families == 6 && error.exact == 1 && error.split == 2 && error.mixed == 4)
        #expect(error.familiesOfSeveral == 4 && error.exactOfSeveral == 1)
        let unknown = InferenceError(
            try FamilyGroups(givenBy: Self.family),
            truth: Column(name: "truth", values: [nil, "p", nil, nil, "r", "r"] + [String?](repeating: nil, count: 5)))
        #expect(unknown.pupils == 3 && unknown.pupilsWithoutTruth == 8 && unknown.exact == 2)
        let none = InferenceError(
            try FamilyGroups(givenBy: Self.family), truth: Column(name: "t", values: .init(repeating: nil, count: 11)))
        #expect(none.precision == nil && none.recall == nil && none.families == 0)
    }

    /// F of the families: 2, 2, 1, 2, 2, 1; f of the records in area 1: F5 6, M8 2, M9 1; in area 2 each 1.
    @Test func householdRegister() throws {
        let members = try members()
        let risk = HouseholdRegisterRisk(
            members, try FamilyFingerprints(members, withArea: true), PersonClasses(members))
        #expect(risk.sizes.map(\.members) == [1, 2, 3])
        #expect(risk.sizes.map(\.families) == [2, 3, 1])
        #expect(risk.sizes.map(\.households) == [0.5, 2.0 / 3, 1])
        let persons = [1.0 / 6, (2 * (1 - 5.0 / 6 * 1 / 2) + 1) / 3, 1]
        for (found, expected) in zip(risk.sizes.map(\.persons), persons) { #expect(abs(found - expected) < 1e-14) }
        #expect(risk.overFamilies(\.households).map { abs($0 - 4.0 / 6) < 1e-14 } == true)
        #expect(risk.overPupils(\.households).map { abs($0 - (1 + 4 + 3) / 11.0) < 1e-14 } == true)
    }

    @Test func missingValues() throws {
        let year = Column(name: "year", values: ["5", nil, "8", "5", "5", "8", "5", "5", "5", "5", "9"])
        let excluded = try members(fields: [Self.sex, year], missing: .exclude)
        let fingerprints = try FamilyFingerprints(excluded, withArea: true)
        #expect(fingerprints.classOf == [.max, 0, 1, 2, 2, 3])
        let uniqueness = FamilyUniqueness(fingerprints, of: excluded.groups)
        #expect(uniqueness.excluded == 1 && uniqueness.families == 5 && uniqueness.unique == 3)
        #expect(fingerprints.size(of: 0) == nil && fingerprints.size(of: 3) == 2)
        // The combinations that do without the field keep the family.
        let combinations = try MemberCombinations(excluded).entries
        #expect(combinations.map(\.uniqueness.excluded) == [0, 0, 1, 1, 0, 0, 1, 1])
        let counted = try members(fields: [Self.sex, year])
        #expect(try FamilyFingerprints(counted, withArea: true).sizes.count == 5)
        let area = Column(name: "area", values: [nil, "1", "1", "1", "2", "2", "1", "1", "1", "1", "1"])
        let nowhere = try members(area: area, missing: .exclude)
        #expect(try FamilyFingerprints(nowhere, withArea: true).classOf[0] == FamilyFingerprints.excluded)
        #expect(try FamilyFingerprints(nowhere, withArea: false).classOf[0] == 0)
        #expect(throws: CountingError.wildcardHasNoClasses) { try members(missing: .wildcard(alpha: 1)) }
        #expect(throws: CountingError.repeatedField("area")) { try members(fields: [Self.area]) }
        #expect(throws: CountingError.noFields) { try members(fields: []) }
    }

    /// Homes: a house without a flat is one, a record without a building is none, nor one without street and postcode.
    @Test func addresses() throws {
        let columns = [
            Column(name: "flat", values: [nil, nil, "1", "1", nil, nil, nil, nil, nil]),
            Column(name: "building", values: ["7", "7", "7", nil, nil, nil, "9", "9", "7"]),
            Column(name: "street", values: ["High", "High", "High", "High", "High", "High", nil, nil, "High"]),
            Column(name: "postcode", values: ["A", "A", "A", "A", "A", "A", nil, nil, nil]),
        ]
        let groups = try FamilyGroups(agreeingOn: columns, needing: [[0, 1], [2, 3]])
        #expect(groups.familyOf == [0, 0, 1, 2, 3, 4, 5, 6, 7])
        #expect(groups.recordsWithout == 4)
    }

    @Test func oneRecord() throws {
        let members = try FamilyMembers(
            FamilyGroups(givenBy: Column(name: "family", values: [nil])), fields: [Column(name: "sex", values: ["F"])])
        let fingerprints = try FamilyFingerprints(members, withArea: false)
        let uniqueness = FamilyUniqueness(fingerprints, of: members.groups)
        #expect(uniqueness.families == 1 && uniqueness.unique == 1)
        #expect(
            KnownMembers(members, fingerprints, PersonClasses(members)).sizes
                == [.init(members: 1, families: 1, byOne: 1, byTwo: 1, byAll: 1)])
        #expect(HouseholdRegisterRisk(members, fingerprints, PersonClasses(members)).sizes[0].persons == 1)
    }

    /// A family of more members than are sorted by insertion.
    @Test func largeFamily() throws {
        let count = 60
        let family = Column(name: "family", values: (0..<2 * count).map { $0 < count ? "a" : "b" })
        let values = (0..<count).map { String($0 * 37 % 50) }
        let kind = Column(name: "kind", values: values + values.reversed())
        let members = try FamilyMembers(FamilyGroups(givenBy: family), fields: [kind])
        #expect(try FamilyFingerprints(members, withArea: false).sizes == [2])
        let other = Column(name: "kind", values: values + values.dropLast() + ["x"])
        let different = try FamilyMembers(FamilyGroups(givenBy: family), fields: [other])
        #expect(try FamilyFingerprints(different, withArea: false).sizes == [1, 1])
    }
}
