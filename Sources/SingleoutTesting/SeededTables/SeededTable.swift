public import Microdata

/// A random table that follows from a seed, with a description to print when a test fails.
///
/// ```swift
/// let table = SeededTable(seed: 42, records: 100, fields: [.init(.skewed(20)), .init(.binary, missing: 0.1)])
/// ```
public struct SeededTable: Sendable, CustomStringConvertible {
    /// One field: the spread of its values and the share of records that lack one.
    public struct Field: Sendable, Hashable {
        /// The spread of the values.
        public let shape: FieldShape
        /// The probability that a record lacks the value, in `[0, 1]`.
        public let missing: Double

        /// A field with a spread and a share of missing values.
        public init(_ shape: FieldShape, missing: Double = 0) {
            self.shape = shape
            self.missing = missing
        }
    }

    /// The seed that the table follows from.
    public let seed: UInt64
    /// The fields.
    public let fields: [Field]
    /// The share of records that repeat an earlier record.
    public let repeated: Double
    /// The table, with fields named `f0`, `f1`, ...
    public let table: Table

    /// A table of the stated shape.
    ///
    /// - Parameters:
    ///   - seed: Any number; the same seed and shape give the same table.
    ///   - records: The number of records, at least 0.
    ///   - fields: At least one.
    ///   - repeated: The share of records that repeat an earlier one in all fields, in `[0, 1]`.
    /// - Complexity: O(records x fields) time and memory.
    public init(seed: UInt64, records: Int, fields: [Field], repeated: Double = 0) {
        var generator = SeededGenerator(seed: seed)
        self.seed = seed
        self.fields = fields
        self.repeated = repeated
        let sources = (0..<records).map { record in
            record > 0 && generator.chance(repeated) ? generator.next(below: record) : record
        }
        var values: [[Int?]] = []
        for field in fields {
            var column = Self.values(of: field.shape, records: records, earlier: values, &generator)
            if field.missing > 0 {
                for record in column.indices where generator.chance(field.missing) { column[record] = nil }
            }
            for record in column.indices { column[record] = column[sources[record]] }
            values.append(column)
        }
        table = Table(
            source: "seed \(seed)",
            columns: values.enumerated().map { position, column in
                Column(name: "f\(position)", values: column.map { $0.map { "v\($0)" } })
            })
    }

    /// A table of random shape within the given bounds.
    ///
    /// - Parameters:
    ///   - seed: Any number; the same seed and bounds give the same table.
    ///   - records: How many records the table may have.
    ///   - fields: How many fields the table may have; the lower bound is at least 1.
    /// - Complexity: O(records x fields) time and memory.
    public static func random(
        seed: UInt64, records: ClosedRange<Int>, fields: ClosedRange<Int>
    ) -> SeededTable {
        var generator = SeededGenerator(seed: seed ^ 0x5eed)
        let count = records.lowerBound + generator.next(below: records.count)
        let width = fields.lowerBound + generator.next(below: fields.count)
        let missing = [0, 0, 0.05, 0.4]
        let plan = (0..<width).map { position in
            Field(
                shape(at: position, records: count, &generator), missing: missing[generator.next(below: missing.count)])
        }
        let repeated = [0, 0, 0.2, 0.8][generator.next(below: 4)]
        return SeededTable(seed: seed, records: count, fields: plan, repeated: repeated)
    }

    /// The columns of the table.
    public var columns: [Column] { table.columns }

    /// The seed and the shape.
    public var description: String {
        let shapes = fields.map { "\($0.shape)" + ($0.missing > 0 ? " \($0.missing) missing" : "") }
        return
            "seed \(seed): \(table.records) records, \(repeated) repeated, fields [\(shapes.joined(separator: ", "))]"
    }

    private static func shape(at position: Int, records: Int, _ generator: inout SeededGenerator) -> FieldShape {
        switch generator.next(below: 16) {
        case 0: .constant
        case 1: .unique
        case 2: .empty
        case 3, 4: .binary
        case 5, 6, 7: .uniform(2 + generator.next(below: 12))
        case 8: .uniform(2 + generator.next(below: max(records, 1) * 2))
        case 9, 10, 11: .skewed(3 + generator.next(below: 30))
        case 12: .skewed(300 + generator.next(below: 3000))
        case 13 where position > 0: .duplicate(of: generator.next(below: position))
        case 14 where position > 0: .correlated(with: generator.next(below: position), noise: 0.1)
        default: .uniform(3)
        }
    }

    private static func values(
        of shape: FieldShape, records: Int, earlier: [[Int?]], _ generator: inout SeededGenerator
    ) -> [Int?] {
        switch shape {
        case .constant: return .init(repeating: 0, count: records)
        case .unique: return Array(0..<records)
        case .empty: return .init(repeating: nil, count: records)
        case .binary: return (0..<records).map { _ in generator.next(below: 2) }
        case .uniform(let count): return (0..<records).map { _ in generator.next(below: count) }
        case .skewed(let count):
            let choice = WeightedChoice.skewed(count)
            return (0..<records).map { _ in choice.draw(&generator) }
        case .correlated(let other, let noise):
            let count = (earlier[other].compactMap(\.self).max() ?? 0) + 1
            return earlier[other].map { generator.chance(noise) ? generator.next(below: count) : $0 }
        case .duplicate(let other): return earlier[other]
        }
    }
}
