/// The combinations that one statement counts, and how Spark numbers them.
struct GroupingBatch: Hashable, Sendable {
    /// The fields that occur in the combinations, ascending.
    let fields: [Int]
    /// The combinations, each as ascending positions of fields.
    let combinations: [[Int]]

    init(_ combinations: [[Int]]) {
        self.combinations = combinations
        fields = Set(combinations.joined()).sorted()
    }

    /// What `grouping_id()` is for a combination: a bit for each field of the batch, the first field having the highest bit, that
    /// is set when the combination lacks the field.
    func number(of combination: [Int]) -> Int {
        let held = Set(combination)
        return fields.reduce(0) { ($0 << 1) | (held.contains($1) ? 0 : 1) }
    }

    /// The bit of a field in that number.
    func bit(of field: Int) -> Int {
        fields.firstIndex(of: field).map { 1 << (fields.count - 1 - $0) } ?? 0
    }

    /// The number of the combination of no fields, whose one class holds all records.
    var numberOfNone: Int { (1 << fields.count) - 1 }

    /// The names of the fields in statements, with commas between them.
    var names: String { Self.names(fields) }

    /// The names of some fields in statements, with commas between them.
    static func names(_ fields: [Int], beside more: [String] = []) -> String {
        (fields.map { "f\($0)" } + more).joined(separator: ", ")
    }

    /// The combinations as grouping sets.
    ///
    /// - Parameters:
    ///   - more: Columns that every set holds, too.
    ///   - withNone: Whether the combination of no fields is one of them.
    func sets(beside more: [String], withNone: Bool) -> String {
        (combinations + (withNone ? [[]] : [])).map { "(\(Self.names($0, beside: more)))" }.joined(separator: ", ")
    }

    /// What is true of a class without a missing value in the fields that its combination holds.
    var isComplete: String {
        fields.map { "(f\($0) IS NOT NULL OR (combination & \(bit(of: $0))) <> 0)" }.joined(separator: " AND ")
    }

    /// Batches of at most so many combinations, each of as few fields as possible.
    ///
    /// Combinations that share their first fields stand together, so that a batch varies the last fields only; rows that agree on
    /// the fields of a batch are collapsed before it is counted.
    ///
    /// - Parameters:
    ///   - combinations: Ascending positions of fields, no combination twice.
    ///   - fields: The number of fields.
    ///   - size: The most combinations of a batch, at least 1.
    static func batches(of combinations: [[Int]], fields: Int, size: Int) -> [GroupingBatch] {
        let sorted = combinations.map { (key: $0.reduce(0) { $0 | (1 << (fields - 1 - $1)) }, fields: $0) }
            .sorted { $0.key < $1.key }
        return stride(from: 0, to: sorted.count, by: size).map { start in
            GroupingBatch(sorted[start..<min(start + size, sorted.count)].map(\.fields))
        }
    }
}
