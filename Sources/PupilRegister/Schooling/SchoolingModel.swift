internal import Statistics

/// Children's ways through the schools: entering, moving up, changing, leaving and coming back.
struct SchoolingModel: Sendable {
    /// What a year brings to a child, whatever becomes of it.
    private struct Year {
        /// The year group, as an offset from Reception.
        let group: Int
        /// Its place among the calendars.
        let place: Int
        let first: Day
        /// The last day of school in the year before.
        let lastBefore: Day
        /// What is drawn for every year.
        let bits: UInt64
        /// What is drawn for the few years in which something may happen that takes more; else 0.
        let moves: UInt64
        let isArrival: Bool
        let isOtherChange: Bool
        let isMissing: Bool
        let farMove: HomeModel.Period?
    }

    private let calendars: [SchoolCalendar]
    /// The first and the last day of school of each year, apart from the calendars, which few years need.
    private let firstDays: [Day]
    private let lastDays: [Day]
    private let firstYear: Int
    private let lastYear: Int
    private let offsets: IntegerQuantiles
    private let states: [Double]
    private let catchment: Chance
    private let ownChoice: Chance
    /// The rank of the sector from which on pupils leave the state sector at year 7.
    private let staysAtSeven: Double
    private let toIndependent: Chance
    private let fromIndependent: Chance
    private let missing: Chance
    private let returning: Chance
    private let otherChanges: Chance
    private let changesAfterMove: Chance
    private let midYear: Chance
    private let sixthForm: Chance
    private let sixthFormSecondYear: Chance

    init(_ settings: RegisterSettings) {
        let schooling = settings.schooling
        firstYear = settings.firstYear - 20
        lastYear = settings.lastYear - 1
        calendars = (firstYear...lastYear).map(SchoolCalendar.init)
        firstDays = calendars.map(\.firstDay)
        lastDays = calendars.map(\.lastDay)
        offsets = .exponential(mean: 1_000 * schooling.offset)
        states = ParameterTable("year_groups").shares("state")
        catchment = Chance(schooling.catchment)
        ownChoice = Chance(schooling.ownChoice)
        staysAtSeven = states[2] * (1 - schooling.toIndependentAtSeven)
        toIndependent = Chance(schooling.toIndependent)
        fromIndependent = Chance(schooling.fromIndependent)
        missing = Chance(schooling.missing)
        returning = Chance(schooling.returning)
        otherChanges = Chance(schooling.otherChanges)
        changesAfterMove = Chance(schooling.changesAfterMove)
        midYear = Chance(schooling.midYear)
        sixthForm = Chance(states[14] / states[13])
        sixthFormSecondYear = Chance(states[15] / states[14])
    }

    /// An offset from the catchment, in thousandths of the reach of a school: often 0.
    func offset(_ bits: UInt64) -> Int {
        if catchment.happens(bits, 3) { return 0 }
        let distance = offsets.value(bits)
        return (bits >> 12) & 1 == 0 ? distance : -distance
    }

    /// The enrolments of a child, in the order of time, from the first day at school on.
    ///
    /// - Parameters:
    ///   - homes: The homes of the child, in the order of time.
    ///   - enrolments: What the enrolments are written to, which is emptied first.
    func enrolments(
        of career: Career, homes: [HomeModel.Period], in world: World, using stream: inout RandomStream,
        into enrolments: inout [Enrolment]
    ) {
        enrolments.removeAll(keepingCapacity: true)
        let choice = choice(of: career, using: &stream)
        if choice.firstYear > lastYear { return }
        var way = SchoolWay(career, homes: homes, ownOffset: choice.ownOffset)
        swap(&way.enrolments, &enrolments)
        defer { swap(&way.enrolments, &enrolments) }
        for number in choice.firstYear...lastYear {
            if way.place == .finished { return }
            if number - career.reception > 13 {
                if way.place == .state { way.leave(to: .finished, on: lastDay(before: number), .finished) }
                return
            }
            let year = year(number, of: way, using: &stream)
            startYear(year, choice, in: world.catchments, &way)
            if way.place == .state { spendYear(year, in: world.catchments, &way) }
        }
    }

    /// What is chosen for a child once: the sector, when it starts, and whether the school is the family's.
    private struct Choice {
        let isState: Bool
        let leavesAtSeven: Bool
        let ownOffset: Int?
        let firstYear: Int
    }

    private func choice(of career: Career, using stream: inout RandomStream) -> Choice {
        let start = stream.next()
        let ownOffsets = stream.next()
        let isOwn = ownChoice.happens(start, 3)
        // Families choose the sector for all their children, as they choose the school; a rank below the share of Reception
        // is one of the state sector, and the next ranks leave it at year 7.
        let sector = Double(isOwn ? (start >> 16) & 0xFFFF : career.sectorRank) * 0x1p-16
        let isState = sector < states[2]
        // Nursery classes are part of the cohort's share.
        let nursery = isState ? Double(start & 0xFFFF) * 0x1p-16 * states[2] : 1
        let firstGroup = nursery < states[0] ? -2 : nursery < states[1] ? -1 : 0
        return Choice(
            isState: isState, leavesAtSeven: sector >= staysAtSeven, ownOffset: isOwn ? offset(ownOffsets) : nil,
            firstYear: max(career.academicYear(of: firstGroup), career.arrival ?? .min))
    }

    private func lastDay(before year: Int) -> Day { lastDays[max(year - 1 - firstYear, 0)] }

    private func year(_ number: Int, of way: SchoolWay, using stream: inout RandomStream) -> Year {
        let (first, last) = (firstDays[number - firstYear], lastDays[number - firstYear])
        let bits = stream.next()
        let isOtherChange = otherChanges.happens(bits, 3) && !way.career.isSpecial
        let isMissing = missing.happens(bits, 2)
        let farMove = way.farMove(after: first, through: last)
        let needsMore = way.place == .notYet || isOtherChange || isMissing || farMove != nil
        return Year(
            group: number - way.career.reception, place: number - firstYear, first: first,
            lastBefore: lastDay(before: number), bits: bits, moves: needsMore ? stream.next() : 0,
            isArrival: way.career.arrival == number, isOtherChange: isOtherChange, isMissing: isMissing,
            farMove: farMove)
    }

    /// What happens between the years: entering and leaving the state sector, and changes of schools.
    private func startYear(_ year: Year, _ choice: Choice, in catchments: Catchments, _ way: inout SchoolWay) {
        let (group, bits, isMidYear) = (year.group, year.bits, midYear.happens(year.moves, 0))
        switch way.place {
        case .notYet:
            if choice.isState {
                let isLate = year.isArrival && isMidYear
                let day = isLate ? Self.schoolDay(year.moves >> 49, in: calendars[year.place]) : year.first
                way.enter(group, on: day, in: catchments)
            } else {
                way.place = .independent
            }
        case .state:
            if group == 12 && !sixthForm.happens(bits, 0) || group == 13 && !sixthFormSecondYear.happens(bits, 0) {
                way.leave(to: .finished, on: year.lastBefore, .finished)
            } else if group == 7 && choice.leavesAtSeven || group >= 0 && toIndependent.happens(bits, 1) {
                way.leave(to: .independent, on: year.lastBefore, .independent)
            } else if !way.continues(in: group, of: catchments) {
                way.changeToCatchment(group, on: year.first, leavingOn: year.lastBefore, in: catchments, .structural)
            } else if year.isOtherChange && !isMidYear {
                changeSchool(year, on: year.first, leavingOn: year.lastBefore, in: catchments, &way)
            }
        case .independent, .away:
            if group <= 12 && (way.place == .away ? returning : fromIndependent).happens(bits, 1) {
                way.enter(group, on: year.first, in: catchments)
            } else if way.place == .away {
                way.place = .finished
            }
        case .finished: break
        }
    }

    /// What happens within a year in the state sector.
    private func spendYear(_ year: Year, in catchments: Catchments, _ way: inout SchoolWay) {
        let entered = way.entered
        if year.isMissing {
            let day = Self.schoolDay(year.moves >> 49, in: calendars[year.place])
            way.leave(to: .away, on: max(day, entered + 14), .missing)
        } else if year.isOtherChange && midYear.happens(year.moves, 0) {
            let day = Self.schoolDay(year.moves >> 49, in: calendars[year.place])
            if day > entered + 10 { changeSchool(year, on: day, leavingOn: day + -1, in: catchments, &way) }
        } else if let move = year.farMove, changesAfterMove.happens(year.moves, 1), move.from > entered + 10,
            let day = Self.firstSchoolDay(from: move.from + 3, in: calendars[year.place])
        {
            way.changeToCatchment(year.group, on: day, leavingOn: day + -1, in: catchments, .moved)
        }
    }

    /// Changes to a school further away, for none of the other reasons.
    private func changeSchool(
        _ year: Year, on day: Day, leavingOn last: Day, in catchments: Catchments, _ way: inout SchoolWay
    ) {
        way.changeToAnother(year.group, on: day, leavingOn: last, in: catchments) { attempt in
            let distance = offsets.value(year.moves >> UInt64(16 + 10 * attempt)) + 400
            return (year.moves >> UInt64(46 + attempt)) & 1 == 0 ? -distance : distance
        }
    }

    /// A weekday of a term, from random bits.
    private static func schoolDay(_ bits: UInt64, in calendar: SchoolCalendar) -> Day {
        let term = calendar.terms[Int(bits % 3)]
        let length = term.days.upperBound - term.days.lowerBound
        let day = term.days.lowerBound + Int((bits >> 2) % 64) * length / 64
        return day.weekday > 4 ? day + 2 : day
    }

    /// The first weekday of a term from a day on, in the same academic year.
    private static func firstSchoolDay(from day: Day, in calendar: SchoolCalendar) -> Day? {
        let weekday = day.weekday > 4 ? day + (7 - day.weekday) : day
        for term in calendar.terms.indices where calendar.terms[term].days.upperBound >= weekday {
            return max(weekday, calendar.terms[term].days.lowerBound)
        }
        return nil
    }
}
