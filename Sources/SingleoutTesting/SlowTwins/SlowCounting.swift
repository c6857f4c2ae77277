public import Counting
public import Microdata

/// Slow and obvious versions of what the counting engine computes, to compare it with.
public enum SlowCounting {
    /// The class of each record, numbered by first appearance; `nil` for a record that is left out.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length.
    ///   - missing: `category` or `exclude`.
    /// - Complexity: O(records x fields) expected time and memory.
    public static func classes(of columns: [Column], missing: MissingSemantics = .category) -> [Int?] {
        var numberOf: [[UInt32]: Int] = [:]
        return keys(of: columns, missing: missing).map { key in
            guard let key else { return nil }
            let number = numberOf[key] ?? numberOf.count
            numberOf[key] = number
            return number
        }
    }

    /// The class sizes of one combination, by a dictionary of its keys.
    ///
    /// - Complexity: O(records x fields) expected time and memory.
    public static func histogram(of columns: [Column], missing: MissingSemantics = .category) -> SizeHistogram {
        var sizes: [[UInt32]: Int] = [:]
        for case let key? in keys(of: columns, missing: missing) { sizes[key, default: 0] += 1 }
        return SizeHistogram(sizes: sizes.values)
    }

    /// Every combination of up to so many fields, counted one by one, in the order of `CombinationLattice.entries`.
    ///
    /// - Complexity: O(combinations x records x fields) expected time.
    public static func lattice(
        of columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics = .category
    ) -> [(fields: [Int], histogram: SizeHistogram)] {
        combinations(of: columns.count, upTo: maximumSize ?? columns.count).map { fields in
            (fields, histogram(of: fields.map { columns[$0] }, missing: missing))
        }
    }

    /// The combinations of up to `size` of `count` fields: by number of fields, then in the order of the fields.
    public static func combinations(of count: Int, upTo size: Int) -> [[Int]] {
        var all: [[Int]] = []
        var last: [[Int]] = [[]]
        for _ in 0..<min(size, count) {
            last = last.flatMap { fields in ((fields.last ?? -1) + 1..<count).map { fields + [$0] } }
            all += last
        }
        return all
    }

    /// The share of pairs of records that the combination tells apart, pair by pair; `nil` below two records.
    ///
    /// - Complexity: O(records^2 x fields) time.
    public static func separation(of columns: [Column]) -> Double? {
        let keys = keys(of: columns, missing: .category)
        guard keys.count > 1 else { return nil }
        var apart = 0
        for first in keys.indices {
            for second in keys.indices where second > first && keys[first] != keys[second] { apart += 1 }
        }
        return Double(apart) / Double(keys.count * (keys.count - 1) / 2)
    }

    /// The codes of each record; `nil` for a record that is left out.
    private static func keys(of columns: [Column], missing: MissingSemantics) -> [[UInt32]?] {
        if case .wildcard = missing { preconditionFailure("wildcards make no classes; use wildcardFrequencies") }
        let codes = columns.map { $0.codes.widened() }
        return (0..<(columns.first?.count ?? 0)).map { record in
            let key = codes.map { $0[record] }
            let incomplete = zip(key, columns).contains { $0 == $1.missingCode }
            return missing == .exclude && incomplete ? nil : key
        }
    }
}
