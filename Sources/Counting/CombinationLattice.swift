import Foundation
public import Microdata

/// The size histogram of every combination of some fields, up to a largest number of fields.
public struct CombinationLattice: Sendable, Hashable {
    /// One combination and its class sizes.
    public struct Entry: Sendable, Hashable {
        /// The fields, as ascending positions in `CombinationLattice.fields`.
        public let fields: [Int]
        /// The class sizes of the combination.
        public let histogram: SizeHistogram
    }

    /// The most fields of which all combinations are counted without a largest size.
    public static let fieldLimit = 16
    /// The most combinations that are counted at once.
    public static let combinationLimit = 262_144
    /// What counting one combination by itself takes for each record, beside the codes of those that are not left out.
    private static let bytesOfEach = 48

    /// The names of the fields, in the order in which they were given.
    public let fields: [String]
    /// The number of records of the table.
    public let records: Int
    /// The largest number of fields of a combination.
    public let maximumSize: Int
    /// What a missing value meant.
    public let missing: MissingSemantics
    /// Every combination: by number of fields, then in the order of the fields.
    public let entries: [Entry]

    /// Counts every combination of the columns in one pass.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    ///   - memory: Bytes that may be used beside the columns; any number when `nil`. With less the records are taken part by
    ///     part, which takes longer. The answer does not depend on it.
    ///   - progress: Called now and then, from any thread, with the share of the work that is done, in `[0, 1]`.
    /// - Throws: `CountingError` for no fields, too many fields or combinations, wildcards, or too little memory.
    /// - Complexity: At most O(records x combinations) time, in practice far less, as a record alone in its class is credited
    ///   to all larger combinations at once and small groups are counted by bit masks. Memory: 16 bytes per record beside the
    ///   columns, and for each thread 4 bytes for each combination and each class size that occurs up to 512.
    ///
    /// With more than 64 fields of which some have missing values, `exclude` counts each combination by itself, and says at
    /// once when there is too little memory for that.
    public init(
        counting columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics = .category, threads: Int? = nil,
        memory: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
    ) throws(CountingError) {
        try Self.validate(columns, maximumSize: maximumSize, missing: missing)
        fields = columns.map(\.name)
        records = columns[0].count
        self.maximumSize = min(maximumSize ?? columns.count, columns.count)
        self.missing = missing
        let threads = Workers(threads).count
        let incomplete = missing == .exclude ? columns.count { $0.missingCode != nil } : 0
        if incomplete > 0 && columns.count > LatticeShape.excludingLimit {
            let needed = records * (Self.bytesOfEach + 4 * self.maximumSize)
            if let memory, needed > memory { throw .tooLittleMemory(missing: needed - memory) }
            entries = try Self.countEach(columns, maximumSize: self.maximumSize, missing: missing, threads: threads)
            return
        }
        let shape = LatticeShape(columns, maximumSize: self.maximumSize, missing: missing)
        let run = LatticeRun(
            columns, shape: shape, threads: threads,
            memory: memory.map { $0 - threads * LatticeCounter.memory(of: shape) }, progress: progress)
        entries = zip(shape.fieldsOfCombinations().dropFirst(), try run.histograms())
            .map { Entry(fields: $0, histogram: $1) }
            .sorted { Self.precedes($0.fields, $1.fields) }
    }

    /// One count for each combination, for shapes that the lattice engine does not take.
    private static func countEach(
        _ columns: [Column], maximumSize: Int, missing: MissingSemantics, threads: Int
    ) throws(CountingError) -> [Entry] {
        try combinations(of: columns.count, upTo: maximumSize).map { fields throws(CountingError) in
            let histogram = try SizeHistogram(
                counting: fields.map { columns[$0] }, missing: missing, threads: threads)
            return Entry(fields: fields, histogram: histogram)
        }
    }

    /// A lattice whose class sizes were counted elsewhere, as on a cluster.
    ///
    /// - Parameters:
    ///   - fields: The names of the fields, in the user's order.
    ///   - records: The number of records, those left out of some combination among them.
    ///   - maximumSize: The largest number of fields of a combination; all fields when `nil`.
    ///   - missing: What a missing value meant.
    ///   - histograms: The class sizes of every combination of up to that many fields, by ascending positions of fields.
    /// - Complexity: O(combinations) time.
    public init(
        fields: [String], records: Int, maximumSize: Int? = nil, missing: MissingSemantics,
        histograms: [[Int]: SizeHistogram]
    ) {
        self.fields = fields
        self.records = records
        self.maximumSize = min(maximumSize ?? fields.count, fields.count)
        self.missing = missing
        entries = Self.combinations(of: fields.count, upTo: self.maximumSize).map { combination in
            guard let histogram = histograms[combination] else {
                preconditionFailure("the fields \(combination) were not counted")
            }
            return Entry(fields: combination, histogram: histogram)
        }
    }

    /// Every combination of so many fields: by number of fields, then in the order of the fields.
    ///
    /// - Parameters:
    ///   - count: The number of fields.
    ///   - size: The largest number of fields of a combination.
    /// - Complexity: O(combinations x fields) time and memory.
    public static func combinations(of count: Int, upTo size: Int) -> [[Int]] {
        var all: [[Int]] = []
        var last: [[Int]] = [[]]
        for _ in 0..<min(size, count) {
            last = last.flatMap { fields in ((fields.last ?? -1) + 1..<count).map { fields + [$0] } }
            all += last
        }
        return all
    }

    private static func precedes(_ a: [Int], _ b: [Int]) -> Bool {
        a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }

    /// Checks that all combinations of some fields can be looked at.
    package static func validate(
        _ columns: [Column], maximumSize: Int?, missing: MissingSemantics
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        try Combination.validate(columns)
        try checkSize(fields: columns.count, maximumSize: maximumSize)
    }

    /// Checks that there are fields, and none of them twice.
    package static func checkNames(_ fields: [String]) throws(CountingError) {
        if fields.isEmpty { throw .noFields }
        var seen: Set<String> = []
        for field in fields where !seen.insert(field).inserted { throw .repeatedField(field) }
    }

    /// Checks that the combinations of so many fields can be counted.
    ///
    /// - Throws: `CountingError` for too many of them, or a largest size below 1.
    public static func checkSize(fields: Int, maximumSize: Int?) throws(CountingError) {
        if let maximumSize, maximumSize < 1 { throw .maximumSizeOutOfRange(maximumSize) }
        if maximumSize == nil, fields > fieldLimit { throw .tooManyFields(count: fields, limit: fieldLimit) }
        let size = min(maximumSize ?? fields, fields)
        var count = 0.0
        var choose = 1.0
        for taken in 1...max(size, 1) {
            choose *= Double(fields - taken + 1) / Double(taken)
            count += choose
        }
        if count > Double(combinationLimit) {
            throw .tooManyCombinations(fields: fields, maximumSize: size, limit: combinationLimit)
        }
    }
}
