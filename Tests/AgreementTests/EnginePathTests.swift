import Microdata
import SingleoutTesting
import Testing

@testable import Counting

/// The ways of counting that the size of a table or of a group chooses, each forced on tables small enough to try all sizes.
struct EnginePathTests {
    /// Groups of 1 to 530 records: masks of one to eight words, each with a last word filled to every degree, and beyond.
    /// Codes of up to 8, 9 to 16 and more bits are compared in other ways.
    @Test(arguments: 0..<53)
    func everyGroupSize(block: Int) {
        for records in block * 10 + 1...block * 10 + 10 {
            let bits = [[1, 8, 9], [3, 16, 17], [2, 10, 18], [8, 20, 1]][records % 4]
            let columns = KeyWidthTests.columns(bits: bits, records: records)
            for missing in [MissingSemantics.category, .exclude] {
                expectAgreement(columns, missing: missing, "\(records) records of \(bits) bits")
            }
        }
    }

    /// Small tables counted as if they were large: partitioned by several threads, some of which have no record.
    @Test(arguments: 0..<20)
    func partitionedTogether(block: Int) {
        for seed in block * 20..<block * 20 + 20 {
            let table = SeededTable.random(seed: UInt64(71_000 + seed), records: 0...200, fields: 1...6)
            let size = seed % 4 == 0 ? 1 + seed % table.columns.count : table.columns.count
            for threads in [1, 2, 3, 8] {
                expectAgreement(
                    table.columns, maximumSize: size, missing: seed % 2 == 0 ? .category : .exclude, versions: [2],
                    threads: threads, parallelRecords: 0, table.description)
            }
        }
    }

    /// The same with keys of more than 64 bits.
    @Test(arguments: [[16, 16, 16, 17], [22, 22, 22], [20, 9, 20, 20, 1]])
    func wideKeysPartitionedTogether(bits: [Int]) {
        for records in [1, 2, 70, 700] {
            let columns = KeyWidthTests.columns(bits: bits, records: records)
            for missing in [MissingSemantics.category, .exclude] {
                expectAgreement(
                    columns, missing: missing, versions: [2], threads: 3, parallelRecords: 0,
                    "\(records) records of \(bits) bits")
            }
        }
    }

    /// No thread goes on after its first part before another has one.
    @Test(arguments: [2, 3])
    func everyThreadCounts(threads: Int) throws {
        let table = SeededTable(
            seed: 72_000, records: 66_000,
            fields: [.init(.uniform(80)), .init(.uniform(3), missing: 0.1), .init(.binary)])
        for missing in [MissingSemantics.category, .exclude] {
            let rendezvous = Rendezvous()
            let lattice = try CombinationLattice(
                counting: table.columns, missing: missing, threads: threads, progress: { _ in rendezvous.wait() })
            let expected = SlowCounting.lattice(of: table.columns, missing: missing).map(\.histogram)
            #expect((lattice.entries.map(\.histogram) == expected) as Bool, "\(table), \(missing.name)")
        }
    }

    private func expectAgreement(
        _ columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics,
        versions: [Int32] = EngineVersionTests.versions,
        threads: Int = 1, parallelRecords: Int? = nil, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let shape = LatticeShape(columns, maximumSize: maximumSize ?? columns.count, missing: missing)
        let combinations = Array(shape.fieldsOfCombinations().dropFirst())
        let expected = combinations.map { fields in
            SlowCounting.histogram(of: fields.map { columns[$0] }, missing: missing)
        }
        for version in versions {
            let run = LatticeRun(
                columns, shape: shape, threads: threads, vectors: version, parallelRecords: parallelRecords)
            guard let found = try? run.histograms() else {
                Issue.record("memory without a limit is too little", sourceLocation: sourceLocation)
                return
            }
            guard let wrong = combinations.indices.first(where: { found[$0] != expected[$0] }) else { continue }
            Issue.record(
                """
                combination \(combinations[wrong]): \(brief(found[wrong])) instead of \(brief(expected[wrong]))
                \(what), maximum size \(shape.maximumSize), \(missing.name), \(threads) threads, kernel \(version)
                """, sourceLocation: sourceLocation)
        }
    }
}
