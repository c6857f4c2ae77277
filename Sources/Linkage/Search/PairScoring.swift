internal import Microdata
internal import Statistics

/// Compares pairs, field by field.
struct PairScoring: Sendable {
    private static let share = 64
    private static let samplePurpose: UInt64 = 0x4c69_6e6b

    let fields: [LinkedField]
    /// Whether names agree exactly or not at all.
    private let hasExactNames: Bool
    /// For each field of names the names that are near; `nil` where names agree exactly or not at all.
    let neighbours: [NameNeighbours?]
    /// The first two name fields, which may be exchanged, and for each register code of the one the number of the other's
    /// equal query value.
    private let names: (first: Int, second: Int, firstAsSecond: [UInt32], secondAsFirst: [UInt32])?

    /// - Parameter hasExactNames: Whether names only need to be told equal from different, which spares the search for
    ///   near ones.
    init(_ fields: [LinkedField], hasExactNames: Bool = false, workers: Workers) {
        self.fields = fields
        self.hasExactNames = hasExactNames
        neighbours = fields.map {
            $0.comparator == .name && !hasExactNames ? NameNeighbours($0, workers: workers) : nil
        }
        let names = fields.indices.filter { fields[$0].comparator == .name }
        if names.count >= 2 {
            let (a, b) = (fields[names[0]], fields[names[1]])
            self.names = (names[0], names[1], a.equalValues(of: b), b.equalValues(of: a))
        } else {
            self.names = nil
        }
    }

    /// The pattern of every candidate, in their order.
    func patterns(_ list: CandidateList, workers: Workers) -> [UInt32] {
        let queries = list.starts.count - 1
        let chunks = (queries + Self.share - 1) / Self.share
        let found = DisjointBuffer<[UInt32]?>(chunks)
        workers.run(chunks) { _, chunk in
            let asked = chunk * Self.share..<min(queries, (chunk + 1) * Self.share)
            found[chunk] = []
            if list.starts[asked.lowerBound] == list.starts[asked.upperBound] { return }
            var scratch = Scratch(fields, hasExactNames: hasExactNames)
            var patterns: [UInt32] = []
            for query in asked {
                patterns += self.patterns(query, list.records.span.extracting(list.places(of: query)), &scratch)
            }
            found[chunk] = patterns
        }
        return Array(found.results().joined())
    }

    /// The patterns of some queries beside each of a range of records.
    func patterns(of queries: [Int], in range: Range<Int>) -> [[UInt32]] {
        var scratch = Scratch(fields, hasExactNames: hasExactNames)
        let records = range.map { UInt32($0) }
        return queries.map { patterns($0, records.span, &scratch) }
    }

    /// What one thread works with.
    private struct Scratch {
        /// For each field of names and register code the level beside the query at hand.
        var levels: [[UInt8]]
        /// For each field the codes of the query's candidates.
        var codes: [[UInt32]]

        init(_ fields: [LinkedField], hasExactNames: Bool) {
            levels = fields.map { field in
                field.comparator == .name && !hasExactNames
                    ? field.register.keys.map { $0 == 0 ? LinkedField.missing : Comparator.differentName } : []
            }
            codes = fields.map { _ in [] }
        }
    }

    private func patterns(_ query: Int, _ records: Span<UInt32>, _ scratch: inout Scratch) -> [UInt32] {
        var patterns = [UInt32](repeating: 0, count: records.count)
        for (place, field) in fields.enumerated() {
            let shift = UInt32(3 * place)
            let value = field.valueOf[query]
            field.codes.gather(records, into: &scratch.codes[place])
            if value == LinkedField.none {
                for pair in patterns.indices { patterns[pair] |= UInt32(LinkedField.missing) << shift }
            } else if let near = neighbours[place] {
                let own = near.places(of: Int(value))
                for neighbour in own { scratch.levels[place][Int(near.codes[neighbour])] = near.levels[neighbour] }
                Self.look(up: scratch.codes[place], in: scratch.levels[place], shift, &patterns)
                for neighbour in own {
                    scratch.levels[place][Int(near.codes[neighbour])] = Comparator.differentName
                }
            } else {
                compare(field, value, scratch.codes[place], shift, &patterns)
            }
        }
        if let names { exchange(names, query, scratch.codes, &patterns) }
        return patterns
    }

    private static func look(
        up gathered: [UInt32], in known: [UInt8], _ shift: UInt32, _ patterns: inout [UInt32]
    ) {
        let codes = gathered.span
        let levels = known.span
        for pair in codes.indices { patterns[pair] |= UInt32(levels[Int(codes[pair])]) << shift }
    }

    private func compare(
        _ field: LinkedField, _ value: UInt32, _ gathered: [UInt32], _ shift: UInt32, _ patterns: inout [UInt32]
    ) {
        let codes = gathered.span
        let sample = field.sampleOf[Int(value)]
        let own = field.queries.keys[sample]
        let known = field.register.keys
        let keys = known.span
        let missing = UInt32(LinkedField.missing) << shift
        switch field.comparator {
        case .date:
            for pair in codes.indices {
                let key = keys[Int(codes[pair])]
                patterns[pair] |= key == 0 ? missing : UInt32(Comparator.dateLevel(own, key)) << shift
            }
        case .postcode:
            for pair in codes.indices {
                let key = keys[Int(codes[pair])]
                patterns[pair] |= key == 0 ? missing : UInt32(Comparator.postcodeLevel(own, key)) << shift
            }
        case .exact:
            for pair in codes.indices {
                let key = keys[Int(codes[pair])]
                patterns[pair] |= key == 0 ? missing : key == own ? 0 : 1 << shift
            }
        case .name where hasExactNames:
            let different = UInt32(Comparator.differentName) << shift
            for pair in codes.indices {
                let key = keys[Int(codes[pair])]
                patterns[pair] |= key == 0 ? missing : key == own ? 0 : different
            }
        case .numeric, .text, .name:
            for pair in codes.indices { patterns[pair] |= UInt32(field.level(value, codes[pair])) << shift }
        }
    }

    /// Two exchanged names count once, for the first field.
    private func exchange(
        _ names: (first: Int, second: Int, firstAsSecond: [UInt32], secondAsFirst: [UInt32]), _ query: Int,
        _ codes: [[UInt32]], _ patterns: inout [UInt32]
    ) {
        let (first, second) = (fields[names.first].valueOf[query], fields[names.second].valueOf[query])
        if first == LinkedField.none || second == LinkedField.none { return }
        let firstCodes = codes[names.first]
        let secondCodes = codes[names.second]
        let (shift, other) = (UInt32(3 * names.first), UInt32(3 * names.second))
        for pair in patterns.indices {
            guard names.firstAsSecond[Int(firstCodes[pair])] == second,
                names.secondAsFirst[Int(secondCodes[pair])] == first,
                AgreementPatterns.level(patterns[pair], names.first) != 0,
                AgreementPatterns.level(patterns[pair], names.second) != 0
            else { continue }
            patterns[pair] = patterns[pair] & ~(7 << shift) & ~(7 << other) | 1 << shift | 7 << other
        }
    }

    /// The probability of each level among pairs of two persons: names and exact agreement counted, the rest from random
    /// pairs.
    func unrelated(queries: Int, records: Int, seed: UInt64, samples: Int) -> [[Double]] {
        fields.indices.map { place in
            let field = fields[place]
            let present = field.valueOf.filter { $0 != LinkedField.none }
            let pairs = max(1, Double(present.count) * Double(field.present))
            if let near = neighbours[place] { return counted(field, near, present, pairs, place) }
            let agreeing = present.reduce(0.0) { $0 + Double(field.counts[Int($1)]) }
            let exact = min(max(max(agreeing, 0.5) / pairs, 1e-12), 0.999)
            // Half a pair more for each level, so that none is impossible.
            var rest = [Double](repeating: 0.5, count: field.comparator.levels - 1)
            var random = RandomStream(seed: seed, purpose: Self.samplePurpose, item: UInt64(place))
            if !present.isEmpty, field.present > 0, rest.count > 1 {
                for _ in 0..<samples {
                    let code = field.codes[random.next(below: records)]
                    let level = field.level(present[random.next(below: present.count)], code)
                    if level > 0, level != LinkedField.missing { rest[Int(level) - 1] += 1 }
                }
            }
            let sum = rest.reduce(0, +)
            return [exact] + rest.map { $0 / sum * (1 - exact) }
        }
    }

    private func counted(
        _ field: LinkedField, _ near: NameNeighbours, _ present: [UInt32], _ pairs: Double, _ place: Int
    ) -> [Double] {
        var counts = [Double](repeating: 0, count: field.comparator.levels - 1)
        for value in present {
            for neighbour in near.places(of: Int(value)) {
                counts[Int(near.levels[neighbour])] += Double(field.recordsOf[Int(near.codes[neighbour])])
            }
        }
        var shares = counts.map { min(max($0, 0.5) / pairs, 0.15) }
        // Two exchanged names agree like two exact ones.
        if let names, names.first == place {
            let second = fields[names.second]
            let other = second.valueOf.reduce(0.0) {
                $0 + ($1 == LinkedField.none ? 0 : Double(second.counts[Int($1)]))
            }
            let otherPairs = max(1, Double(second.valueOf.count) * Double(second.present))
            shares[1] = max(shares[0] * max(other, 0.5) / otherPairs, 1e-12)
        }
        return shares + [1 - shares.reduce(0, +)]
    }
}
