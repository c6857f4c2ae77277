internal import Microdata

/// The register itself, the histories that it keeps, and what is extracted from it.
struct HistoryFiles: Sendable {
    private let register: Register
    private let text: RegisterText
    private let order: SchoolOrder
    private let errors: RecordErrors
    private let censusDays: [Day]
    /// The last census, in May, of those who are still on roll.
    private let lastSeen: Day

    init(_ register: Register, text: RegisterText, workers: Workers) {
        self.register = register
        self.text = text
        order = SchoolOrder(latestIn: register, workers: workers)
        errors = RecordErrors(register.settings)
        censusDays = register.settings.censusYears.map { SchoolCalendar($0 - 1).springCensus }
        lastSeen = SchoolCalendar(register.settings.lastYear - 1).summerCensus
    }

    var entries: [SchoolOrder.Entry] { order.entries }

    /// The errors of the latest record of a pupil.
    func draw(_ entry: SchoolOrder.Entry) -> RecordErrors.Draw {
        let pupil = register.pupils[Int(entry.pupil)]
        return errors.draw(pupil: Int(entry.pupil), enrolment: Int(entry.enrolment - pupil.firstEnrolment))
    }

    /// Asks for the memory of the entries after one that is written now.
    private var prepare: @Sendable (Int, Range<Int>) -> Void {
        { item, items in order.prefetch(from: item, in: items, of: register) }
    }

    /// The latest day on which the register knows of a pupil.
    private func latest(_ enrolment: Enrolment) -> Day { enrolment.to == 0 ? lastSeen : Day(enrolment.to) }

    /// The latest address on record, the one before, if there is one that the register can know, and the latest in truth.
    func addresses(_ entry: SchoolOrder.Entry) -> (latest: Stay, previous: Stay?, current: Stay) {
        let pupil = register.pupils[Int(entry.pupil)]
        let known = knownStays(of: pupil)
        let last = known.endIndex - 1
        if known.count > 1,
            errors.isStale(
                known[last], pupil: Int(entry.pupil), place: last - Int(pupil.firstStay),
                on: latest(register.enrolments[Int(entry.enrolment)]))
        {
            return (known[last - 1], known.count > 2 ? known[last - 2] : nil, known[last])
        }
        return (known[last], known.count > 1 ? known[last - 1] : nil, known[last])
    }

    /// The homes that a pupil had while a school knew of them.
    private func knownStays(of pupil: Pupil) -> ArraySlice<Stay> {
        let enrolments = register.enrolments(of: pupil)
        let first = Day(enrolments[enrolments.startIndex].from)
        let last = latest(enrolments[enrolments.endIndex - 1])
        let stays = register.stays(of: pupil)
        let start = stays.firstIndex { $0.to == 0 || Day($0.to) >= first } ?? stays.endIndex - 1
        let end = stays.lastIndex { Day($0.from) <= last } ?? start
        return stays[start...max(start, end)]
    }

    var pupils: RowFile {
        .rows("register", columns: Columns.register, count: order.entries.count, prepare: prepare) { item, row in
            let entry = order.entries[item]
            let pupil = register.pupils[Int(entry.pupil)]
            let draw = draw(entry)
            PupilNumber.write(entry.serial, to: row)
            row.comma()
            text.identity(pupil, errors: draw, to: row)
            row.comma()
            let seen = censusYears(of: pupil)
            row.number(seen.first)
            row.comma()
            row.number(seen.last)
            row.comma()
            text.school(Int(register.enrolments[Int(entry.enrolment)].school), to: row)
            row.comma()
            let home = addresses(entry).latest
            text.address(home, withoutSubBuilding: draw.lacksSubBuilding, to: row)
            row.comma()
            text.area(Int(home.area), to: row)
            row.comma()
            text.authority(of: Int(home.area), to: row)
            row.comma()
            text.region(of: Int(home.area), to: row)
        }
    }

    /// The years of the first and the last census in which a pupil was on roll.
    private func censusYears(of pupil: Pupil) -> (first: Int, last: Int) {
        var found: [Int] = []
        let enrolments = register.enrolments(of: pupil)
        for (index, day) in censusDays.enumerated() where enrolments.contains(where: { $0.covers(day) }) {
            found.append(register.settings.firstYear + index)
        }
        return (found[0], found[found.count - 1])
    }

    var addressHistory: RowFile {
        RowFile(name: "addresses", columns: Columns.addresses, items: order.entries.count) { items, row in
            var rows = 0
            for item in items {
                prepare(item, items)
                let entry = order.entries[item]
                let pupil = register.pupils[Int(entry.pupil)]
                let enrolments = register.enrolments(of: pupil)
                let first = Day(enrolments[enrolments.startIndex].from)
                let last = latest(enrolments[enrolments.endIndex - 1])
                for stay in knownStays(of: pupil) {
                    row.reserveRow()
                    PupilNumber.write(entry.serial, to: row)
                    row.comma()
                    text.dates.write(max(Day(stay.from), min(first, last)), to: row)
                    row.comma()
                    text.dates.write(stay.to == 0 ? last : min(Day(stay.to), last), to: row)
                    row.comma()
                    text.address(stay, to: row)
                    row.comma()
                    text.area(Int(stay.area), to: row)
                    row.newline()
                    rows += 1
                }
            }
            return rows
        }
    }

    var enrolmentHistory: RowFile {
        RowFile(name: "enrolments", columns: Columns.enrolments, items: order.entries.count) { items, row in
            var rows = 0
            for item in items {
                prepare(item, items)
                let entry = order.entries[item]
                for enrolment in register.enrolments(of: register.pupils[Int(entry.pupil)]) {
                    row.reserveRow()
                    PupilNumber.write(entry.serial, to: row)
                    row.comma()
                    text.school(Int(enrolment.school), to: row)
                    row.comma()
                    text.dates.write(Day(enrolment.from), to: row)
                    row.comma()
                    text.dates.write(max(latest(enrolment), Day(enrolment.from)), to: row)
                    row.comma()
                    row.text(Self.name(of: enrolment.reason))
                    row.newline()
                    rows += 1
                }
            }
            return rows
        }
    }

    /// What the memorandum of 2015 shared of each pupil.
    var extract: RowFile {
        .rows("extract", columns: Columns.extract, count: order.entries.count, prepare: prepare) { item, row in
            let entry = order.entries[item]
            let pupil = register.pupils[Int(entry.pupil)]
            let enrolments = register.enrolments(of: pupil)
            let draw = draw(entry)
            text.identity(pupil, errors: draw, to: row)
            row.comma()
            let homes = addresses(entry)
            text.address(homes.latest, withoutSubBuilding: draw.lacksSubBuilding, to: row)
            row.comma()
            if let previous = homes.previous {
                text.address(previous, withoutSubBuilding: draw.lacksSubBuilding, to: row)
            } else {
                row.text(",,,,")
            }
            row.comma()
            text.school(Int(register.enrolments[Int(entry.enrolment)].school), to: row)
            row.comma()
            text.dates.write(Day(enrolments[enrolments.startIndex].from), to: row)
            row.comma()
            text.dates.write(latest(enrolments[enrolments.endIndex - 1]), to: row)
        }
    }

    /// Whose row is whose in the extract.
    var extractPupils: RowFile {
        .rows("truth/extract", columns: Columns.extractPupils, count: order.entries.count) { item, row in
            row.number(item + 1)
            row.comma()
            PupilNumber.write(order.entries[item].serial, to: row)
        }
    }

    /// The true family of each pupil.
    var families: RowFile {
        .rows("truth/families", columns: Columns.families, count: order.entries.count) { item, row in
            let index = Int(order.entries[item].pupil)
            let pupil = register.pupils[index]
            PupilNumber.write(register.serials[index], to: row)
            row.comma()
            row.number(Int(pupil.family) + 1)
            row.comma()
            row.number(Int(pupil.birthOrder))
            for mark in [Pupil.Marks.multiple, .halfSibling, .otherHome] {
                row.comma()
                row.byte(pupil.marks.contains(mark) ? 49 : 48)
            }
        }
    }

    private static func name(of reason: Enrolment.Reason) -> StaticString {
        switch reason {
        case .none: ""
        case .structural: "next_phase"
        case .moved: "moved"
        case .otherSchool: "other_school"
        case .independent: "independent"
        case .missing: "missing"
        case .finished: "finished"
        }
    }
}
