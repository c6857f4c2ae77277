/// The natural order of a field's values: numbers by size where all values are numbers, dates by time where the field is one of
/// dates, else texts by their characters. Labels are in the order of their codes.
public struct ValueOrder: Sendable, Hashable {
    /// What the values were compared by.
    public enum Kind: String, Sendable, Hashable {
        case number
        case date
        case text
    }

    /// What the values were compared by.
    public let kind: Kind
    /// The place of each code; a missing value stands after all others.
    public let ranks: [UInt32]

    /// The order of a column's values; equal moments have one place.
    ///
    /// - Parameters:
    ///   - column: Numbers, dates or texts.
    ///   - dates: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    /// - Throws: `MicrodataError` as for `Column.moments(order:source:today:)`, for a field of dates.
    /// - Complexity: O(values log values) time, O(values) memory.
    public init(_ column: Column, dates: DateOrder?, source: String) throws(MicrodataError) {
        let column = column.withoutLabels
        let order = ValueOrder(column)
        if order.kind != .text || !column.isDates {
            self = order
            return
        }
        // One record for each value, so that the codes of the moments say which values are the same.
        let values = Column(
            name: column.name,
            codes: CodeArray(narrowing: (0..<UInt32(column.cardinality)).map { $0 }, cardinality: column.cardinality),
            dictionary: column.dictionary, missingCode: column.missingCode)
        let moments = try values.moments(order: dates, source: source)
        let places = ValueOrder(moments).ranks
        kind = .date
        ranks = moments.codes.widened().map { places[Int($0)] }
    }

    /// The order of a column's values as numbers or texts.
    ///
    /// - Complexity: O(values log values) time, O(values) memory.
    public init(_ column: Column) {
        let column = column.withoutLabels
        let plain = column.plainNumbers
        let texts = (0..<column.cardinality).map { code in
            (plain?[code]?.text).map { String(decoding: $0, as: UTF8.self) } ?? column.dictionary[code]
        }
        let isMissing = texts.indices.map { UInt32($0) == column.missingCode }
        let numbers = texts.map { Double(decimal: $0) }
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
