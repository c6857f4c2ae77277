public import Briefing
public import Disclosure

/// What `measure` finds: how far one combination of fields singles records out.
public struct MeasureFindings: Findings {
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

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)),
            .init("records", .integer(figures.records)),
        ]
        if let excluded { members.append(.init("excluded", .integer(excluded))) }
        members.append(.init("quasiIdentifiers", .strings(subject.quasiIdentifiers)))
        members += subject.missingMembers + figures.members
        members += .init(
            "sizeHistogram", histogram.map(Self.json) ?? .null,
            or: "with missing values as wildcards a record matches several classes")
        members += .init("attackers", attackers?.json ?? .null, or: Subject.noRecords)
        if let population {
            members.append(
                .init(
                    "populationData",
                    .object(
                        [
                            .init("source", .string(population.source)),
                            .init("records", .integer(population.records)),
                        ] + .init("k", .integer(orNull: population.k), or: Subject.noRecords))))
        }
        if let populationSize {
            members.append(
                .init(
                    "population",
                    .object([
                        .init("size", .integer(populationSize)),
                        .init("samplingFraction", .real(Double(figures.records) / Double(populationSize))),
                    ])))
        }
        return .object(members)
    }

    private static func json(_ histogram: SizeHistogram) -> JSONValue {
        .object(histogram.entries.map { JSONValue.Member(String($0.size), .integer($0.classes)) })
    }

    /// The CSV output: the JSON output in rows of a dotted name, a value, and the reason where there is no value.
    public var tabulation: Tabulation { Tabulation(flattening: json) }
}
