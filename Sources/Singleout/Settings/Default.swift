public import Microdata

/// What holds where neither an option nor a release says otherwise.
public enum Default {
    /// The risk above which a record is at risk.
    public static let riskThreshold = 0.2
    /// The uniqueness from which a combination is identifying.
    public static let identifying = 0.5
    /// The weight of matching records that lack a value.
    public static let alpha = 1.0
    /// The fewest records of a group.
    public static let minimumGroup = 10
    /// How much of dates is known.
    public static let precision = DatePrecision.year
    /// The interactions of the log-linear model.
    public static let logLinearModel = "all2way"
    /// The seed of the intervals of estimators.
    public static let seed: UInt64 = 1
}
