package import Counting
package import Microdata

/// What every combination of the fields that files share tells: which records of the first file A have their like in the
/// others, and who becomes unique only after the join.
///
/// Matches are counted by each combination C. The join is made on all shared fields (`FileJoin`): a record of A that exactly one
/// record of another file agrees with on all of them gets that record's values in the fields that A lacks. With E these added
/// values, a record of A is *unique only after the join* at C when
///
/// - it is joined with at least one other file,
/// - it is not alone in its class of A by C, and
/// - no other joined record of A has the same values of C and E.
///
/// It is what somebody gains who knows C and the added fields about a person and holds the joined file. Records that are not
/// joined have no added values and are taken to differ from those that have.
///
/// *Direction of error*: overstates who becomes unique where a record that is not joined has the same added values in truth;
/// understates it where an ambiguous join would still tell a value.
package struct MatchLattice: Sendable, Hashable {
    /// One combination and what it tells.
    package struct Entry: Sendable, Hashable {
        /// The fields, as ascending positions in `MatchLattice.fields`.
        package let fields: [Int]
        /// What is found.
        package let figures: MatchFigures
    }

    /// The most fields of which all combinations are looked at without a largest size.
    package static let fieldLimit = 12
    /// The most combinations that are looked at.
    package static let combinationLimit = 4096

    /// The names of the shared fields, as A has them.
    package let fields: [String]
    /// The number of records of A.
    package let records: Int
    /// The largest number of fields of a combination.
    package let maximumSize: Int
    /// Records of A that are joined with at least one other file; `nil` where no other file has a field that A lacks.
    package let joined: Int?
    /// Every combination: by number of fields, then in the order of the fields.
    package let entries: [Entry]

    /// Looks every combination up.
    ///
    /// - Parameters:
    ///   - file: The shared fields of A.
    ///   - others: For each other file the same fields in the same order; at least one file.
    ///   - identifiers: The field that names persons, of A and then of each other file, to tell right matches from wrong ones.
    ///   - joins: The joins with those other files that have fields that A lacks.
    ///   - maximumSize: The largest number of fields of a combination; all when `nil`.
    ///   - missing: `category` or `exclude`.
    ///   - threshold: A record is at risk when its risk exceeds this. Must be in `(0, 1]`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - progress: Called now and then with the share of the work that is done, in `[0, 1]`.
    /// - Throws: `CountingError`.
    /// - Complexity: O(records x combinations) time, most of it within the cache. Memory: the shared fields once more, 12
    ///   bytes for each record of all files, 4 more with identifiers, and 20 bytes for each record of A for the joined file.
    package init(
        _ file: [Column], in others: [[Column]], identifiers: [Column]? = nil, joins: [FileJoin] = [],
        maximumSize: Int? = nil, missing: MissingSemantics = .category, threshold: Double = 0.2, threads: Int? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) {
        precondition(!others.isEmpty && others.allSatisfy { $0.count == file.count }, "files share the same fields")
        try Self.validate(file, others, maximumSize: maximumSize, missing: missing)
        let size = min(maximumSize ?? file.count, file.count)
        let combinations = CombinationLattice.combinations(of: file.count, upTo: size)
        let threads = Workers(threads).count
        var union = MatchUnion([file] + others, identifiers: identifiers)
        var addedUniques: [[Int]: Int]?
        if !joins.isEmpty {
            let added = try FileJoin.column(joins, threads: threads)
            union.joined = added.codes.widened().map { $0 != 0 }
            joined = union.joined.count { $0 }
            addedUniques = try Self.uniques(
                file, beside: added, joined: union.joined, size: size, missing: missing, threads: threads)
        } else {
            joined = nil
        }
        let tallies = try union.tallies(combinations, missing: missing, threads: threads) { done in
            progress?(Double(done) / Double(combinations.count))
        }
        fields = file.map(\.name)
        records = file[0].count
        self.maximumSize = size
        entries = zip(combinations, tallies).map { fields, tally in
            Entry(
                fields: fields,
                figures: MatchFigures(
                    tally, others: others.count,
                    uniqueOnlyAfterJoin: addedUniques.map { ($0[fields] ?? 0) - tally.joinedUniques },
                    hasTruth: identifiers != nil, threshold: threshold))
        }
    }

    /// A lattice whose classes were counted elsewhere, as on a cluster, with one other file.
    ///
    /// - Parameters:
    ///   - fields: The names of the shared fields, as A has them.
    ///   - records: The number of records of A.
    ///   - joined: Records of A that are joined; `nil` where the other file has no field that A lacks.
    ///   - hasTruth: Whether there are identifiers, which tell right matches from wrong ones.
    ///   - maximumSize: The largest number of fields of a combination; all when `nil`.
    ///   - threshold: A record is at risk when its risk exceeds this. Must be in `(0, 1]`.
    ///   - counted: What was counted by combinations, as ascending positions of fields; one that has no class of A may lack.
    /// - Complexity: O(combinations and forms of classes) time.
    package init(
        fields: [String], records: Int, joined: Int?, hasTruth: Bool, maximumSize: Int? = nil, threshold: Double = 0.2,
        counted: [[Int]: CountedMatches]
    ) {
        self.fields = fields
        self.records = records
        self.joined = joined
        self.maximumSize = min(maximumSize ?? fields.count, fields.count)
        entries = CombinationLattice.combinations(of: fields.count, upTo: self.maximumSize).map { combination in
            let matches = counted[combination, default: CountedMatches()]
            let tally = matches.tally
            return Entry(
                fields: combination,
                figures: MatchFigures(
                    tally, others: 1,
                    uniqueOnlyAfterJoin: joined == nil ? nil : matches.addedUniques - tally.joinedUniques,
                    hasTruth: hasTruth, threshold: threshold))
        }
    }

    /// Checks what can be checked before any counting.
    private static func validate(
        _ file: [Column], _ others: [[Column]], maximumSize: Int?, missing: MissingSemantics
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        try Combination.validate(file)
        try checkSize(fields: file.count, maximumSize: maximumSize)
        let all = others.reduce(file[0].count) { $0 + $1[0].count }
        if all > Combination.recordLimit { throw .tooManyRecords(all) }
    }

    /// Checks that the combinations of so many fields can be looked at.
    ///
    /// - Throws: `CountingError` for too many of them, or a largest size below 1.
    package static func checkSize(fields: Int, maximumSize: Int?) throws(CountingError) {
        if let maximumSize, maximumSize < 1 { throw .maximumSizeOutOfRange(maximumSize) }
        if maximumSize == nil, fields > fieldLimit { throw .tooManyFields(count: fields, limit: fieldLimit) }
        let size = min(maximumSize ?? fields, fields)
        var (count, choose) = (0.0, 1.0)
        for taken in 1...max(size, 1) {
            choose *= Double(fields - taken + 1) / Double(taken)
            count += choose
        }
        if count > Double(combinationLimit) {
            throw .tooManyCombinations(fields: fields, maximumSize: size, limit: combinationLimit)
        }
    }

    /// The joined records that are alone by each combination and the added values.
    private static func uniques(
        _ file: [Column], beside added: Column, joined: [Bool], size: Int, missing: MissingSemantics, threads: Int
    ) throws(CountingError) -> [[Int]: Int] {
        let kept = joined.indices.filter { joined[$0] }.map { UInt32($0) }
        if kept.isEmpty { return [:] }
        let columns = (file + [added]).map { column in
            Column(
                name: column.name, codes: column.codes.gathered(kept), dictionary: column.dictionary,
                missingCode: column.missingCode)
        }
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: size + 1, missing: missing, threads: threads)
        var uniques: [[Int]: Int] = [:]
        for entry in lattice.entries where entry.fields.last == file.count {
            uniques[Array(entry.fields.dropLast())] = entry.histogram.uniques
        }
        return uniques
    }
}
