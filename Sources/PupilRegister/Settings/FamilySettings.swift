/// How families are made.
package struct FamilySettings: Codable, Hashable, Sendable {
    /// The share of mothers with 1, 2, ... children, before twins add to them.
    ///
    /// Together they make the published figures: 4,086,648 mothers with one child and 3,957,856 with more, 2.4 each; two 70 %, three 22 %, four 5.5 % of these.
    /// Source: Feng et al., International Journal of Population Data Science 2024 (births in England, 1997 to 2022).
    package var sizes = [0.5145, 0.3425, 0.1055, 0.0262, 0.0077, 0.0027, 0.0009]
    /// The median years between births (the same source: 3.0, of which days without many births take some) and the spread of their logarithm (a modelling choice).
    package var medianInterval = 2.95
    /// The spread of the logarithm of the years between births.
    package var intervalSigma = 0.50
    /// The share of maternities with twins and triplets: 10,901 and 169 among 686,600 (Office for National Statistics, 2015).
    package var twins = 0.01588
    /// The share of maternities with triplets.
    package var triplets = 0.00025
    /// The share of pairs of twins with the same sex: two thirds.
    package var sameSexTwins = 0.667
    /// The share of boys: 374,346 of 729,674 births (Office for National Statistics, 2012).
    package var boys = 0.5130
    /// The share of families of two or more in which the younger children have another father or live apart in two homes;
    /// of their children the share that lives at the other home. Modelling choices.
    package var stepFamilies = 0.10
    /// Of step families, the share whose younger children live at another home.
    package var otherHome = 0.45
    /// The share of children who do not bear the family's surname: with the same parents, and with another father.
    package var otherSurname = 0.035
    /// The share of half-siblings with another surname.
    package var otherSurnameOfHalfSibling = 0.60

    /// The published values.
    package init() {}

    var shares: [Double] {
        sizes + [
            twins, triplets, sameSexTwins, boys, stepFamilies, otherHome, otherSurname, otherSurnameOfHalfSibling,
        ]
    }
}
