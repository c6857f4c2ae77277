/// The population data that a file was looked up in.
public struct PopulationFigures: Codable, Hashable, Sendable {
    /// The path of the population data.
    public let source: String
    /// The records of the population.
    public let records: Int
    /// k of the k-map: the smallest population size of any class of the file; `nil` without records.
    public let k: Int?
}
