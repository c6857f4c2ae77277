import LinearAlgebra
import Microdata
import Statistics
import Testing

@testable import Linkage

/// The parts of the searches, each beside an obvious twin.
struct SearchPartTests {
    private static let seeds: [UInt64] = [1, 2, 3]

    private func column(_ values: [String?]) -> Column { Column(name: "name", values: values) }

    /// Every pair of names has the level that comparing it letter by letter gives. Seeds 1 to 3.
    @Test(arguments: seeds)
    func nearNames(seed: UInt64) {
        var generator = PairGenerator()
        var random = RandomStream(seed: seed, purpose: 3, item: 0)
        func text(_ scalars: [UInt32]) -> String {
            String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
        }
        var own: [String?] = ["al", "a", "chr", "смирнова", "SMITH", nil, String(repeating: "ab", count: 40)]
        var known: [String?] = [
            "ali", "alexander", "ch", "christopher", "Смирнов", "smith", "", "b", String(repeating: "ab", count: 41),
        ]
        for _ in 0..<300 {
            let pair = generator.next()
            if random.chance(0.5) { own.append(text(pair.first)) }
            known.append(text(random.chance(0.5) ? pair.second : pair.first))
        }
        let unique = { (values: [String?]) in values.reduce(into: [String?]()) { if !$0.contains($1) { $0.append($1) } }
        }
        let field = LinkedField(column(unique(own)), column(unique(known)), .name)
        let near = NameNeighbours(field, workers: Workers(2))
        for (value, _) in field.sampleOf.enumerated() {
            var found: [UInt32: UInt8] = [:]
            for place in near.places(of: value) { found[near.codes[place]] = near.levels[place] }
            for code in field.register.keys.indices where field.register.keys[code] != 0 {
                let level = field.level(UInt32(value), UInt32(code))
                #expect(found[UInt32(code)] ?? 5 == level, "seed \(seed), \(value) beside \(code)")
            }
        }
    }

    /// Patterns made field by field are those of the levels of each pair, and exchanged names are seen. Seeds 1 to 3.
    @Test(arguments: seeds)
    func patterns(seed: UInt64) {
        let file = DamagedFile(people: 200, asked: 40, strangers: 5, seed: seed)
        let comparators: [Comparator] = [.name, .name, .date, .postcode]
        let fields = zip(zip(file.queries, file.register), comparators).map { LinkedField($0.0, $0.1, $1) }
        let list = CandidateList((0..<45).map { _ in (0..<200).map { UInt32($0) } })
        let patterns = PairScoring(fields, workers: Workers(1)).patterns(list, workers: Workers(2))
        var exchanged = 0
        for query in 0..<45 {
            for record in 0..<200 {
                let pattern = patterns[query * 200 + record]
                let levels = fields.map { $0.level($0.valueOf[query], $0.codes[record]) }
                let isExchanged = AgreementPatterns.level(pattern, 0) == 1
                if isExchanged { exchanged += 1 }
                for place in (isExchanged ? 2 : 0)..<4 {
                    #expect(AgreementPatterns.level(pattern, place) == Int(levels[place]), "seed \(seed)")
                }
            }
        }
        #expect(exchanged >= 3, "seed \(seed)")
    }

    /// The table of patterns beside a dictionary, past its first size.
    @Test func patternCounts() {
        var random = RandomStream(seed: 4, purpose: 1, item: 0)
        let patterns = (0..<60_000).map { _ in UInt32(random.next(below: 9000)) << 17 }
        var expected: [UInt32: Double] = [:]
        for pattern in patterns { expected[pattern, default: 0] += 1 }
        var table = PatternTable()
        table.add(Array(patterns[..<20_000]))
        table.add(Array(patterns[20_000...]))
        let counted = AgreementPatterns(table)
        #expect(counted.patterns == expected.keys.sorted())
        #expect(zip(counted.patterns, counted.counts).allSatisfy { expected[$0] == $1 })
    }

    @Test func candidateLists() {
        let list = CandidateList([[5, 2], [], [7, 1, 3]])
        let extended = list.extended([0, 1], by: [[2, 9], [4]])
        #expect(extended.starts == [0, 3, 4, 4] && extended.records == [5, 2, 9, 4])
        let some = CandidateList(of: [2, 0], [[4, 6], [8]], queries: 3)
        #expect(some.starts == [0, 1, 1, 3] && some.records == [8, 4, 6])
    }

    /// Values that have more in common have the larger product.
    @Test(arguments: [
        (Comparator.name, "christopher", ["christopher", "christophre", "christina", "mohammed"]),
        (.date, "2010-03-04", ["2010-03-04", "2010-04-03", "2010-03-05", "2010-08-04", "2013-11-21"]),
        (.postcode, "AB1 2CI", ["AB1 2CI", "AB1 2KI", "AB1 9ZO", "ZZ9 9ZM"]),
        (.numeric, "100", ["100", "101", "5000"]), (.exact, "F", ["F", "M"]),
        (.text, "st mary's primary school", ["st mary's primary school", "st marys primary school", "hill house"]),
    ])
    func productsFollowAgreement(comparator: Comparator, query: String, register: [String]) {
        let known = column(register + [nil])
        let field = LinkedField(column([query, nil]), known, comparator)
        let layout = FeatureLayout([field], dimensions: 16_384, workers: Workers(1))
        let own = layout.matrix(ofQueries: [0, 1])
        var all = layout.matrix(ofQueries: Array(repeating: 1, count: register.count + 1))
        layout.write(0..<register.count + 1, to: &all)
        let products = own.multiplied(byTransposed: all)
        let row = register.indices.map { products[0, $0] }
        #expect(zip(row, row.dropFirst()).allSatisfy { $0 > $1 + 0.3 }, "\(comparator): \(row)")
        // A missing value is better than a different one, and a query without a value says nothing.
        #expect(products[0, register.count] > row[register.count - 1] + 0.5)
        #expect((0...register.count).allSatisfy { products[1, $0] == 0 })
    }
}
