internal import Microdata

/// Some pupils in the order of their schools and, within a school, of their numbers: the order of a collated return.
struct SchoolOrder: Sendable {
    /// A pupil and the enrolment that counts.
    struct Entry: Sendable {
        let pupil: UInt32
        let enrolment: UInt32
    }

    private(set) var entries: [Entry]
    /// Where the entries of each school begin, and the number of entries after the last.
    private(set) var starts: [Int]

    /// The pupils on roll on a day.
    init(_ register: Register, onRoll day: Day, workers: Workers) {
        self.init(register, workers: workers) { enrolments in enrolments.firstIndex { $0.covers(day) } }
    }

    /// All pupils, each with the latest enrolment.
    init(latestIn register: Register, workers: Workers) {
        self.init(register, workers: workers) { enrolments in enrolments.endIndex - 1 }
    }

    private init(
        _ register: Register, workers: Workers, enrolment: @Sendable (ArraySlice<Enrolment>) -> Int?
    ) {
        let schools = register.world.schools.count
        var counts = [Int](repeating: 0, count: schools + 1)
        var chosen = [UInt32](repeating: .max, count: register.pupils.count)
        for (index, pupil) in register.pupils.enumerated() {
            if let place = enrolment(register.enrolments(of: pupil)) {
                chosen[index] = UInt32(place)
                counts[Int(register.enrolments[place].school) + 1] += 1
            }
        }
        for school in 0..<schools { counts[school + 1] += counts[school] }
        starts = counts
        var entries = [Entry](repeating: Entry(pupil: 0, enrolment: 0), count: counts[schools])
        for (index, place) in chosen.enumerated() where place != .max {
            let school = Int(register.enrolments[Int(place)].school)
            entries[counts[school]] = Entry(pupil: UInt32(index), enrolment: place)
            counts[school] += 1
        }
        let serials = register.serials
        for school in 0..<schools where starts[school + 1] - starts[school] > 1 {
            entries[starts[school]..<starts[school + 1]].sort { serials[Int($0.pupil)] < serials[Int($1.pupil)] }
        }
        self.entries = entries
    }
}
