/// Chances of a family's and a child's life that are compared with random bits.
struct LifeChances: Sendable {
    let stepFamily: Chance
    let otherHome: Chance
    let otherSurname: Chance
    let otherSurnameOfHalfSibling: Chance
    let allThrough: Chance
    let middle: Chance
    let nursery: Chance
    let ethnicityUnknown: Chance
    let ethnicityRefused: Chance
    let nationalityUnknown: Chance
    /// By origin.
    let otherLanguage: [Chance]
    let foreignNationality: [Chance]

    init(_ settings: RegisterSettings, origins: Origins) {
        stepFamily = Chance(settings.families.stepFamilies)
        otherHome = Chance(settings.families.otherHome)
        otherSurname = Chance(settings.families.otherSurname)
        otherSurnameOfHalfSibling = Chance(settings.families.otherSurnameOfHalfSibling)
        allThrough = Chance(settings.schooling.allThrough)
        middle = Chance(settings.schooling.middle)
        nursery = Chance(settings.schooling.nursery)
        ethnicityUnknown = Chance(settings.attributes.ethnicityUnknown)
        ethnicityRefused = Chance(settings.attributes.ethnicityRefused)
        nationalityUnknown = Chance(settings.attributes.nationalityUnknown)
        otherLanguage = origins.otherLanguage.map { Chance($0) }
        foreignNationality = origins.foreignNationality.map { Chance($0) }
    }
}
