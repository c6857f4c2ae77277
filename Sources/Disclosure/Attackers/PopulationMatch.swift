public import Counting
public import Microdata

/// The classes of a file beside the same classes in a population that contains it: how many have each pair of sizes.
public struct PopulationMatch: Sendable, Hashable {
    /// The classes with one size in the file and one in the population.
    public struct Entry: Sendable, Hashable {
        /// f: records of the file in each of these classes, at least 1.
        public let size: Int
        /// F: records of the population in each of these classes, at least `size`.
        public let populationSize: Int
        /// The number of such classes.
        public let classes: Int
    }

    /// The pairs of sizes that occur, by size and then population size.
    public let entries: [Entry]
    /// The number of records of the file.
    public let records: Int
    /// The number of classes of the file.
    public let classes: Int
    /// Records of the population that are in no class of the file; those that are left out for a missing value are not counted.
    public let absentRecords: Int

    init(entries: [Entry], absentRecords: Int = 0) {
        self.absentRecords = absentRecords
        self.entries = entries.sorted { ($0.size, $0.populationSize) < ($1.size, $1.populationSize) }
        records = entries.reduce(0) { $0 + $1.size * $1.classes }
        classes = entries.reduce(0) { $0 + $1.classes }
    }

    /// Looks every class of the file up in the population, by value.
    ///
    /// - Parameters:
    ///   - columns: The combination in the file.
    ///   - population: The same fields, in the same order, in the population, which must hold every record of the file.
    ///   - missing: `category` (missing agrees with missing) or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError`; `populationWithoutFile` when a class is larger in the file than in the population.
    /// - Complexity: O((records + population) x fields) time; 24 bytes for each record of both, and the values of the
    ///   file's dictionaries.
    public init(
        _ columns: [Column], in population: [Column], missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        precondition(columns.count == population.count, "a combination has the same fields in file and population")
        try Combination.validate(columns)
        try Combination.validate(population)
        let records = columns[0].count
        let known = Self.recordsOfKnownValues(columns, population)
        let joined = zip(columns, known).map { column, codes in
            Column(
                name: column.name,
                codes: CodeArray(narrowing: column.codes.widened() + codes, cardinality: column.cardinality),
                dictionary: column.dictionary, missingCode: column.missingCode)
        }
        let classes = try EquivalenceClasses(of: joined, missing: missing, threads: threads)
        var sizes = [Int](repeating: 0, count: classes.sizes.count)
        for number in classes.classOf[..<records] where number != EquivalenceClasses.excluded {
            sizes[Int(number)] += 1
        }
        var pairs: [Pair: Int] = [:]
        var smaller = 0
        for (size, both) in zip(sizes, classes.sizes) where size > 0 {
            let populationSize = Int(both) - size
            if populationSize < size { smaller += 1 }
            pairs[Pair(size: size, populationSize: populationSize), default: 0] += 1
        }
        if smaller > 0 { throw .populationWithoutFile(classes: smaller) }
        let entries = pairs.map {
            Entry(size: $0.key.size, populationSize: $0.key.populationSize, classes: $0.value)
        }
        let complete = missing == .exclude ? Combination.complete(population)?.count : nil
        let present = entries.reduce(0) { $0 + $1.populationSize * $1.classes }
        self.init(entries: entries, absentRecords: (complete ?? population[0].count) - present)
    }

    private struct Pair: Hashable {
        var size: Int
        var populationSize: Int
    }

    /// The population's codes in terms of the file's dictionaries, for the records all of whose values the file has:
    /// others are in no class of the file.
    private static func recordsOfKnownValues(_ columns: [Column], _ population: [Column]) -> [[UInt32]] {
        let unknown = UInt32.max
        var recoded: [[UInt32]] = []
        for (column, other) in zip(columns, population) {
            var codeOf: [ArraySlice<UInt8>: UInt32] = [:]
            for code in 0..<column.cardinality where UInt32(code) != column.missingCode {
                codeOf[column.dictionary[utf8: code]] = UInt32(code)
            }
            let translation = (0..<other.cardinality).map { code in
                UInt32(code) == other.missingCode
                    ? column.missingCode ?? unknown : codeOf[other.dictionary[utf8: code]] ?? unknown
            }
            recoded.append(other.codes.widened().map { translation[Int($0)] })
        }
        let kept = (0..<population[0].count).filter { record in recoded.allSatisfy { $0[record] != unknown } }
        return recoded.map { codes in kept.map { codes[$0] } }
    }

    /// k of the k-map: the smallest population size of any class of the file, or `nil` without records.
    public var k: Int? { entries.map(\.populationSize).min() }
}
