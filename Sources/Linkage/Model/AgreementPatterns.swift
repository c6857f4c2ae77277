/// How many pairs show each combination of levels.
///
/// A pattern holds three bits per field, the first field in the lowest; 7 stands for a missing value.
public struct AgreementPatterns: Sendable {
    /// The most fields of a pattern.
    public static let fieldLimit = 10

    /// The different patterns.
    public let patterns: [UInt32]
    /// How many pairs show each, as numbers that need not be whole.
    public let counts: [Double]

    /// Patterns and their counts.
    public init(patterns: [UInt32], counts: [Double]) {
        precondition(patterns.count == counts.count, "a count for each pattern")
        self.patterns = patterns
        self.counts = counts
    }

    /// Counts patterns, one per pair, in ascending order of the pattern.
    ///
    /// - Complexity: O(pairs) time; memory for at most `8^fields` counts when that is below a million.
    init(counting all: [UInt32], fields: Int) {
        var found: [(UInt32, Double)] = []
        if fields <= 6 {
            var counts = [Int](repeating: 0, count: 1 << (3 * fields))
            for pattern in all { counts[Int(pattern)] += 1 }
            for (pattern, count) in counts.enumerated() where count > 0 {
                found.append((UInt32(pattern), Double(count)))
            }
        } else {
            var counts: [UInt32: Int] = [:]
            for pattern in all { counts[pattern, default: 0] += 1 }
            found = counts.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value)) }
        }
        self.init(patterns: found.map(\.0), counts: found.map(\.1))
    }

    /// The level of a field in a pattern; 7 where a value is missing.
    @inline(__always)
    static func level(_ pattern: UInt32, _ field: Int) -> Int { Int(pattern >> UInt32(3 * field) & 7) }
}
