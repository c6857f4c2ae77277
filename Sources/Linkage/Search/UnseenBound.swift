internal import Microdata

/// The most that a record can weigh which no key finds.
///
/// A record that no key finds agrees with the query on no set of fields that is a key, so its weight is at most the
/// largest sum of the fields' weights over all sets of agreeing fields that hold no key.
struct UnseenBound: Sendable {
    private static let levels = 8

    private let fields: [LinkedField]
    private let keys: [Int]
    /// For each field the levels that count as agreement on a key, and the others that can occur.
    private let agreeing: [Range<Int>]
    private let others: [[Int]]

    init(_ fields: [LinkedField], rules: [KeyRule]) {
        self.fields = fields
        keys = rules.filter { !$0.isCrossed }.map { $0.fields.reduce(0) { $0 | 1 << $1 } }
        agreeing = fields.indices.map { place in
            // A key that is a date alone brings neighbouring days and exchanged parts along.
            let isWide = fields[place].comparator == .date && rules.contains { $0.fields == [place] }
            return 0..<(isWide ? 3 : 1)
        }
        let firstName = fields.firstIndex { $0.comparator == .name }
        let isCrossed = rules.contains(where: \.isCrossed)
        let agreeing = agreeing
        others = fields.indices.map { place in
            let field = fields[place]
            let isExchanged = place == firstName && !isCrossed
            let levels = (agreeing[place].upperBound..<field.comparator.levels).filter {
                field.comparator != .name || $0 != 1 || isExchanged
            }
            return levels + (field.present < field.codes.count ? [Int(LinkedField.missing)] : [])
        }
    }

    /// The bound for a query, in bits.
    ///
    /// - Parameters:
    ///   - weights: The query's eight weights for each field.
    ///   - prior: The weight of a pair before any field is looked at.
    func most(_ query: Int, weights: [Double], prior: Double) -> Double {
        func largest(_ place: Int, _ levels: some Sequence<Int>) -> Double {
            levels.reduce(-Double.infinity) { max($0, weights[place * Self.levels + $1]) }
        }
        let isMissing = fields.map { $0.valueOf[query] == LinkedField.none }
        let agreed = fields.indices.map { isMissing[$0] ? -Double.infinity : largest($0, agreeing[$0]) }
        let differing = fields.indices.map { isMissing[$0] ? 0 : largest($0, others[$0]) }
        var most = -Double.infinity
        for mask in 0..<(1 << fields.count) where !keys.contains(where: { $0 & mask == $0 }) {
            var sum = prior
            for place in fields.indices { sum += mask >> place & 1 == 1 ? agreed[place] : differing[place] }
            most = max(most, sum)
        }
        return most
    }
}
