/// What a user asked for, as given and not yet checked; `nil` where nothing was said.
public struct AnalysisArguments: Codable, Hashable, Sendable {
    /// The path of the data, or `-`.
    public var data: String?
    /// The names of the fields, several to a text with commas between them.
    public var quasiIdentifiers: [String] = []
    /// What a missing value means.
    public var missing: MissingName?
    /// The weight of matching records that lack a value.
    public var alpha: Double?
    /// Values that mean 'missing', with commas between them.
    public var missingValues: String?
    /// The character between fields, or its name.
    public var delimiter: String?
    /// The path of the population data.
    public var populationData: String?
    /// The risk above which a record is at risk.
    public var threshold: Double?
    /// The uniqueness from which a combination is identifying.
    public var identifying: Double?
    /// The most fields of a combination.
    public var maximumSize: Int?
    /// The fewest records of a class.
    public var minK: Int?
    /// The largest share of records that may be alone in their class.
    public var maxUniqueness: Double?
    /// The highest prosecutor risk that a record may have.
    public var maxRisk: Double?
    /// The number of threads.
    public var threads: Int?

    /// Arguments that say nothing.
    public init() {}
}
