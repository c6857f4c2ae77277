/// How families live and move.
package struct HomeSettings: Codable, Hashable, Sendable {
    /// Home moves per family and year. With rates that differ between families by a gamma distribution of shape 2, 12 % of
    /// families move at least three times in the 11 years from Reception to year 11 (Children's Commissioner, 2025).
    package var movesPerYear = 0.095
    /// Of the moves, the share within the neighbourhood and the share within the region; the others go anywhere. Modelling
    /// choices.
    package var nearMoves = 0.60
    /// The share of moves within the region.
    package var regionalMoves = 0.22
    /// How far a move within the neighbourhood reaches on average, in areas of the usual size.
    package var nearReach = 3.0
    /// The share of postcodes whose addresses are flats with sub-building numbers.
    package var flats = 0.20
    /// The share of homes that a second family shares, so that two families have one address.
    package var sharedHomes = 0.010
    /// Addresses per postcode: negative binomial of this mean and shape, from 1 to 100. 18.0 delivery points per
    /// small-user postcode (Postcode Address File 2011/12), 4 % with one household (Office for National Statistics).
    package var postcodeMean = 17.6
    /// The shape of the number of addresses per postcode.
    package var postcodeShape = 1.3
    /// How strongly ethnic groups live apart: the spread of the logarithm of their share among areas.
    package var segregation = 1.15

    /// The published values.
    package init() {}

    var shares: [Double] { [nearMoves, regionalMoves, nearMoves + regionalMoves, flats, sharedHomes] }
}
