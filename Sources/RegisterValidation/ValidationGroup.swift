/// What published figures are about; the sections of the table.
package enum ValidationGroup: String, Codable, Hashable, Sendable, CaseIterable {
    case population
    case schools
    case areas
    case births
    case names
    case ethnicity
    case needs
    case families
    case mobility
    case uniqueness
    case siblings

    /// The heading of the section.
    package var title: String {
        switch self {
        case .population: "Pupils by region, authority, cohort and sex"
        case .schools: "Schools"
        case .areas: "Areas and postcodes"
        case .births: "Births"
        case .names: "Names"
        case .ethnicity: "Ethnicity and language"
        case .needs: "Free school meals, special needs and absence"
        case .families: "Families"
        case .mobility: "Moves of school and home"
        case .uniqueness: "Uniqueness against independence"
        case .siblings: "Siblings on roll"
        }
    }
}
