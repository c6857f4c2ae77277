import Testing

@testable import PupilRegister
@testable import RegisterValidation

/// The figures of five pupils, counted by hand.
struct ValidationFigureTests {
    private static let checks = Result {
        let folder = try HandMadeFolder()
        let checks = try RegisterComparison(ofFolder: folder.path).checks
        return Dictionary(uniqueKeysWithValues: checks.map { ($0.figure.key, $0) })
    }

    /// Each figure and its value, as numerator and denominator.
    private static let values: [(key: String, over: Double, under: Double)] = [
        (key: "boys", over: 3.0, under: 5),
        (key: "region.northEast", over: 3.0, under: 5),
        (key: "region.london", over: 2.0, under: 5),
        (key: "households.mean", over: 20, under: 1),
        (key: "postcodes.addresses", over: 8, under: 1),
        (key: "postcodes.pupils", over: 4.0, under: 5),
        // In years 1 to 11 four live in one area and none in the other.
        (key: "children.mean", over: 2, under: 1),
        // A Thursday twice, a Friday, a Tuesday and a Sunday.
        (key: "births.weekend", over: 0.625, under: 1),
        (key: "births.multiple", over: 2.0, under: 5),
        (key: "births.sameSex", over: 1, under: 1),
        // From year 1 on, three are White British and one is not classified.
        (key: "ethnicity.WBRI.2016", over: 1, under: 1),
        (key: "ethnicity.APKN.2016", over: 0, under: 1),
        (key: "ethnicity.unknown.2016", over: 1.0, under: 4),
        (key: "minority.primary.2016", over: 0, under: 1),
        (key: "language.primary.2016", over: 0, under: 1),
        (key: "language.secondary.2016", over: 0, under: 1),
        (key: "fsm.2016", over: 2.0, under: 5),
        (key: "sen.all.2016", over: 2.0, under: 5),
        (key: "sen.plan.2016", over: 1.0, under: 5),
        (key: "sen.support.2016", over: 1.0, under: 5),
        (key: "sen.plan.boys", over: 0, under: 1),
        (key: "fsm.plan", over: 0, under: 1),
        (key: "fsm.none", over: 2.0, under: 3),
        // 10, 0, 5 and 20 of 100 sessions; the one in Reception does not count.
        (key: "absence.all", over: 35.0, under: 400),
        (key: "absence.primary", over: 10.0, under: 200),
        (key: "absence.secondary", over: 25.0, under: 200),
        (key: "absence.persistent", over: 2.0, under: 4),
        // From 6 May 2001 to 5 November 2010.
        (key: "families.interval", over: 3_470, under: 365.25),
        // One move in five times the 262 days from 1 September to 19 May; one change in four times three terms.
        (key: "mobility.home", over: 365.25, under: 1_310),
        (key: "mobility.school", over: 1.0, under: 12),
        (key: "unique.schoolBirthSex.primary", over: 1.0, under: 3),
        (key: "unique.schoolBirthSex.secondary", over: 1, under: 1),
        (key: "unique.schoolBirthSex.all", over: 3.0, under: 5),
        (key: "unique.schoolBirth.all", over: 3.0, under: 5),
        (key: "unique.schoolYearSex.primary", over: 1.0, under: 3),
        (key: "unique.areaBirthSex", over: 2.0, under: 4),
        (key: "unique.postcodeBirth", over: 3.0, under: 5),
        // Three and two of a family.
        (key: "siblings.visible", over: 1, under: 1),
        (key: "siblings.families", over: 1, under: 1),
        (key: "siblings.mean", over: 5.0, under: 2),
        (key: "siblings.size2", over: 1.0, under: 2),
        (key: "siblings.size3", over: 1.0, under: 2),
        (key: "siblings.reach", over: 1.6, under: 1),
        // Four at one address, three of them of one mother; the two Brooks live apart.
        (key: "siblings.together", over: 3.0, under: 5),
        (key: "siblings.addressPupils", over: 4.0, under: 5),
        (key: "siblings.addressReach", over: 12.0, under: 5),
        (key: "siblings.surnamePupils", over: 3.0, under: 5),
        (key: "siblings.surnameReach", over: 6.0, under: 5),
        (key: "siblings.falseAddress", over: 3.0, under: 6),
        (key: "siblings.missedAddress", over: 1.0, under: 4),
        (key: "siblings.setUnique", over: 1, under: 1),
    ]

    @Test(arguments: values)
    func valueIsTheCountedOne(key: String, over: Double, under: Double) throws {
        let value = over / under
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
        ("pupils", RegisterComparison.partOnly), ("surnames.top10", RegisterComparison.partOnly),
        ("unique.birthSex", RegisterComparison.partOnly), ("authority.largest1", RegisterComparison.partOnly),
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
