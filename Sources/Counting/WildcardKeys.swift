internal import Microdata

/// The different keys of a combination, by the pattern of fields that they lack.
struct WildcardKeys {
    /// The keys that lack the same fields.
    private struct Pattern {
        var missing: [Bool]
        var keys: [Int] = []
        var isComplete: Bool { !missing.contains(true) }
        var isEmpty: Bool { !missing.contains(false) }
    }

    private let columns: [Column]
    /// A record of each key.
    private let example: [UInt32]
    private let patterns: [Pattern]

    init(_ columns: [Column], classes: EquivalenceClasses) {
        self.columns = columns
        var example = [UInt32](repeating: .max, count: classes.sizes.count)
        for (record, number) in classes.classOf.enumerated() where example[Int(number)] == .max {
            example[Int(number)] = UInt32(record)
        }
        var patterns: [[Bool]: Pattern] = [:]
        for (key, record) in example.enumerated() {
            let missing = columns.map { $0.missingCode == $0.codes.code(of: Int(record)) }
            patterns[missing, default: Pattern(missing: missing)].keys.append(key)
        }
        self.example = example
        self.patterns = patterns.values.sorted { $0.keys[0] < $1.keys[0] }
    }

    /// f of each key, where each key has a number of records of its own (or their weight).
    func frequencies(_ own: [Double], alpha: Double, threads: Int?) throws(CountingError) -> [Double] {
        var frequencies = own
        // Matching records that lack a value, at full weight: their sum is multiplied once, so that .3 of 30 is 9.
        var lacking = [Double](repeating: 0, count: own.count)
        let all = own.reduce(0, +)
        for pattern in patterns {
            if pattern.isEmpty {
                for key in pattern.keys { frequencies[key] = all }
                continue
            }
            for other in patterns where other.missing != pattern.missing {
                // A key without any value says nothing about complete ones, unless there is but one field.
                if pattern.isComplete && other.isEmpty && columns.count > 1 { continue }
                if other.isComplete {
                    try addMatches(of: other, to: pattern, own: own, into: &frequencies, threads: threads)
                } else if alpha > 0 {
                    try addMatches(of: other, to: pattern, own: own, into: &lacking, threads: threads)
                }
            }
        }
        return zip(frequencies, lacking).map { $0 + alpha * $1 }
    }

    /// Adds, to each key of a pattern, the records of another pattern's keys that agree on the fields both have.
    private func addMatches(
        of other: Pattern, to pattern: Pattern, own: [Double], into frequencies: inout [Double], threads: Int?
    ) throws(CountingError) {
        let common = columns.indices.filter { !pattern.missing[$0] && !other.missing[$0] }
        if common.isEmpty {
            let sum = other.keys.reduce(0) { $0 + own[$1] }
            for key in pattern.keys { frequencies[key] += sum }
            return
        }
        let keys = pattern.keys + other.keys
        let records = keys.map { example[$0] }
        let groups = try EquivalenceClasses(
            of: common.map { field in
                let column = columns[field]
                return Column(
                    name: column.name, codes: column.codes.gathered(records), dictionary: column.dictionary)
            }, threads: threads)
        var sums = [Double](repeating: 0, count: groups.sizes.count)
        for (key, group) in zip(other.keys, groups.classOf[pattern.keys.count...]) { sums[Int(group)] += own[key] }
        for (key, group) in zip(pattern.keys, groups.classOf) { frequencies[key] += sums[Int(group)] }
    }
}
