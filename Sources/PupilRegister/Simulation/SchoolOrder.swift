internal import Microdata

/// Some pupils in the order of their schools and, within a school, of their numbers: the order of a collated return.
struct SchoolOrder: Sendable {
    /// A pupil and the enrolment that counts.
    struct Entry: Sendable {
        let pupil: UInt32
        let enrolment: UInt32
        /// The nine digits of the pupil's number, which stand far apart in memory elsewhere.
        let serial: UInt32
    }

    let entries: [Entry]

    /// The pupils on roll on a day.
    init(_ register: Register, onRoll day: Day, workers: Workers) {
        self.init(register, workers: workers) { enrolments in enrolments.firstIndex { $0.covers(day) } }
    }

    /// All pupils, each with the latest enrolment.
    init(latestIn register: Register, workers: Workers) {
        self.init(register, workers: workers) { enrolments in enrolments.endIndex - 1 }
    }

    /// Counts the pupils of every school, part by part of the register, so that each part knows where its pupils go; the
    /// order within a school is made by sorting, and so does not depend on the parts.
    private init(
        _ register: Register, workers: Workers, enrolment: @Sendable (ArraySlice<Enrolment>) -> Int?
    ) {
        let schools = register.world.schools.count
        let parts = max(workers.count, 1) * 4
        @Sendable func pupils(of part: Int) -> Range<Int> {
            register.pupils.count * part / parts..<register.pupils.count * (part + 1) / parts
        }
        let slots = DisjointBuffer<(counts: [Int], places: [UInt32])?>(parts)
        workers.run(parts) { _, part in
            var counts = [Int](repeating: 0, count: schools)
            let places = pupils(of: part).map { index in
                guard let place = enrolment(register.enrolments(of: register.pupils[index])) else { return UInt32.max }
                counts[Int(register.enrolments[place].school)] += 1
                return UInt32(place)
            }
            slots[part] = (counts, places)
        }
        let found = slots.results()
        var starts: [Int] = []
        var next = [[Int]](repeating: [Int](repeating: 0, count: schools), count: parts)
        var total = 0
        for school in 0..<schools {
            starts.append(total)
            for part in 0..<parts {
                next[part][school] = total
                total += found[part].counts[school]
            }
        }
        starts.append(total)
        let ends = starts
        let firsts = next
        let bySchool = DisjointBuffer<Entry>.array(of: total, inLargePages: true) { shared in
            workers.run(parts) { _, part in
                var next = firsts[part]
                for (index, place) in zip(pupils(of: part), found[part].places) where place != .max {
                    let school = Int(register.enrolments[Int(place)].school)
                    let entry = Entry(pupil: UInt32(index), enrolment: place, serial: register.serials[index])
                    shared.fill(next[school], with: entry)
                    next[school] += 1
                }
            }
        }
        entries = DisjointBuffer<Entry>.array(of: total, inLargePages: true) { shared in
            workers.run(schools) { _, school in
                let places = ends[school]..<ends[school + 1]
                let order = places.map { (UInt64(bySchool[$0].serial) << 32) | UInt64($0) }.sorted()
                for (place, key) in zip(places, order) { shared.fill(place, with: bySchool[Int(key & 0xFFFF_FFFF)]) }
            }
        }
    }

    /// How many entries ahead a pupil's memory is asked for, and that of the histories, whose place it tells.
    private static let ahead = 24

    /// Asks for the memory of the entries after one that is written now.
    @inline(__always)
    func prefetch(from item: Int, in items: Range<Int>, of register: Register) {
        let far = item + Self.ahead
        if far < items.upperBound { register.prefetchPupil(Int(entries[far].pupil)) }
        let near = item + Self.ahead / 2
        if near < items.upperBound { register.prefetchHistories(of: register.pupils[Int(entries[near].pupil)]) }
    }
}
