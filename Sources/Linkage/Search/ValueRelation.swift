internal import Microdata

/// For each register code of a field the queries that have the same value, or for dates a neighbouring or exchanged one.
final class ValueRelation: Sendable {
    /// Where the related value numbers of each code start.
    private let starts: [UInt32]
    private let values: [UInt32]
    /// Where the queries of each value number start.
    private let queryStarts: [Int]
    private let queries: [UInt32]

    init(_ field: LinkedField, queries asked: [Int]) {
        var relatives = HashIndex(capacity: field.sampleOf.count * 4)
        if field.comparator == .date {
            for (number, sample) in field.sampleOf.enumerated() {
                for key in Self.neighbours(of: field.queries.keys[sample]) {
                    relatives.insert(UInt32(number), under: key)
                }
            }
        }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(field.equal.count + 1)
        var values: [UInt32] = []
        for code in field.equal.indices {
            if field.equal[code] != LinkedField.none { values.append(field.equal[code]) }
            if field.comparator == .date, field.register.keys[code] != 0 {
                relatives.forEach(under: field.register.keys[code]) { values.append($0) }
            }
            starts.append(UInt32(values.count))
        }
        self.starts = starts
        self.values = values
        var queryStarts = [Int](repeating: 0, count: field.sampleOf.count + 1)
        for query in asked where field.valueOf[query] != LinkedField.none {
            queryStarts[Int(field.valueOf[query]) + 1] += 1
        }
        for value in 0..<field.sampleOf.count { queryStarts[value + 1] += queryStarts[value] }
        var next = queryStarts
        var queries = [UInt32](repeating: 0, count: queryStarts[field.sampleOf.count])
        for query in asked where field.valueOf[query] != LinkedField.none {
            let value = Int(field.valueOf[query])
            queries[next[value]] = UInt32(query)
            next[value] += 1
        }
        self.queryStarts = queryStarts
        self.queries = queries
    }

    private static func neighbours(of packed: UInt64) -> [UInt64] {
        guard
            let date = CalendarDate(year: Int(packed >> 9), month: Int(packed >> 5 & 15), day: Int(packed & 31))
        else { return [] }
        var near = [date.adding(days: -1).packed, date.adding(days: 1).packed]
        if let swapped = date.swapped?.packed, !near.contains(swapped) { near.append(swapped) }
        return near.filter { $0 != packed }
    }

    /// Calls `body` with every query whose value relates to a code.
    @inline(__always)
    func forEachQuery(of code: UInt32, _ body: (UInt32) -> Void) {
        let (first, last) = (Int(starts[Int(code)]), Int(starts[Int(code) + 1]))
        if first == last { return }
        for place in first..<last {
            let value = Int(values[place])
            for query in queryStarts[value]..<queryStarts[value + 1] { body(queries[query]) }
        }
    }

    /// Whether a query value relates to a code.
    @inline(__always)
    func relates(_ value: UInt32, _ code: UInt32) -> Bool {
        for place in Int(starts[Int(code)])..<Int(starts[Int(code) + 1]) where values[place] == value { return true }
        return false
    }
}
