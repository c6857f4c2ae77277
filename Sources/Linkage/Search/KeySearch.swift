internal import Microdata

/// Finds for every query the records that agree with it on a key: one pass over the register, which is not indexed; the
/// queries are.
struct KeySearch: Sendable {
    /// The most pairs that are held.
    static let pairLimit = 400_000_000
    private static let block = 1 << 16

    private let fields: [LinkedField]
    private let rules: [KeyRule]
    private let relations: [ValueRelation?]
    /// For each rule the queries by their key, and for each of its fields the value numbers of the register's codes.
    private let indexes: [HashIndex?]
    private let numbers: [[[UInt32]]]

    /// - Parameter queries: The queries that are searched for, ascending.
    init(_ fields: [LinkedField], rules: [KeyRule], queries: [Int]) {
        self.fields = fields
        self.rules = rules
        relations = fields.indices.map { field in
            rules.contains { $0.fields == [field] } ? ValueRelation(fields[field], queries: queries) : nil
        }
        numbers = rules.map { rule in
            if rule.fields.count == 1 { return [] }
            if rule.isCrossed {
                return zip(rule.fields, rule.fields.reversed()).map { fields[$0].equalValues(of: fields[$1]) }
            }
            return rule.fields.map { fields[$0].equal }
        }
        indexes = rules.map { rule in
            if rule.fields.count == 1 { return nil }
            var index = HashIndex(capacity: queries.count)
            let order = rule.isCrossed ? rule.fields.reversed() : rule.fields
            for query in queries {
                let values = order.map { fields[$0].valueOf[query] }
                if values.contains(LinkedField.none) { continue }
                index.insert(
                    UInt32(query), under: values.reduce(0) { HashIndex.combined($0, UInt64($1)) })
            }
            return index
        }
    }

    /// The candidates of the queries, each once, in the order of the register.
    func candidates(records: Int, workers: Workers) throws(LinkageError) -> CandidateList {
        let blocks = (records + Self.block - 1) / Self.block
        let found = DisjointBuffer<[UInt64]?>(blocks)
        workers.run(blocks) { _, block in
            found[block] = pairs(in: block * Self.block..<min(records, (block + 1) * Self.block))
        }
        let all = found.results()
        if all.reduce(0, { $0 + $1.count }) > Self.pairLimit { throw .tooManyCandidates(limit: Self.pairLimit) }
        return CandidateList(pairs: all, queries: fields[0].valueOf.count)
    }

    private func pairs(in range: Range<Int>) -> [UInt64] {
        let codes = fields.map { $0.codes.copy(range) }
        var pairs: [UInt64] = []
        for (number, rule) in rules.enumerated() {
            if let relation = rule.fields.count == 1 ? relations[rule.fields[0]] : nil {
                let own = codes[rule.fields[0]]
                for place in 0..<range.count {
                    relation.forEachQuery(of: own[place]) { query in
                        if !isFound(before: number, query, codes, place) {
                            pairs.append(UInt64(query) << 32 | UInt64(range.lowerBound + place))
                        }
                    }
                }
            } else if let index = indexes[number] {
                for place in 0..<range.count {
                    guard let key = key(number, rule, codes, place) else { continue }
                    index.forEach(under: key) { query in
                        if !isFound(before: number, query, codes, place) {
                            pairs.append(UInt64(query) << 32 | UInt64(range.lowerBound + place))
                        }
                    }
                }
            }
        }
        return pairs
    }

    @inline(__always)
    private func key(_ number: Int, _ rule: KeyRule, _ codes: [[UInt32]], _ place: Int) -> UInt64? {
        var key: UInt64 = 0
        for part in 0..<rule.fields.count {
            let value = numbers[number][part][Int(codes[rule.fields[part]][place])]
            if value == LinkedField.none { return nil }
            key = HashIndex.combined(key, UInt64(value))
        }
        return key
    }

    /// Whether an earlier rule finds the pair too.
    @inline(__always)
    private func isFound(before number: Int, _ query: UInt32, _ codes: [[UInt32]], _ place: Int) -> Bool {
        for earlier in 0..<number {
            let rule = rules[earlier]
            if let relation = rule.fields.count == 1 ? relations[rule.fields[0]] : nil {
                let field = rule.fields[0]
                if relation.relates(fields[field].valueOf[Int(query)], codes[field][place]) { return true }
            } else if let key = key(earlier, rule, codes, place), let index = indexes[earlier] {
                var isFound = false
                index.forEach(under: key) { if $0 == query { isFound = true } }
                if isFound { return true }
            }
        }
        return false
    }
}
