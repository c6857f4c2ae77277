internal import Statistics

/// Children's ways through the schools: entering, moving up, changing, leaving and coming back.
struct SchoolingModel: Sendable {
    /// Where a child is.
    private enum Place {
        case notYet
        case state
        case independent
        case away
        case finished
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
        let start = stream.next()
        let ownOffsets = stream.next()
        let isOwn = ownChoice.happens(start, 3)
        // Families choose the sector for all their children, as they choose the school; a rank below the share of Reception
        // is one of the state sector, and the next ranks leave it at year 7.
        let sector = Double(isOwn ? (start >> 16) & 0xFFFF : career.sectorRank) * 0x1p-16
        let isState = sector < states[2]
        let leavesAtSeven = sector >= staysAtSeven
        // Nursery classes are part of the cohort's share.
        let nursery = isState ? Double(start & 0xFFFF) * 0x1p-16 * states[2] : 1
        let firstGroup = nursery < states[0] ? -2 : nursery < states[1] ? -1 : 0
        let firstYearAtSchool = max(career.academicYear(of: firstGroup), career.arrival ?? .min)
        if firstYearAtSchool > lastYear { return }
        var extra = 0
        var place = Place.notYet
        var period = 0
        for year in firstYearAtSchool...lastYear {
            let group = year - career.reception
            let first = firstDays[year - firstYear]
            let last = lastDays[year - firstYear]
            let yearBefore = lastDays[max(year - 1 - firstYear, 0)]
            if place == .finished { return }
            if group > 13 {
                if place == .state { Self.end(&enrolments, yearBefore, .finished) }
                return
            }
            func school(on day: Day) -> Int {
                while period + 1 < homes.count && homes[period + 1].from <= day { period += 1 }
                var offset = isOwn ? self.offset(ownOffsets) : (group <= 6 ? career.firstOffset : career.secondOffset)
                offset += extra
                return world.catchments.school(
                    of: career.phase(of: group), isPrimary: group <= 6, at: homes[period].home.position,
                    offset: offset)
            }
            let bits = stream.next()
            let isOtherChange = otherChanges.happens(bits, 3) && !career.isSpecial
            // What happens in a year is decided by further bits, which most years do not need.
            let farMove = homes.first { $0.isFar && $0.from > first && $0.from <= last }
            let needsMore = place == .notYet || isOtherChange || missing.happens(bits, 2) || farMove != nil
            let moves = needsMore ? stream.next() : 0
            let isMidYear = midYear.happens(moves, 0)
            func draw(_ attempt: UInt64) {
                extra = offsets.value(moves >> (16 + 10 * attempt)) + 400
                if (moves >> (46 + attempt)) & 1 == 0 { extra = -extra }
            }
            /// Chooses another school than the current one, if one of three tries finds one.
            func chooseAnother(on day: Day) -> Int {
                var chosen = 0
                for attempt in 0..<3 {
                    draw(UInt64(attempt))
                    chosen = school(on: day)
                    if chosen != Int(enrolments[enrolments.count - 1].school) { break }
                }
                return chosen
            }
            switch place {
            case .notYet:
                if isState {
                    let isLate = career.arrival == year && isMidYear
                    let day = isLate ? Self.schoolDay(moves >> 49, in: calendars[year - firstYear]) : first
                    enrolments.append(
                        Enrolment(school: UInt16(school(on: day)), from: day.compact, to: 0, reason: .none))
                    place = .state
                } else {
                    place = .independent
                }
            case .state:
                let current = world.catchments.phase(of: Int(enrolments[enrolments.count - 1].school))
                if group == 12 && !sixthForm.happens(bits, 0) || group == 13 && !sixthFormSecondYear.happens(bits, 0) {
                    Self.end(&enrolments, yearBefore, .finished)
                    place = .finished
                } else if group == 7 && leavesAtSeven || group >= 0 && toIndependent.happens(bits, 1) {
                    Self.end(&enrolments, yearBefore, .independent)
                    place = .independent
                } else if career.phase(of: group) != career.phase(of: group - 1) || !current.yearGroups.contains(group)
                {
                    extra = 0
                    Self.change(&enrolments, to: school(on: first), on: first, yearBefore, .structural)
                } else if isOtherChange && !isMidYear {
                    Self.change(&enrolments, to: chooseAnother(on: first), on: first, yearBefore, .otherSchool)
                }
            case .independent, .away:
                if group <= 12 && (place == .away ? returning : fromIndependent).happens(bits, 1) {
                    enrolments.append(
                        Enrolment(school: UInt16(school(on: first)), from: first.compact, to: 0, reason: .none))
                    place = .state
                } else if place == .away {
                    place = .finished
                }
            case .finished: return
            }
            if place != .state { continue }
            // What happens within the year.
            let entered = Day(enrolments[enrolments.count - 1].from)
            if missing.happens(bits, 2) {
                Self.end(
                    &enrolments, max(Self.schoolDay(moves >> 49, in: calendars[year - firstYear]), entered + 14),
                    .missing)
                place = .away
            } else if isOtherChange && isMidYear {
                let day = Self.schoolDay(moves >> 49, in: calendars[year - firstYear])
                if day > entered + 10 {
                    Self.change(&enrolments, to: chooseAnother(on: day), on: day, day + -1, .otherSchool)
                }
            } else if let move = farMove, changesAfterMove.happens(moves, 1), move.from > entered + 10,
                let day = Self.firstSchoolDay(from: move.from + 3, in: calendars[year - firstYear])
            {
                extra = 0
                Self.change(&enrolments, to: school(on: day), on: day, day + -1, .moved)
            }
        }
    }

    /// Ends the last enrolment.
    private static func end(_ enrolments: inout [Enrolment], _ day: Day, _ reason: Enrolment.Reason) {
        let last = enrolments.count - 1
        enrolments[last].to = max(day, Day(enrolments[last].from)).compact
        enrolments[last].reason = reason
    }

    /// Ends the last enrolment and starts one at another school; nothing where it is the same school.
    private static func change(
        _ enrolments: inout [Enrolment], to school: Int, on day: Day, _ last: Day, _ reason: Enrolment.Reason
    ) {
        if Int(enrolments[enrolments.count - 1].school) == school { return }
        end(&enrolments, last, reason)
        enrolments.append(Enrolment(school: UInt16(school), from: day.compact, to: 0, reason: .none))
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
