/// The country in which pupils live: areas, addresses and schools. It does not change over the years.
package struct World: Sendable {
    let regions: [Region]
    let authorities: [Authority]
    let areas: [Area]
    /// Areas along the line of homes, in proportion to their children.
    let homes: PositionIndex
    /// Which ethnic groups live where.
    let mix: EthnicMix
    /// All schools, those of a phase together.
    let schools: [School]
    /// Which homes belong to which school.
    let catchments: Catchments
    /// Streets, postcodes and towns.
    let addresses: AddressBook

    /// The home at a position in `[0, 2^32)`.
    func home(at position: Int) -> Home { Home(position: position, area: homes.interval(of: position)) }
}
