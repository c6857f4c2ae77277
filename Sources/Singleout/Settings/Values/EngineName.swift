/// What counts, by its name on the command line.
public enum EngineName: String, Codable, Hashable, Sendable, CaseIterable {
    /// This machine.
    case local
    /// The Spark SQL of a cluster.
    case spark
}
