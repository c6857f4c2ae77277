import Briefing
public import Counting
public import Disclosure

/// What `measure` finds: how far one combination of fields singles records out.
public struct MeasureFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.measure/1"

    let subject: Subject
    /// The figures of the combination.
    public let figures: CombinationFigures
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// The class sizes; `nil` with wildcards, where classes overlap.
    public let histogram: SizeHistogram?
    /// The three attackers; `nil` without records.
    public let attackers: AttackerRisks?
    /// The risk above which a record is at risk.
    public let threshold: Double
    /// The population data, when there are any.
    public let population: PopulationFigures?
    /// The number of persons in the population, when that is all that is known of it.
    public let populationSize: Int?
    /// How the risk of single records is spread: by weight where there are weights, else 1/f; `nil` without records.
    public let distribution: RiskDistribution?
    /// The risk of single records, when it was asked for.
    public internal(set) var individual: IndividualFigures?
    /// The risk of households, when there are some.
    package internal(set) var households: HouseholdRisks?
    /// How surely a person of the population data is in the file; `nil` without population data or records.
    public internal(set) var deltaPresence: DeltaPresence?
    /// k of the k-map; `nil` without a population or records.
    public internal(set) var kMap: KMapFigures?
    /// The models of each sensitive field.
    public internal(set) var sensitive: [SensitiveFigures] = []
    /// The same in the classes that the other sensitive fields make with the quasi-identifiers; empty for one field alone.
    public internal(set) var sensitiveGivenOthers: [SensitiveFigures] = []
    /// The risk by group; `nil` when it was not asked for.
    var groups: GroupedFigures?

}
