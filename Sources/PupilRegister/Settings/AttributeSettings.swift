/// How the attributes of a pupil hang together: a Gaussian copula of four ranks.
package struct AttributeSettings: Codable, Hashable, Sendable {
    /// The correlations of the normal scores of language, poverty, special need and absence: language with poverty, need
    /// and absence; poverty with need and absence; need with absence.
    ///
    /// Chosen so that free school meals are about twice as common with a plan as overall (34.6 % against 17.3 %) and 1.7
    /// times with support (29.9 %). Source: Department for Education, Special educational needs in England, 2020.
    package var correlations = [0.10, 0.0, -0.05, 0.31, 0.30, 0.25]
    /// The share of boys with a plan and with support (the same source).
    package var boysWithPlan = 0.731
    /// The share of boys among pupils with support.
    package var boysWithSupport = 0.646
    /// The spread of the logarithm of absence rates, which makes 10.5 % of pupils miss a tenth or more, and the mean rates by
    /// phase. Pupils at special schools are poorer and have needs, which adds to their rate: 6.0 % makes the published 9.1 %. The others are
    /// 4.0 % and 5.2 % in whole sessions. Source: Department for Education, Pupil absence in schools in England, 2015/16.
    package var absenceSigma = 1.11
    /// The mean rate of absence at primary schools.
    package var absencePrimary = 0.0406
    /// The mean rate of absence at secondary schools.
    package var absenceSecondary = 0.0528
    /// The mean rate of absence at special schools.
    package var absenceSpecial = 0.060
    /// How much more common free school meals are in the poorest than in the middle area.
    package var poverty = 2.5
    /// Pupils whose ethnic group is not known: 1.3 % (Department for Education, 2015/16), of these refused.
    package var ethnicityUnknown = 0.013
    /// Of the unknown ethnic groups, the share that was refused.
    package var ethnicityRefused = 0.45
    /// Pupils without a nationality or country of birth on record; a modelling choice.
    package var nationalityUnknown = 0.25

    /// The published values.
    package init() {}

    var shares: [Double] {
        [
            boysWithPlan, boysWithSupport, absencePrimary, absenceSecondary, absenceSpecial, ethnicityUnknown,
            ethnicityRefused, nationalityUnknown,
        ]
    }
}
