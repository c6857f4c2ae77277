import Microdata
import SingleoutTesting
import Testing

struct SeededTableTests {
    /// The published first outputs of SplitMix64 for the seed 1234567.
    @Test func generatorMatchesItsReference() {
        var generator = SeededGenerator(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in generator.next() } == expected)
    }

    @Test func boundsAndPermutations() {
        var generator = SeededGenerator(seed: 5)
        var seen: Set<Int> = []
        for _ in 0..<1_000 { seen.insert(generator.next(below: 7)) }
        #expect(seen == Set(0..<7))
        for count in [0, 1, 2, 50] { #expect(generator.permutation(of: count).sorted() == Array(0..<count)) }
        for _ in 0..<1_000 { #expect((0..<1).contains(generator.nextUnit())) }
    }

    @Test func choicesFollowTheirWeights() {
        let choice = WeightedChoice([0, 3, 0, 1])
        var generator = SeededGenerator(seed: 6)
        var counts = [0, 0, 0, 0]
        for _ in 0..<4_000 { counts[choice.draw(&generator)] += 1 }
        #expect(counts[0] == 0 && counts[2] == 0)
        // Fixed seed; 4,000 draws of 3/4 have a standard deviation of 27.
        #expect(abs(counts[1] - 3_000) < 110)
    }

    @Test func shapes() {
        let table = SeededTable(
            seed: 3, records: 400,
            fields: [
                .init(.constant), .init(.unique), .init(.empty), .init(.binary), .init(.uniform(5)), .init(.skewed(50)),
                .init(.correlated(with: 5, noise: 0.1)), .init(.duplicate(of: 4)), .init(.uniform(3), missing: 0.25),
            ])
        let columns = table.columns
        #expect(columns.map(\.cardinality)[..<5] == [1, 400, 1, 2, 5])
        #expect(columns[2].missingCode == 0)
        #expect(columns[7].codes == columns[4].codes)
        let same = zip(columns[5].codes.widened(), columns[6].codes.widened()).count {
            columns[5].dictionary[Int($0)] == columns[6].dictionary[Int($1)]
        }
        #expect(same > 340 && same < 400)
        let lacking = columns[8].codes.widened().count { $0 == columns[8].missingCode }
        #expect(lacking > 60 && lacking < 140)
        #expect(table.description.contains("seed 3"))
    }

    @Test func repeatedRecords() {
        let table = SeededTable(seed: 4, records: 500, fields: [.init(.unique), .init(.unique)], repeated: 0.5)
        #expect(table.columns[0].cardinality > 200 && table.columns[0].cardinality < 300)
        #expect(table.columns[1].codes == table.columns[0].codes)
    }

    @Test func sameSeedSameTable() {
        for seed in 0..<50 as Range<UInt64> {
            let one = SeededTable.random(seed: seed, records: 0...40, fields: 1...6)
            let other = SeededTable.random(seed: seed, records: 0...40, fields: 1...6)
            #expect(one.table == other.table)
            #expect(one.description == other.description)
        }
    }
}
