/// The schools of each phase, laid out along the homes of the country so that each has the pupils it has room for.
///
/// Homes lie on a line from 0 to 2^32 that visits the areas in an order in which neighbours on the line are neighbours on
/// the map. Each school has an interval of the line, its catchment, as long as its share of the phase's places. A home
/// chosen evenly along the line, moved by any symmetric offset and thrown back at the ends, is even again, so that every
/// school is chosen in proportion to its places, whatever the offsets.
struct Catchments: Sendable {
    /// The catchments of the schools, in the order of their numbers; a line for each phase that has schools.
    private let index: PositionIndex
    /// The line of a phase for a primary age (even places) and for a secondary age (odd places).
    private let lines: [UInt8]
    /// The length of a catchment of the usual size, by line.
    private let reaches: [Int]
    /// The phase of each school.
    private let phases: [Phase]

    /// The schools of a country.
    ///
    /// - Parameter places: The places of the schools of each phase, in the order in which they lie along the line; empty for
    ///   a phase that the country has no school of, whose pupils go to a primary or a secondary school. The schools are
    ///   numbered in this order, from 0.
    init(places: [(phase: Phase, places: [Double])]) {
        let present = places.filter { !$0.places.isEmpty }
        index = PositionIndex(lines: present.map(\.places))
        reaches = present.map { (1 << 32) / $0.places.count }
        phases = present.flatMap { phase, places in places.map { _ in phase } }
        func line(_ phase: Phase) -> Int? { present.firstIndex { $0.phase == phase } }
        guard let primary = line(.primary), let secondary = line(.secondary) else {
            preconditionFailure("a country without primary or secondary schools")
        }
        lines = Phase.allCases.flatMap { phase in [UInt8(line(phase) ?? primary), UInt8(line(phase) ?? secondary)] }
    }

    /// The number of schools.
    var count: Int { phases.count }

    /// The phase of a school.
    func phase(of school: Int) -> Phase { phases[school] }

    /// The school of a phase that a home at a position would go to.
    ///
    /// - Parameters:
    ///   - phase: The phase; where the country has no school of it, an ordinary one.
    ///   - isPrimary: Whether that is a primary school.
    ///   - offset: How far from the catchment, in thousandths of the usual length of one.
    @inline(__always)
    func school(of phase: Phase, isPrimary: Bool, at position: Int, offset: Int) -> Int {
        let line = Int(lines[2 * Int(phase.rawValue) + (isPrimary ? 0 : 1)])
        return index.interval(
            of: PositionIndex.moved(position, by: offset * reaches[line] / 1_000), line: line)
    }

    /// Where a school stands: the middle of its catchment.
    func middle(of school: Int) -> Int { index.middle(of: school) }
}
