/// How often a field of a record is wrong.
package struct ErrorRates: Codable, Hashable, Sendable {
    /// Sex and date of birth: 0.11 % wrong (PMC5297137), a third of these a default date or sex.
    package var sex = 0.0011
    /// The share of records with a wrong date of birth.
    package var birthDate = 0.0011
    /// Names with a typing error, and forename and surname exchanged; modelling choices near the 4.1 % of missed matches of
    /// Hagger-Johnson et al. 2015.
    package var typing = 0.012
    /// The share of records with forename and surname exchanged.
    package var exchanged = 0.0015
    /// Flats whose sub-building number was left out; a modelling choice.
    package var subBuilding = 0.15
    /// The share of moves of the last year that the school has not recorded yet, so that the address is stale; 53 % of the
    /// postcodes in another register differed (PMC5297137).
    package var staleAddress = 0.53

    /// The published values.
    package init() {}

    var shares: [Double] { [sex, birthDate, typing, exchanged, subBuilding, staleAddress] }
}
