/// Fields on which a record must agree with a query to be its candidate.
struct KeyRule: Sendable, Hashable {
    /// The fields, in ascending order.
    let fields: [Int]
    /// Whether the two fields are compared crosswise, as when forename and surname are exchanged.
    let isCrossed: Bool

    /// The expected number of candidates of one query, were the fields independent.
    static func expected(_ fields: [Int], among all: [LinkedField], records: Int) -> Double {
        fields.reduce(Double(records)) { product, field in
            // A date brings the neighbouring days and the exchange of day and month along.
            let width = fields.count == 1 && all[field].comparator == .date ? 4.0 : 1.0
            return product * min(1, all[field].coincidence * width)
        }
    }

    /// The least sets of fields that leave a query with at most a number of candidates, and exchanged names; all fields
    /// together when no set does.
    static func chosen(for all: [LinkedField], records: Int, limit: Double) -> [KeyRule] {
        let usable = all.indices.filter { all[$0].present > 0 }
        var rules: [KeyRule] = []
        for size in 1...max(1, usable.count) {
            for mask in 0..<(1 << usable.count) where mask.nonzeroBitCount == size {
                let fields = usable.indices.filter { mask >> $0 & 1 == 1 }.map { usable[$0] }
                if rules.contains(where: { Set($0.fields).isSubset(of: fields) }) { continue }
                if expected(fields, among: all, records: records) <= limit {
                    rules.append(KeyRule(fields: fields, isCrossed: false))
                }
            }
        }
        if rules.isEmpty, !usable.isEmpty { rules.append(KeyRule(fields: usable, isCrossed: false)) }
        let names = usable.filter { all[$0].comparator == .name }
        if names.count >= 2, expected(Array(names[..<2]), among: all, records: records) <= limit {
            rules.append(KeyRule(fields: Array(names[..<2]), isCrossed: true))
        }
        return rules
    }
}
