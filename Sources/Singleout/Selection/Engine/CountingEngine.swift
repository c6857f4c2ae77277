package import SparkCounting

/// What counts, and where the data are that it counts.
package enum CountingEngine: Codable, Hashable, Sendable {
    /// This machine, from a file.
    case local
    /// A cluster, from a table or files of its own.
    case spark(SparkSource, SparkSettings)

    /// Whether a cluster counts.
    public var isSpark: Bool { self != .local }

    /// Checks what was asked for.
    ///
    /// - Parameters:
    ///   - arguments: What was asked for.
    ///   - delimiter: The character between fields that was asked for.
    ///   - releasedDelimiter: The one that a release names; it says nothing about tables and typed files.
    /// - Throws: `PlanError` that names the option and what it needs.
    init(
        _ arguments: EngineRequest, delimiter: Delimiter?, releasedDelimiter: Delimiter?
    ) throws(PlanError) {
        guard let cluster = try ClusterData(arguments, delimiter: delimiter, releasedDelimiter: releasedDelimiter)
        else {
            self = .local
            return
        }
        if cluster.sources.count > 1 { throw .twoSparkSources }
        self = .spark(cluster.sources[0], cluster.settings)
    }
}
