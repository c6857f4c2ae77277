/// The population that the records of a file come from.
public enum Population: Codable, Hashable, Sendable {
    /// A file with the same fields that holds every person of the population, those of the file included.
    case data(String)
    /// The number of persons, at least 1.
    case size(Int)
}
