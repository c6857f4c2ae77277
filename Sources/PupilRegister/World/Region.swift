/// One of the nine regions.
struct Region: Sendable {
    let code: String
    let name: String
    /// The share of the country's pupils.
    let share: Double
    /// Its local authorities among those of the country.
    let authorities: Range<Int>
    /// Its areas among those of the country.
    let areas: Range<Int>
    /// The logarithm of the odds of a minority ethnic group against the country's.
    let diversity: Double
}
