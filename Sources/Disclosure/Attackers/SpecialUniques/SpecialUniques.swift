public import Counting
public import Microdata

/// The minimal sample uniques of every record: the sets of fields that single a record out while no part of them does.
///
/// A set of fields S is a minimal sample unique (MSU) of a record when the record is alone in its class of S and, for every
/// field of S, not alone in its class of S without that field. A record with small MSUs is special: few facts single it out,
/// so it is likely to be unique in the population too.
///
/// Missing values: with `category` a missing value is a value like any other; with `exclude` a record has no MSU that
/// contains a field whose value it lacks, nor does it stand beside others there.
///
/// Source: Elliot, Manning & Ford, A computational algorithm for handling the special uniques problem, Int. J. Uncertainty,
/// Fuzziness and Knowledge-Based Systems 10:5 (2002) 493-509; Manning, Haglin & Keane, A recursive search algorithm for
/// statistical disclosure assessment, Data Mining and Knowledge Discovery 16 (2008) 165-196.
public struct SpecialUniques: Sendable, Hashable {
    /// The most fields: a set is kept in 32 bits.
    public static let fieldLimit = 32

    /// The names of the fields, in the order in which they were given.
    public let fields: [String]
    /// The number of records.
    public let records: Int
    /// The largest number of fields of a set.
    public let maximumSize: Int
    /// What a missing value meant.
    public let missing: MissingSemantics
    /// `counts[size]`: MSUs of so many fields, over all records; `counts[0]` is 0.
    public let counts: [Int]
    /// `countsByField[field][size]`: those of them that contain a field.
    public let countsByField: [[Int]]
    /// The class sizes of all fields together; records that are left out are in no class.
    public let wholeCombination: SizeHistogram

    /// The sets of each record, one record after the other, by number of fields and then the order of the fields; the first
    /// field is the highest of 32 bits.
    let sets: [UInt32]
    /// Where the sets of each record start, and the end of the last.
    let starts: [Int]

    /// Finds all minimal sample uniques.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length, at most `fieldLimit`.
    ///   - maximumSize: The largest number of fields of a set; all fields when `nil`.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - progress: Called now and then, from any thread, with the share of the work that is done, in `[0, 1]`.
    /// - Throws: `CountingError` for no fields, too many fields or combinations, or wildcards.
    /// - Complexity: At most O(records x combinations) time, in practice far less, as a record is followed only while others
    ///   agree with it. Memory: about 40 bytes per record and 12 bytes per MSU.
    public init(
        of columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics = .category, threads: Int? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) {
        try CombinationLattice.validate(columns, maximumSize: maximumSize, missing: missing)
        if columns.count > Self.fieldLimit { throw .tooManyFieldsOfSets(count: columns.count, limit: Self.fieldLimit) }
        let size = min(maximumSize ?? columns.count, columns.count)
        let workers = Workers(threads)
        let powers = columns.map(LatticeShape.splittingPower)
        let order = columns.indices.sorted { (powers[$0], $0) < (powers[$1], $1) }
        let search = SpecialUniqueSearch(
            order.map { columns[$0] }, maximumSize: size, missing: missing, threads: workers.count)
        search.run(progress: progress)
        let collection = SpecialUniqueCollection(search.sets, order: order, maximumSize: size, workers: workers)
        fields = columns.map(\.name)
        records = columns[0].count
        self.maximumSize = size
        self.missing = missing
        counts = collection.counts
        countsByField = collection.countsByField
        sets = collection.sets
        starts = collection.starts
        wholeCombination = try SizeHistogram(counting: columns, missing: missing, threads: workers.count)
    }

    /// The number of fields.
    public var fieldCount: Int { fields.count }

    /// The MSUs of all records.
    public var count: Int { sets.count }

    /// The records with at least one MSU.
    ///
    /// - Complexity: O(records) time.
    public var specialRecords: Int { (0..<records).count { starts[$0] < starts[$0 + 1] } }

    /// The MSUs of a record, each as ascending positions in `fields`, by number of fields and then the order of the fields.
    ///
    /// - Parameter record: Must be in `[0, records)`.
    public func minimalSets(of record: Int) -> [[Int]] {
        sets[starts[record]..<starts[record + 1]].map { set in
            fields.indices.filter { (set >> UInt32(31 - $0)) & 1 == 1 }
        }
    }
}
