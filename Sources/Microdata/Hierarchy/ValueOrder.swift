/// The natural order of a field's values: numbers by size where all values are numbers, else texts by their characters.
public struct ValueOrder: Sendable, Hashable {
    /// What the values were compared by.
    public enum Kind: String, Sendable, Hashable {
        case number
        case text
    }

    /// What the values were compared by.
    public let kind: Kind
    /// The place of each code; a missing value stands after all others.
    public let ranks: [UInt32]

    /// The order of a column's values.
    ///
    /// - Complexity: O(values log values) time, O(values) memory.
    public init(_ column: Column) {
        let texts = (0..<column.cardinality).map { column.dictionary[$0] }
        let isMissing = texts.indices.map { UInt32($0) == column.missingCode }
        let numbers = texts.map { Double($0).flatMap { $0.isFinite ? $0 : nil } }
        let isNumeric = texts.indices.allSatisfy { isMissing[$0] || numbers[$0] != nil }
        kind = isNumeric ? .number : .text
        let sorted = texts.indices.sorted { a, b in
            if isMissing[a] != isMissing[b] { return isMissing[b] }
            if isNumeric, let first = numbers[a], let second = numbers[b], first != second { return first < second }
            return texts[a].utf8.lexicographicallyPrecedes(texts[b].utf8)
        }
        var ranks = [UInt32](repeating: 0, count: sorted.count)
        for (place, code) in sorted.enumerated() { ranks[code] = UInt32(place) }
        self.ranks = ranks
    }
}
