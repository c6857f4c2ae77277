package import Microdata

/// What holds where neither an option nor a release says otherwise.
package enum Default {
    /// The risk above which a record is at risk.
    package static let riskThreshold = 0.2
    /// The uniqueness from which a combination is identifying.
    package static let identifying = 0.5
    /// The weight of matching records that lack a value.
    package static let alpha = 1.0
    /// The fewest records of a group.
    package static let minimumGroup = 10
    /// How much of dates is known.
    package static let precision = DatePrecision.year
    /// The interactions of the log-linear model.
    package static let logLinearModel = "all2way"
    /// The seed of the intervals of estimators.
    package static let seed: UInt64 = 1
}
