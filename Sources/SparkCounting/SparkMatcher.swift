package import Counting
package import Disclosure

/// Matches the records of a source of a cluster with those of another one, by its own Spark.
///
/// It is what `MatchLattice` does on this machine, for two sources and fields that are named: both are put under each other and
/// grouped by `GROUP BY ... GROUPING SETS`, and reduced on the cluster to the numbers of classes by their sizes in both.
package struct SparkMatcher: Hashable, Sendable {
    /// What is found.
    package struct Outcome: Hashable, Sendable {
        /// The number of records of the other source.
        package let others: Int
        /// What every combination of the shared fields tells.
        package let lattice: MatchLattice
    }

    /// The source A, whose records are matched.
    package let file: SparkSource
    /// The other source.
    package let other: SparkSource
    /// How jobs are submitted.
    package let settings: SparkSettings
    /// What a missing value means: `category` or `exclude`.
    package let missing: MissingSemantics
    /// The values that mean 'missing', beside NULL and the empty text.
    package let missingValues: [String]

    /// A matcher.
    ///
    /// - Parameters:
    ///   - file: The source A, whose records are matched.
    ///   - other: The other source; both may be the same.
    ///   - settings: How jobs are submitted.
    ///   - missing: `category` or `exclude`.
    ///   - missingValues: The values that mean 'missing', beside NULL and the empty text.
    /// - Throws: `CountingError.wildcardOverCombinations` for wildcards.
    package init(
        _ file: SparkSource, with other: SparkSource, settings: SparkSettings, missing: MissingSemantics = .category,
        missingValues: [String] = []
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        self.file = file
        self.other = other
        self.settings = settings
        self.missing = missing
        self.missingValues = missingValues
    }

    /// Matches by every combination of the shared fields.
    ///
    /// - Parameters:
    ///   - fields: The fields that both sources have, all different.
    ///   - added: Fields that only the other source has.
    ///   - truth: The field that names persons, in both sources; tells right matches from wrong ones.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - threshold: A record is at risk when its risk exceeds this. Must be in `(0, 1]`.
    ///   - progress: Called now and then, from any thread, with what Spark tells of its work.
    /// - Throws: `SparkError`; `CountingError` for no fields, repeated fields, or too many fields or combinations.
    /// - Complexity: On the cluster every different row of both sources is exchanged once for each combination, and once more
    ///   with added fields and with `truth`; Spark spills what does not fit in memory to disk. Here about 100 bytes for each
    ///   combination and pair of class sizes.
    package func lattice(
        of fields: [String], adding added: [String] = [], truth: String? = nil, maximumSize: Int? = nil,
        threshold: Double = 0.2, progress: SparkProgress.Handler? = nil
    ) async throws -> Outcome {
        let script = try script(of: fields, adding: added, truth: truth, maximumSize: maximumSize)
        let names = fields + added + [truth].compactMap(\.self)
        let run = SparkRun<MatchAnswer>(
            source: file, settings: settings, statements: script.text, counting: script.counting, fields: names,
            progress: progress)
        let (records, counted) = try await run.result(into: MatchAnswer(script))
        let lattice = MatchLattice(
            fields: fields, records: records, joined: added.isEmpty ? nil : counted.joined, hasTruth: truth != nil,
            maximumSize: maximumSize, threshold: threshold, counted: counted.matches)
        return Outcome(others: counted.others, lattice: lattice)
    }

    /// The statements that match.
    func script(
        of fields: [String], adding added: [String], truth: String?, maximumSize: Int?
    ) throws -> MatchScript {
        if fields.isEmpty { throw CountingError.noFields }
        try CombinationLattice.checkNames(fields + added + [truth].compactMap(\.self))
        try MatchLattice.checkSize(fields: fields.count, maximumSize: maximumSize)
        if fields.count + added.count >= SparkCounter.fieldLimit {
            throw SparkError.tooManyFields(count: fields.count + added.count, limit: SparkCounter.fieldLimit - 1)
        }
        let combinations = CombinationLattice.combinations(of: fields.count, upTo: maximumSize ?? fields.count)
        return MatchScript(
            file: SparkRecords(source: file, view: "singleout_files", missingValues: missingValues),
            other: SparkRecords(source: other, view: "singleout_other_files", missingValues: missingValues),
            fields: fields, added: added, truth: truth, missing: missing,
            batches: GroupingBatch.batches(of: combinations, fields: fields.count, size: settings.setsPerJob))
    }
}
