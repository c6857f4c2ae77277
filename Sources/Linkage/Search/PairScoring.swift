internal import Microdata
internal import Statistics

/// Compares pairs and weighs them.
struct PairScoring: Sendable {
    private static let share = 64
    private static let samplePurpose: UInt64 = 0x4c69_6e6b

    let fields: [LinkedField]
    /// The first two name fields, which may be exchanged.
    private let names: (first: Int, second: Int)?

    init(_ fields: [LinkedField]) {
        self.fields = fields
        let names = fields.indices.filter { fields[$0].comparator == .name }
        self.names = names.count >= 2 ? (names[0], names[1]) : nil
    }

    /// The pattern of every candidate, in their order.
    func patterns(_ list: CandidateList, workers: Workers) -> [UInt32] {
        let queries = list.starts.count - 1
        let chunks = (queries + Self.share - 1) / Self.share
        let found = Slots<[UInt32]>(chunks)
        workers.run(chunks) { _, chunk in
            var memory = NameMemory(fields)
            var patterns: [UInt32] = []
            for query in chunk * Self.share..<min(queries, (chunk + 1) * Self.share) {
                memory.start()
                for place in list.places(of: query) {
                    patterns.append(pattern(query, Int(list.records[place]), &memory))
                }
            }
            found[chunk] = patterns
        }
        return Array(found.values.joined())
    }

    /// Levels of names that were found for the query at hand.
    private struct NameMemory {
        /// For each name field and register code the query's mark and the level.
        var levels: [[UInt32]]
        var mark: UInt32 = 0

        init(_ fields: [LinkedField]) {
            levels = fields.map {
                $0.comparator == .name ? [UInt32](repeating: 0, count: $0.register.keys.count) : []
            }
        }

        mutating func start() { mark += 8 }
    }

    private func pattern(_ query: Int, _ record: Int, _ memory: inout NameMemory) -> UInt32 {
        var pattern: UInt32 = 0
        for (place, field) in fields.enumerated() {
            let code = field.codes[record]
            let level: UInt32
            if field.comparator == .name {
                let known = memory.levels[place][Int(code)]
                if known & ~7 == memory.mark {
                    level = known & 7
                } else {
                    level = UInt32(field.level(field.valueOf[query], code))
                    memory.levels[place][Int(code)] = memory.mark | level
                }
            } else {
                level = UInt32(field.level(field.valueOf[query], code))
            }
            pattern |= level << UInt32(3 * place)
        }
        if let names { exchange(names, query, record, &pattern) }
        return pattern
    }

    /// Two exchanged names count once, for the first field.
    private func exchange(
        _ names: (first: Int, second: Int), _ query: Int, _ record: Int, _ pattern: inout UInt32
    ) {
        let (shift, other) = (UInt32(3 * names.first), UInt32(3 * names.second))
        let (a, b) = (fields[names.first], fields[names.second])
        let (first, second) = (pattern >> shift & 7, pattern >> other & 7)
        if first == 0 || second == 0 || first == 7 || second == 7 { return }
        let ownFirst = a.queries.keys[a.sampleOf[Int(a.valueOf[query])]]
        let ownSecond = b.queries.keys[b.sampleOf[Int(b.valueOf[query])]]
        if ownFirst == b.register.keys[Int(b.codes[record])], ownSecond == a.register.keys[Int(a.codes[record])] {
            pattern = pattern & ~(7 << shift) & ~(7 << other) | 1 << shift | 7 << other
        }
    }

    /// The probability of each level among pairs of two persons: exact agreement counted, the rest from random pairs.
    func unrelated(queries: Int, records: Int, seed: UInt64, samples: Int) -> [[Double]] {
        var memory = NameMemory(fields)
        var random = RandomStream(seed: seed, purpose: Self.samplePurpose, item: 0)
        var counts = fields.map { [Double](repeating: 0, count: $0.comparator.levels) }
        let perQuery = max(1, samples / max(1, min(queries, 500)))
        for _ in 0..<max(1, samples / perQuery) {
            let query = random.next(below: queries)
            memory.start()
            for _ in 0..<perQuery {
                let pattern = pattern(query, random.next(below: records), &memory)
                for field in fields.indices {
                    let level = AgreementPatterns.level(pattern, field)
                    if level < counts[field].count { counts[field][level] += 1 }
                }
            }
        }
        return fields.indices.map { place in
            let field = fields[place]
            let present = field.valueOf.filter { $0 != LinkedField.none }
            let agreeing = present.reduce(0.0) { $0 + Double(field.counts[Int($1)]) }
            let exact = max(agreeing, 0.5) / max(1, Double(present.count) * Double(field.present))
            // Half a pair more for each level, so that none is impossible; two exchanged names agree like two exact ones.
            var rest = counts[place].dropFirst().map { $0 + 0.5 }
            if field.comparator == .name { rest[0] = min(rest[0], 0.5) }
            let sum = rest.reduce(0, +)
            let bounded = min(max(exact, 1e-12), 0.999)
            return [bounded] + rest.map { $0 / sum * (1 - bounded) }
        }
    }
}
