/// How many pairs show each combination of levels.
///
/// A pattern holds three bits per field, the first field in the lowest; 7 stands for a missing value.
package struct AgreementPatterns: Sendable {
    /// The most fields of a pattern.
    package static let fieldLimit = 10

    /// The different patterns.
    package let patterns: [UInt32]
    /// How many pairs show each, as numbers that need not be whole.
    package let counts: [Double]

    /// Patterns and their counts.
    package init(patterns: [UInt32], counts: [Double]) {
        precondition(patterns.count == counts.count, "a count for each pattern")
        self.patterns = patterns
        self.counts = counts
    }

    /// What a table has counted, in ascending order of the pattern.
    init(_ table: PatternTable) {
        let found = table.counts.sorted { $0.pattern < $1.pattern }
        self.init(patterns: found.map(\.pattern), counts: found.map { Double($0.count) })
    }

    /// The level of a field in a pattern; 7 where a value is missing.
    @inline(__always)
    static func level(_ pattern: UInt32, _ field: Int) -> Int { Int(pattern >> UInt32(3 * field) & 7) }
}
