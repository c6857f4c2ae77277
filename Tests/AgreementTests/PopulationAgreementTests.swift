import Counting
import Disclosure
import Microdata
import SingleoutTesting
import Testing

/// The classes of a file within a population against the slow twin.
struct PopulationAgreementTests {
    @Test(arguments: 0..<20)
    func samples(block: Int) throws {
        for seed in block * 25..<block * 25 + 25 {
            let population = SeededTable.random(seed: UInt64(90_000 + seed), records: 0...300, fields: 1...5)
            var generator = SeededGenerator(seed: population.seed)
            let kept = (0..<population.table.records).filter { _ in generator.chance(0.3) }
            try expectMatch(
                Self.file(population.columns, records: kept), in: population.columns, "\(population)")
        }
    }

    /// The file may name its values in another order, and lack values that the population has.
    @Test func largerPopulation() throws {
        let population = SeededTable(
            seed: 91_000, records: 40_000,
            fields: [.init(.skewed(3_000)), .init(.uniform(40), missing: 0.05), .init(.binary)])
        let kept = (0..<40_000).filter { $0 % 7 == 3 }.reversed()
        try expectMatch(Self.file(population.columns, records: Array(kept)), in: population.columns, "\(population)")
    }

    /// A record that the population lacks makes its class larger in the file than there.
    @Test func fileWithStrangers() throws {
        var refused = 0
        for seed in 92_000..<92_200 {
            let file = SeededTable.random(seed: UInt64(seed), records: 1...40, fields: 2...2)
            let population = SeededTable.random(seed: UInt64(seed + 7), records: 0...200, fields: 2...2)
            for missing in [MissingSemantics.category, .exclude] {
                let larger = SlowCounting.populationMatch(file.columns, in: population.columns, missing: missing)
                    .filter { $0.populationSize < $0.size }.reduce(0) { $0 + $1.classes }
                if larger == 0 { continue }
                refused += 1
                #expect(throws: CountingError.populationWithoutFile(classes: larger), "\(file) in \(population)") {
                    try PopulationMatch(file.columns, in: population.columns, missing: missing)
                }
            }
        }
        #expect(refused > 100)
    }

    private func expectMatch(_ file: [Column], in population: [Column], _ what: String) throws {
        for missing in [MissingSemantics.category, .exclude] {
            let match = try PopulationMatch(file, in: population, missing: missing, threads: 2)
            let found = match.entries.map { [$0.size, $0.populationSize, $0.classes] }
            let expected = SlowCounting.populationMatch(file, in: population, missing: missing)
                .map { [$0.size, $0.populationSize, $0.classes] }
            #expect((found == expected) as Bool, "\(what), \(missing.name)")
            #expect(match.records == expected.reduce(0) { $0 + $1[0] * $1[2] }, "\(what), \(missing.name)")
            #expect(match.classes == expected.reduce(0) { $0 + $1[2] }, "\(what), \(missing.name)")
        }
    }

    /// Columns of some records with dictionaries of their own, as reading them from a file would make.
    private static func file(_ columns: [Column], records: [Int]) -> [Column] {
        columns.map { column in
            let codes = column.codes.widened()
            return Column(
                name: column.name,
                values: records.map { codes[$0] == column.missingCode ? nil : column.dictionary[Int(codes[$0])] })
        }
    }
}
