import Counting
import Microdata
import SingleoutTesting
import Testing

/// What must not change an answer: the number of threads, the order of the records, the order of the fields.
struct InvarianceTests {
    static let tables: [SeededTable] =
        (0..<40).map { SeededTable.random(seed: UInt64(60_000 + $0), records: 0...900, fields: 1...6) }
        + (0..<5).map { SeededTable.random(seed: UInt64(61_000 + $0), records: 32_000...50_000, fields: 2...6) }

    @Test(arguments: [MissingSemantics.category, .exclude])
    func threads(missing: MissingSemantics) throws {
        for table in Self.tables {
            let lattice = try CombinationLattice(counting: table.columns, missing: missing, threads: 1)
            let classes = try EquivalenceClasses(of: table.columns, missing: missing, threads: 1)
            let histogram = try SizeHistogram(counting: table.columns, missing: missing, threads: 1)
            for threads in [2, 3, 8] {
                let what: Comment = "\(table), \(threads) threads"
                let again = try CombinationLattice(counting: table.columns, missing: missing, threads: threads)
                #expect((again == lattice) as Bool, what)
                let classesAgain = try EquivalenceClasses(of: table.columns, missing: missing, threads: threads)
                #expect((classesAgain == classes) as Bool, what)
                #expect(
                    (try SizeHistogram(counting: table.columns, missing: missing, threads: threads) == histogram)
                        as Bool,
                    what)
            }
        }
    }

    @Test func wildcardThreads() throws {
        for seed in 62_000..<62_040 {
            let table = SeededTable.random(seed: UInt64(seed), records: 0...500, fields: 1...5)
            let weights = table.columns[0].codes.widened().map { 1 / Double($0 + 3) }
            let alone = try WildcardFrequencies(of: table.columns, alpha: 0.3, weights: weights, threads: 1)
            for threads in [2, 3, 8] {
                let again = try WildcardFrequencies(of: table.columns, alpha: 0.3, weights: weights, threads: threads)
                #expect((again == alone) as Bool, "\(table), \(threads) threads")
            }
        }
    }

    @Test(arguments: [MissingSemantics.category, .exclude])
    func recordOrder(missing: MissingSemantics) throws {
        for table in Self.tables {
            var generator = SeededGenerator(seed: table.seed)
            let shuffled = reordered(table.columns, generator.permutation(of: table.table.records))
            let lattice = try CombinationLattice(counting: table.columns, missing: missing, threads: 2)
            let again = try CombinationLattice(counting: shuffled, missing: missing, threads: 2)
            #expect((again == lattice) as Bool, "\(table)")
        }
    }

    @Test(arguments: [MissingSemantics.category, .exclude])
    func fieldOrder(missing: MissingSemantics) throws {
        for table in Self.tables {
            var generator = SeededGenerator(seed: table.seed)
            let order = generator.permutation(of: table.columns.count)
            let lattice = try CombinationLattice(counting: table.columns, missing: missing, threads: 2)
            let again = try CombinationLattice(
                counting: order.map { table.columns[$0] }, missing: missing, threads: 2)
            let histograms = Dictionary(
                uniqueKeysWithValues: lattice.entries.map { (Set($0.fields.map { lattice.fields[$0] }), $0.histogram) })
            for entry in again.entries {
                let fields = Set(entry.fields.map { again.fields[$0] })
                #expect((histograms[fields] == entry.histogram) as Bool, "\(table), fields \(fields.sorted())")
            }
        }
    }

    /// Codes are names only: giving every value another code changes no count.
    @Test func codes() throws {
        for table in Self.tables.prefix(40) {
            var generator = SeededGenerator(seed: table.seed)
            let renamed = table.columns.map { column in
                let name = generator.permutation(of: column.cardinality)
                return Column(
                    name: column.name,
                    codes: CodeArray(
                        narrowing: column.codes.widened().map { UInt32(name[Int($0)]) }, cardinality: column.cardinality
                    ),
                    dictionary: column.dictionary, missingCode: column.missingCode.map { UInt32(name[Int($0)]) })
            }
            for missing in [MissingSemantics.category, .exclude] {
                let lattice = try CombinationLattice(counting: table.columns, missing: missing, threads: 2)
                #expect(
                    (try CombinationLattice(counting: renamed, missing: missing, threads: 2) == lattice) as Bool,
                    "\(table), \(missing.name)")
            }
        }
    }
}
