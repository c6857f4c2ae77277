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

    init(entries: [Entry]) {
        self.entries = entries.sorted { ($0.size, $0.populationSize) < ($1.size, $1.populationSize) }
        records = entries.reduce(0) { $0 + $1.size * $1.classes }
        classes = entries.reduce(0) { $0 + $1.classes }
    }

    /// Looks every class of the file up in the population, by value.
    ///
    /// - Parameters:
    ///   - columns: The combination in the file.
    ///   - population: The same fields, in the same order, in the population.
    ///   - missing: `category` or `exclude`.
    /// - Throws: `CountingError`, among others `populationWithoutFile` when a class is larger than in the population.
    public init(
        _ columns: [Column], in population: [Column], missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        self.init(entries: [])
    }

    /// k of the k-map: the smallest population size of any class of the file, or `nil` without records.
    public var k: Int? { entries.map(\.populationSize).min() }
}
