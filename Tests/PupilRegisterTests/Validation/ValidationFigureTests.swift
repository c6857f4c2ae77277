import Testing

@testable import PupilRegister

/// The figures of five pupils, counted by hand.
struct ValidationFigureTests {
    private static let checks = Result {
        let folder = try HandMadeFolder()
        let checks = try RegisterValidation(ofFolder: folder.path).checks
        return Dictionary(uniqueKeysWithValues: checks.map { ($0.figure.key, $0) })
    }

    @Test(arguments: [
        ("boys", 3.0 / 5), ("region.northEast", 3.0 / 5), ("region.london", 2.0 / 5),
        ("households.mean", 20), ("postcodes.addresses", 8), ("postcodes.pupils", 4.0 / 5),
        // In years 1 to 11 four live in one area and none in the other.
        ("children.mean", 2),
        // A Thursday twice, a Friday, a Tuesday and a Sunday.
        ("births.weekend", (1.0 / 2) / (4.0 / 5)), ("births.multiple", 2.0 / 5), ("births.sameSex", 1),
        // From year 1 on, three are White British and one is not classified.
        ("ethnicity.WBRI.2016", 1), ("ethnicity.APKN.2016", 0), ("ethnicity.unknown.2016", 1.0 / 4),
        ("minority.primary.2016", 0), ("language.primary.2016", 0), ("language.secondary.2016", 0),
        ("fsm.2016", 2.0 / 5), ("sen.all.2016", 2.0 / 5), ("sen.plan.2016", 1.0 / 5), ("sen.support.2016", 1.0 / 5),
        ("sen.plan.boys", 0), ("fsm.plan", 0), ("fsm.none", 2.0 / 3),
        // 10, 0, 5 and 20 of 100 sessions; the one in Reception does not count.
        ("absence.all", 35.0 / 400), ("absence.primary", 10.0 / 200), ("absence.secondary", 25.0 / 200),
        ("absence.persistent", 2.0 / 4),
        // From 6 May 2001 to 5 November 2010.
        ("families.interval", 3_470 / 365.25),
        // One move in five times the 262 days from 1 September to 19 May; one change in four times three terms.
        ("mobility.home", 1 / (5 * 262 / 365.25)), ("mobility.school", 1.0 / 12),
        ("unique.schoolBirthSex.primary", 1.0 / 3), ("unique.schoolBirthSex.secondary", 1),
        ("unique.schoolBirthSex.all", 3.0 / 5), ("unique.schoolBirth.all", 3.0 / 5),
        ("unique.schoolYearSex.primary", 1.0 / 3), ("unique.areaBirthSex", 2.0 / 4), ("unique.postcodeBirth", 3.0 / 5),
        // Three and two of a family.
        ("siblings.visible", 1), ("siblings.families", 1), ("siblings.mean", 5.0 / 2), ("siblings.size2", 1.0 / 2),
        ("siblings.size3", 1.0 / 2), ("siblings.reach", (3.0 * 2 + 2 * 1) / 5),
        // Four at one address, three of them of one mother; the two Brooks live apart.
        ("siblings.together", 3.0 / 5), ("siblings.addressPupils", 4.0 / 5), ("siblings.addressReach", 4.0 * 3 / 5),
        ("siblings.surnamePupils", 3.0 / 5), ("siblings.surnameReach", 3.0 * 2 / 5),
        ("siblings.falseAddress", 3.0 / 6), ("siblings.missedAddress", 1.0 / 4), ("siblings.setUnique", 1),
    ])
    func valueIsTheCountedOne(key: String, value: Double) throws {
        let check = try #require(try Self.checks.get()[key])
        let generated = try #require(check.generated)
        #expect(abs(generated - value) < 1e-12, "\(generated)")
    }

    /// One in the area of four and none in the other, where the country has 33,755 areas.
    @Test func expectationIsOfTheYear() throws {
        let check = try #require(try Self.checks.get()["children.mean"])
        let cohorts = Cohorts()
        let residents = (1999...2009).reduce(0) { $0 + cohorts.children(bornIn: $1) }
        #expect(check.expected == 0.93 * residents / 33_755)
    }

    /// Alone in a cell of n with the probability (1 - 1/365.25)^(n - 1): the twins have a cell of two, the others are alone.
    @Test func independenceAtTheRegistersOwnSizes() throws {
        let check = try #require(try Self.checks.get()["unique.ownSchoolBirth"])
        let expected = try #require(check.expected)
        #expect(abs(expected - (3 + 2 * (1 - 1 / 365.25)) / 5) < 1e-12)
        #expect(check.generated == 3.0 / 5)
    }

    @Test(arguments: [
        ("pupils", RegisterValidation.partOnly), ("surnames.top10", RegisterValidation.partOnly),
        ("unique.birthSex", RegisterValidation.partOnly), ("authority.largest1", RegisterValidation.partOnly),
        ("fsm.2012", "the register has no census of the figure's year"),
        ("mobility.threeMoves", "it takes the histories of eleven years"),
        ("absence.special", "there is no such pupil in this register"),
        ("schools.primary.mean", Measurements.tooFew), ("schools.primary.p50", Measurements.tooFew),
        ("cohort.2018", "the cohort is not in Reception to year 11 in this register"),
        ("absence.illness", "the files hold the sessions missed, not the reasons"),
    ])
    func noValueForAReason(key: String, reason: String) throws {
        let check = try #require(try Self.checks.get()[key])
        #expect(check.generated == nil)
        #expect(check.verdict == .notApplicable)
        #expect(check.remark == reason)
    }

    @Test func everyFigureIsThere() throws {
        #expect(try Self.checks.get().count == PublishedFigures().all.count)
    }
}
