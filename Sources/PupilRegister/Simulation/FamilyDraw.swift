/// What the children of a family have in common.
struct FamilyDraw {
    let number: Int
    let origin: Int
    /// The academic year in which the eldest was born, and the day.
    let firstCohort: Int
    let firstBirth: Day
    /// The academic year in which the family comes from abroad; `nil` for one that has always been here.
    let arrival: Int?
    let surname: NameCode
    /// The surname of the younger children's father, in a step family.
    let otherSurname: NameCode
    let isStepFamily: Bool
    let hasOtherHome: Bool
    let isAllThrough: Bool
    let isMiddle: Bool
    let isNursery: Bool
    /// How far from the catchment the first and the second school are.
    let firstOffset: Int
    let secondOffset: Int
    /// The family's rank among those that choose the state sector first, times 2^16.
    let sectorRank: UInt64
}
