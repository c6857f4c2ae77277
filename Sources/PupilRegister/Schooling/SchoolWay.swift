/// One child's way through the schools, as far as it has come.
///
/// The catchments are handed in each time: threads that count references to them for every child would wait for each other.
struct SchoolWay {
    /// Where a child is.
    enum Place {
        case notYet
        case state
        case independent
        case away
        case finished
    }

    let career: Career
    /// The homes of the child, in the order of time.
    private let homes: [HomeModel.Period]
    /// How far from the catchment the child's own school is; `nil` where it is the family's school.
    private let ownOffset: Int?

    var place = Place.notYet
    /// The enrolments so far, in the order of time.
    var enrolments: [Enrolment] = []
    /// How much further from the catchment the school is since the last change of schools.
    private var extra = 0
    /// The home of the last day that was looked at.
    private var period = 0

    init(_ career: Career, homes: [HomeModel.Period], ownOffset: Int?) {
        self.career = career
        self.homes = homes
        self.ownOffset = ownOffset
    }

    /// The last school.
    private var school: Int { Int(enrolments[enrolments.count - 1].school) }

    /// The first day at the last school.
    var entered: Day { Day(enrolments[enrolments.count - 1].from) }

    /// Whether the last school has a year group, and children change to no other school for it.
    func continues(in group: Int, of catchments: Catchments) -> Bool {
        career.phase(of: group) == career.phase(of: group - 1)
            && catchments.phase(of: school).yearGroups.contains(group)
    }

    /// The first move to a home from beyond the neighbourhood within some days, of which the first is none.
    func farMove(after first: Day, through last: Day) -> HomeModel.Period? {
        homes.first { $0.isFar && $0.from > first && $0.from <= last }
    }

    /// Enters the state sector.
    mutating func enter(_ group: Int, on day: Day, in catchments: Catchments) {
        let school = school(for: group, on: day, in: catchments)
        enrolments.append(Enrolment(school: UInt16(school), from: day.compact, to: 0, reason: .none))
        place = .state
    }

    /// Leaves the state sector.
    mutating func leave(to place: Place, on last: Day, _ reason: Enrolment.Reason) {
        end(on: last, reason)
        self.place = place
    }

    /// Goes to the school that children of the same home go to.
    mutating func changeToCatchment(
        _ group: Int, on day: Day, leavingOn last: Day, in catchments: Catchments, _ reason: Enrolment.Reason
    ) {
        extra = 0
        change(to: school(for: group, on: day, in: catchments), on: day, leavingOn: last, reason)
    }

    /// Goes to another school than the last, if one of three tries finds one.
    ///
    /// - Parameter draw: How much further from the catchment the school of each try is.
    mutating func changeToAnother(
        _ group: Int, on day: Day, leavingOn last: Day, in catchments: Catchments, draw: (_ attempt: Int) -> Int
    ) {
        var chosen = 0
        for attempt in 0..<3 {
            extra = draw(attempt)
            chosen = school(for: group, on: day, in: catchments)
            if chosen != school { break }
        }
        change(to: chosen, on: day, leavingOn: last, .otherSchool)
    }

    /// The school of a year group for who lives where the child lives on a day, not before the day last asked for.
    private mutating func school(for group: Int, on day: Day, in catchments: Catchments) -> Int {
        while period + 1 < homes.count && homes[period + 1].from <= day { period += 1 }
        let offset = ownOffset ?? (group <= 6 ? career.firstOffset : career.secondOffset)
        return catchments.school(
            of: career.phase(of: group), isPrimary: group <= 6, at: homes[period].home.position,
            offset: offset + extra)
    }

    /// Ends the last enrolment.
    private mutating func end(on day: Day, _ reason: Enrolment.Reason) {
        let last = enrolments.count - 1
        enrolments[last].to = max(day, entered).compact
        enrolments[last].reason = reason
    }

    /// Ends the last enrolment and starts one at another school; nothing where it is the same school.
    private mutating func change(to school: Int, on day: Day, leavingOn last: Day, _ reason: Enrolment.Reason) {
        if self.school == school { return }
        end(on: last, reason)
        enrolments.append(Enrolment(school: UInt16(school), from: day.compact, to: 0, reason: .none))
    }
}
