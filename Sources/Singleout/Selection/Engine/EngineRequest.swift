public import SparkCounting

/// Where a user asked the counting to happen, as given and not yet checked; empty or `nil` where nothing was said.
public struct EngineRequest: Codable, Hashable, Sendable {
    /// What counts.
    public var engine: EngineName?
    /// The address of the cluster's master.
    public var master: String?
    /// The names of tables of the cluster.
    public var tables: [String] = []
    /// Paths or patterns of files that the cluster can read.
    public var files: [String] = []
    /// The format of these files.
    public var filesFormat: SparkFileFormat?
    /// The path of `spark-sql`.
    public var program: String?
    /// Settings of Spark's, each as `key=value`.
    public var properties: [String] = []
    /// The most combinations that are counted together.
    public var setsPerJob: Int?

    /// Arguments that say nothing.
    public init() {}

    /// The options that only Spark takes and that were given.
    var sparkOptions: [String] {
        let options: [(String, Bool)] = [
            ("--master", master != nil), ("--table", !tables.isEmpty), ("--files", !files.isEmpty),
            ("--files-format", filesFormat != nil), ("--spark-sql", program != nil),
            ("--spark-conf", !properties.isEmpty), ("--sets-per-job", setsPerJob != nil),
        ]
        return options.filter(\.1).map(\.0)
    }
}
