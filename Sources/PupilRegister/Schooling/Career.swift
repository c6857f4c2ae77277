/// What a child's way through the schools depends on.
struct Career: Sendable {
    /// The academic year in which the child starts Reception: that after the fourth birthday.
    let reception: Int
    /// The academic year in which the child comes to the country; `nil` if born there.
    let arrival: Int?
    let isSpecial: Bool
    /// Whether the family goes to an all-through school, to middle schools, to a nursery school.
    let isAllThrough: Bool
    let isMiddle: Bool
    let isNursery: Bool
    /// How far from the catchment the school of each stage is; 0 for the school of the catchment.
    let firstOffset: Int
    let secondOffset: Int
    /// The family's rank among those that choose the state sector first, times 2^16.
    let sectorRank: UInt64

    /// The academic year of a year group, given as an offset from Reception.
    func academicYear(of group: Int) -> Int { reception + group }

    /// The phase of the school that a year group goes to.
    func phase(of group: Int) -> Phase {
        if isSpecial { return .special }
        if group < 0 && isNursery { return .nursery }
        if isAllThrough { return .allThrough }
        if isMiddle && (5...8).contains(group) { return .middle }
        return group <= 6 ? .primary : .secondary
    }
}
