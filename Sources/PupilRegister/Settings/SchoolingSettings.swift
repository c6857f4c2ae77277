/// Who goes to which school, and who changes or leaves it.
package struct SchoolingSettings: Codable, Hashable, Sendable {
    /// The share of pupils at the school of their catchment; the others go to one around it. A modelling choice.
    package var catchment = 0.62
    /// How far from the catchment the others go on average, in schools.
    package var offset = 2.0
    /// The share of children who choose for themselves where their family has chosen for the others.
    package var ownChoice = 0.12
    /// The share of the year groups concerned that goes to an all-through, a middle and a nursery school, so that the phases
    /// have the published shares of the roll.
    package var allThrough = 0.026
    /// The share of the year groups concerned at middle schools.
    package var middle = 0.0175
    /// The share of nursery year groups at nursery schools.
    package var nursery = 0.105
    /// The share of all pupils at special schools and alternative provision.
    package var special = 0.020
    /// School changes a year beside those that every pupil makes and those that follow a move: together 1.5 to 2 % a term
    /// (Understanding school mobility, British Educational Research Journal 2021).
    package var otherChanges = 0.028
    /// The share of pupils who change school when the family moves out of the neighbourhood.
    package var changesAfterMove = 0.85
    /// A year's chance to leave the state sector for an independent school, at year 7 and in any other year, and to come
    /// back; modelling choices with 6.5 % of all pupils at independent schools.
    package var toIndependentAtSeven = 0.008
    /// A year's chance to leave for an independent school in any other year.
    package var toIndependent = 0.001
    /// A year's chance to come back from an independent school.
    package var fromIndependent = 0.015
    /// A year's chance to leave the country or go missing from education, and the chance to come back a year later.
    package var missing = 0.0025
    /// The chance to come back a year after leaving.
    package var returning = 0.30
    /// The share of changes in the middle of the year.
    package var midYear = 0.55

    /// The published values.
    package init() {}

    var shares: [Double] {
        [
            catchment, ownChoice, allThrough, middle, nursery, special, otherChanges, changesAfterMove,
            toIndependentAtSeven, toIndependent, fromIndependent, missing, returning, midYear,
        ]
    }
}
