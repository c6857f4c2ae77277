public import Counting
public import Microdata

/// Why one record is singled out: how many records agree with it on every set of fields, and the smallest sets on which none does.
///
/// For a set S the class size is `f(S) = 1 + the other records that agree on S`; a minimal sample unique is a set with f = 1 each
/// of whose parts has f > 1. With `exclude` a set has no f when the record lacks a value of it.
///
/// The sets on which other records agree are counted once; adding up over all supersets then gives f of all 2^m sets.
///
/// Source of the adding up: Yates, The design and analysis of factorial experiments, 1937.
public struct RecordExplanation: Sendable, Hashable {
    /// The most fields: all sets are kept.
    public static let fieldLimit = 20

    /// The names of the fields.
    public let fields: [String]
    /// The place of the record, from 0.
    public let record: Int
    /// The number of records.
    public let records: Int
    /// What a missing value meant.
    public let missing: MissingSemantics
    /// The fields whose value the record lacks, where that leaves it out.
    public let lackingFields: [Int]
    /// The minimal sample uniques as ascending places in `fields`, by number of fields and then the order of the fields.
    public let minimalSets: [[Int]]
    /// For each set of fields, bit j for field j, the other records that agree.
    private let agreeing: [Int]

    /// Explains a record.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length and with different names, at most `fieldLimit`.
    ///   - record: The place of the record, in `[0, records)`.
    ///   - missing: `category` or `exclude`.
    /// - Throws: `CountingError` for no fields, repeated or too many fields, or wildcards.
    /// - Complexity: O(records x fields + 2^fields x fields) time; 4 bytes per record and 8 per set of fields.
    public init(
        of columns: [Column], record: Int, missing: MissingSemantics = .category
    ) throws(CountingError) {
        try Combination.validate(columns)
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        if columns.count > Self.fieldLimit { throw .tooManyFieldsOfSets(count: columns.count, limit: Self.fieldLimit) }
        precondition(record >= 0 && record < columns[0].count, "record \(record) of \(columns[0].count)")
        let agreement = RecordAgreement(columns, record: record, missing: missing)
        var agreeing = [Int](repeating: 0, count: 1 << columns.count)
        for (set, count) in agreement.counts { agreeing[Int(set)] += count }
        for field in columns.indices {
            for set in agreeing.indices where (set >> field) & 1 == 0 { agreeing[set] += agreeing[set | (1 << field)] }
        }
        let lacking = Int(agreement.lacking)
        // No field at all is no set, so a set of one field has no part on which the record could be alone.
        let minimal = agreeing.indices.dropFirst().filter { set in
            set & lacking == 0 && agreeing[set] == 0
                && (set.nonzeroBitCount == 1
                    || columns.indices.allSatisfy { set >> $0 & 1 == 0 || agreeing[set & ~(1 << $0)] > 0 })
        }
        fields = columns.map(\.name)
        self.record = record
        records = columns[0].count
        self.missing = missing
        lackingFields = columns.indices.filter { lacking >> $0 & 1 == 1 }
        minimalSets = minimal.map { set in columns.indices.filter { set >> $0 & 1 == 1 } }
            .sorted {
                $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
            }
        self.agreeing = agreeing
    }

    /// f: the records that agree with it on some fields, itself among them; `nil` when it lacks a value of one.
    ///
    /// - Parameter fields: Places in `fields`; none stands for all records.
    public func classSize(_ fields: [Int]) -> Int? {
        if fields.contains(where: lackingFields.contains) { return nil }
        return agreeing[fields.reduce(0) { $0 | 1 << $1 }] + 1
    }

    /// The sum of the scores of the minimal sample uniques.
    public func score(_ score: SpecialUniqueScore) -> Double {
        minimalSets.reduce(0) {
            $0 + score.ofSet(size: $1.count, fields: fields.count, maximumSize: fields.count)
        }
    }
}
