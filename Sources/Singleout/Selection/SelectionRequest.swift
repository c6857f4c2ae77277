public import Disclosure
public import GroupComparison
public import Microdata

/// What a user asked for, as given and not yet checked; `nil` where nothing was said.
public struct SelectionRequest: Codable, Hashable, Sendable {
    /// The data.
    public var data: DataSource?
    /// What counts, and where its data are.
    public var engine = EngineRequest()
    /// The names of the fields.
    public var quasiIdentifiers: [String] = []
    /// What a missing value means.
    public var missing: MissingName?
    /// The weight of matching records that lack a value.
    public var alpha: Double?
    /// Values that mean 'missing', with commas between them.
    public var missingValues: String?
    /// The character between fields, or its name.
    public var delimiter: String?
    /// The order of day, month and year in dates that are written in numbers.
    public var dates: DateOrder?
    /// Which lines are records.
    public var lines = LineSelection()
    /// The population data.
    public var populationData: DataSource?
    /// How the data and the population data are compared.
    public var comparing = Comparing()
    /// The number of persons in the population.
    public var populationSize: Int?
    /// The share of the population that is in the file.
    public var samplingFraction: Double?
    /// The names of the fields that must not be learned.
    public var sensitive: [String] = []
    /// Those of them whose values have an order.
    public var ordered: [String] = []
    /// Hierarchies of the values of some of them, each as `field=path`.
    public var hierarchies: [String] = []
    /// How entropies are estimated.
    public var entropy: EntropyDiversity.Estimator?
    /// The field that says how many persons a record represents.
    public var weight: String?
    /// Whether individual risks are approximated.
    public var isApproximate = false
    /// The rate of re-identification that must not be reached.
    public var maxRate: Double?
    /// The field whose equal values make a household.
    public var household: String?
    /// The household risk that must not be exceeded.
    public var householdThreshold: Double?
    /// The fields whose values are compared groups.
    public var groups: [String] = []
    /// The fields that are to be equal in an adjusted comparison.
    public var adjusted: [String] = []
    /// What an adjusted comparison explains.
    public var outcome: AdjustedOutcome?
    /// The fewest records of a group.
    public var minimumGroup: Int?
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
    /// Rules that the file must meet, as texts such as `l(diagnosis)>=2`.
    public var requirements: [String] = []
    /// Who is a family, for rules about families.
    public var families = FamilyRequest()
    /// The path of an answer that the file must not be worse than.
    public var baselines: [String] = []
    /// The memory that may be used, as in `2G`.
    public var memory: String?
    /// The number of threads.
    public var threads: Int?

    /// Arguments that say nothing.
    public init() {}

    /// The first option that says how a file is read; `nil` without one.
    var optionOfFiles: String? {
        let options: [(String, Bool)] = [
            (Setting.delimiter.option, delimiter != nil), (Setting.missingValues.option, missingValues != nil),
            (Setting.skipLines.option, lines.skippedLines != nil), (Setting.rows.option, lines.rows != nil),
            (Setting.keepEmptyRecords.option, lines.keepsEmptyRecords),
        ]
        return options.first(where: \.1)?.0
    }
}
