internal import Microdata
internal import Statistics

/// The spring census of a year: one row per pupil on roll on the third Thursday of January.
struct CensusFile: Sendable {
    private let register: Register
    private let text: RegisterText
    private let year: Int
    private let order: SchoolOrder
    private let calendar: SchoolCalendar
    private let errors: RecordErrors
    private let needs: NeedModel
    private let meals: MealModel
    private let absence: AbsenceModel
    private let types: SpecialNeedTypes

    init(_ register: Register, text: RegisterText, year: Int, workers: Workers) {
        self.register = register
        self.text = text
        self.year = year
        calendar = SchoolCalendar(year - 1)
        order = SchoolOrder(register, onRoll: calendar.springCensus, workers: workers)
        errors = RecordErrors(register.settings)
        needs = NeedModel(register.settings)
        meals = MealModel()
        absence = AbsenceModel(register.settings.attributes)
        types = SpecialNeedTypes()
    }

    var name: String { "census-\(year)" }
    var day: Day { calendar.springCensus }
    var entries: [SchoolOrder.Entry] { order.entries }

    /// The address that the school has on record: that of the day, or the one before where a move is not recorded yet.
    func recordedStay(of pupil: Pupil, number: Int) -> Stay {
        let stays = register.stays(of: pupil)
        let place = stays.lastIndex { $0.covers(day) } ?? stays.startIndex
        if place > stays.startIndex,
            errors.isStale(stays[place], pupil: number, place: place - stays.startIndex, on: day)
        {
            return stays[place - 1]
        }
        return stays[place]
    }

    /// The errors of a row's record.
    func draw(_ entry: SchoolOrder.Entry) -> RecordErrors.Draw {
        let pupil = register.pupils[Int(entry.pupil)]
        return errors.draw(pupil: Int(entry.pupil), enrolment: Int(entry.enrolment - pupil.firstEnrolment))
    }

    var file: RowFile {
        .rows(
            name, columns: Columns.census(year), count: order.entries.count,
            prepare: { item, items in order.prefetch(from: item, in: items, of: register) },
            write: { item, row in write(order.entries[item], to: row) })
    }

    private func write(_ entry: SchoolOrder.Entry, to row: RowBuffer) {
        let number = Int(entry.pupil)
        let pupil = register.pupils[number]
        let enrolment = register.enrolments[Int(entry.enrolment)]
        let school = register.world.schools[Int(enrolment.school)]
        let draw = draw(entry)
        let home = recordedStay(of: pupil, number: number)
        let area = Int(home.area)
        let group = year - 1 - (Day(pupil.birth).academicYear + 5)
        PupilNumber.write(entry.serial, to: row)
        row.comma()
        text.identity(pupil, errors: draw, to: row)
        row.comma()
        text.address(home, withoutSubBuilding: draw.lacksSubBuilding, to: row)
        row.comma()
        text.area(area, to: row)
        row.comma()
        text.authority(of: area, to: row)
        row.comma()
        text.region(of: area, to: row)
        row.comma()
        text.school(Int(enrolment.school), to: row)
        row.comma()
        row.text(school.phase.code)
        row.comma()
        row.text(RegisterText.yearGroups[min(max(group + 2, 0), 15)])
        row.comma()
        text.dates.write(Day(enrolment.from), to: row)
        row.comma()
        text.ethnicity(pupil, to: row)
        row.comma()
        text.language(pupil, to: row)
        row.comma()
        // Eligibility follows the home that the family lives in, not the one on record.
        let lived = register.stays(of: pupil).last { $0.covers(day) } ?? home
        let isEligible = meals.isEligible(pupil, area: register.world.areas[Int(lived.area)], year: year)
        row.byte(isEligible ? 49 : 48)
        row.comma()
        needs(of: pupil, number: number, group: group, to: row)
        var luck = RandomStream(register.settings, .attendance, item: (number << 12) | year)
        for place in calendar.terms.indices {
            let term = calendar.terms[place]
            let possible = calendar.sessions(
                of: term, from: Day(enrolment.from), to: enrolment.to == 0 ? term.days.upperBound : Day(enrolment.to))
            row.comma()
            row.number(possible)
            row.comma()
            row.number(
                absence.missed(of: possible, rank: pupil.absence, phase: school.phase, bits: luck.next() >> 32))
        }
        if year >= Columns.firstYearOfNationality {
            row.comma()
            text.nationality(pupil, to: row)
            row.comma()
            text.birthCountry(pupil, to: row)
        }
    }

    private func needs(of pupil: Pupil, number: Int, group: Int, to row: RowBuffer) {
        let provision = needs.provision(of: pupil, year: year, yearGroup: group)
        row.text(SpecialNeedTypes.code(of: provision, year: year, severity: pupil.severity))
        row.comma()
        if provision != .none { types.writeType(of: provision, pupil: number, need: pupil.need, to: row) }
    }
}
