/// How a job is submitted to a cluster; what is left open is as the user's own Spark is set up.
package struct SparkSettings: Codable, Hashable, Sendable {
    /// The combinations that are counted together unless said otherwise.
    package static let defaultSetsPerJob = 64
    /// The combinations that can be counted together.
    package static let setsPerJobRange = 1...10_000

    /// The address of the cluster's master; as the user's Spark is set up when `nil`.
    package let master: String?
    /// The path of `spark-sql`; found on the PATH or in `$SPARK_HOME/bin` when `nil`.
    package let program: String?
    /// Settings of Spark's, in order.
    package let properties: [SparkProperty]
    /// The most combinations that are counted together, in `setsPerJobRange`.
    package let setsPerJob: Int

    /// Checks settings.
    ///
    /// - Parameters:
    ///   - master: The address of the master, such as `spark://host:7077` or `yarn`.
    ///   - program: The path of `spark-sql`.
    ///   - properties: Settings of Spark's, each as `key=value`.
    ///   - setsPerJob: The most combinations that are counted together, in `setsPerJobRange`.
    /// - Throws: `SparkError` for a setting that is none, or one on which the counts depend.
    package init(
        master: String? = nil, program: String? = nil, properties: [String] = [], setsPerJob: Int = defaultSetsPerJob
    ) throws(SparkError) {
        if !Self.setsPerJobRange.contains(setsPerJob) { throw .setsPerJob(setsPerJob) }
        self.master = master
        self.program = program
        self.properties = try properties.map { text throws(SparkError) in try SparkProperty(text) }
        self.setsPerJob = setsPerJob
    }

    /// What `spark-sql` is called with to run the statements in a file.
    func arguments(for source: SparkSource, script: String) -> [String] {
        // Of several values for a setting the last one holds.
        let all = SparkProperty.defaults(for: source) + properties + SparkProperty.fixed
        return (master.map { ["--master", $0] } ?? []) + all.flatMap { ["--conf", "\($0.key)=\($0.value)"] }
            + ["-f", script]
    }
}
