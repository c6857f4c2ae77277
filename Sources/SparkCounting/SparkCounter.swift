package import Counting

/// Counts the classes of combinations of fields on a cluster, by its own Spark.
///
/// A job is a run of the user's `spark-sql`, so that master, queue, catalogue and credentials are the ones that it is set up
/// with. It groups the data by `GROUP BY ... GROUPING SETS`, some combinations at a time, and reduces them there to rows of
/// combination, class size and number of classes; what comes back is the `SizeHistogram` that the local engine counts.
///
/// Values are compared as text. NULL, the empty text and the stated missing values are missing; blanks belong to the values.
///
/// A worker that is lost is made up for by Spark: the integers are the same. A task that is cancelled ends its job.
package struct SparkCounter: ClassCounter, Hashable {
    /// The most fields of a job.
    package static let fieldLimit = 62

    /// Where the records are.
    package let source: SparkSource
    /// How jobs are submitted.
    package let settings: SparkSettings
    /// What a missing value means: `category` or `exclude`.
    package let missing: MissingSemantics
    /// The values that mean 'missing', beside NULL and the empty text.
    package let missingValues: [String]

    /// A counter.
    ///
    /// - Parameters:
    ///   - source: Where the records are.
    ///   - settings: How jobs are submitted.
    ///   - missing: `category` or `exclude`.
    ///   - missingValues: The values that mean 'missing', beside NULL and the empty text.
    /// - Throws: `CountingError.wildcardHasNoClasses` for wildcards.
    package init(
        _ source: SparkSource, settings: SparkSettings, missing: MissingSemantics = .category,
        missingValues: [String] = []
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        self.source = source
        self.settings = settings
        self.missing = missing
        self.missingValues = missingValues
    }

    /// Counts the class sizes of one combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields of the combination, all different.
    ///   - progress: Called now and then, from any thread, with what Spark tells of its work.
    /// - Returns: The number of records, those left out among them, and the class sizes.
    /// - Throws: `SparkError`; `CountingError` for no fields or repeated fields.
    /// - Complexity: One pass over the data and one exchange of the different rows on the cluster; here 16 bytes for each
    ///   different class size.
    package func histogram(
        of fields: [String], progress: SparkProgress.Handler? = nil
    ) async throws -> (records: Int, histogram: SizeHistogram) {
        let all = Array(fields.indices)
        let (records, histograms) = try await count([all], of: fields, progress)
        guard let histogram = histograms[all] else { preconditionFailure("a whole answer has every combination") }
        return (records, histogram)
    }

    /// Counts the class sizes of every combination of fields.
    ///
    /// - Parameters:
    ///   - fields: The fields, all different.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - progress: Called now and then, from any thread, with what Spark tells of its work.
    /// - Throws: `SparkError`; `CountingError` for no fields, repeated fields, or too many fields or combinations.
    /// - Complexity: On the cluster every different row is exchanged once for each combination, in statements of
    ///   `settings.setsPerJob` combinations; Spark spills what does not fit in memory to disk. Here 16 bytes for each
    ///   combination and each of its class sizes.
    package func lattice(
        of fields: [String], maximumSize: Int? = nil, progress: SparkProgress.Handler? = nil
    ) async throws -> CombinationLattice {
        try CombinationLattice.checkSize(fields: fields.count, maximumSize: maximumSize)
        let combinations = CombinationLattice.combinations(of: fields.count, upTo: maximumSize ?? fields.count)
        let (records, histograms) = try await count(combinations, of: fields, progress)
        return CombinationLattice(
            fields: fields, records: records, maximumSize: maximumSize, missing: missing, histograms: histograms)
    }

    private func count(
        _ combinations: [[Int]], of fields: [String], _ progress: SparkProgress.Handler?
    ) async throws -> (records: Int, counted: [[Int]: SizeHistogram]) {
        let script = try script(combinations, of: fields)
        let run = SparkRun<GroupingAnswer>(
            source: source, settings: settings, statements: script.text, counting: script.batches.count,
            fields: fields, progress: progress)
        return try await run.result(into: GroupingAnswer(script.batches, missing: missing))
    }

    /// The statements that count combinations.
    func script(_ combinations: [[Int]], of fields: [String]) throws -> GroupingScript {
        try CombinationLattice.checkNames(fields)
        if fields.count > Self.fieldLimit {
            throw SparkError.tooManyFields(count: fields.count, limit: Self.fieldLimit)
        }
        return GroupingScript(
            source: source, fields: fields, missing: missing, missingValues: missingValues,
            batches: GroupingBatch.batches(of: combinations, fields: fields.count, size: settings.setsPerJob))
    }
}
