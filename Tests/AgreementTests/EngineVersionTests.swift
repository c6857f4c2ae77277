import CKernels
import Microdata
import SingleoutTesting
import Testing

@testable import Counting

/// The engine's versions give the same counts: scalar, AVX2 and AVX-512 kernels (as far as the machine has them), tables as one
/// group and tables partitioned by threads.
struct EngineVersionTests {
    /// A version of the kernels: 0 scalar, 1 AVX2, 2 AVX-512.
    static let versions = (0...2).filter { $0 <= singleout_agreement_vectors() }.map { Int32($0) }

    @Test(
        .enabled(if: singleout_agreement_vectors() == 2, "without AVX-512 only the versions that the machine has run"))
    func everyVersionIsTested() {
        #expect(Self.versions == [0, 1, 2])
    }

    @Test(arguments: versions, [MissingSemantics.category, .exclude])
    func wholeEngine(version: Int32, missing: MissingSemantics) throws {
        var tables = (110_000..<110_150).map { SeededTable.random(seed: $0, records: 0...70, fields: 1...6) }
        tables += (111_000..<111_060).map { SeededTable.random(seed: $0, records: 60...530, fields: 1...6) }
        tables += (112_000..<112_006).map { SeededTable.random(seed: $0, records: 2_000...5_000, fields: 2...6) }
        for table in tables {
            let size = table.seed % 3 == 0 ? min(2, table.columns.count) : table.columns.count
            let expected = SlowCounting.lattice(of: table.columns, maximumSize: size, missing: missing)
            let shape = LatticeShape(table.columns, maximumSize: size, missing: missing)
            for parallelRecords in [Int.max, 2] {
                let run = LatticeRun(
                    table.columns, shape: shape, threads: 3, vectors: version, parallelRecords: parallelRecords)
                let found = Dictionary(
                    uniqueKeysWithValues: zip(shape.fieldsOfCombinations().dropFirst(), try run.histograms()))
                for (fields, histogram) in expected where found[fields] != histogram {
                    Issue.record(
                        """
                        version \(version), \(missing.name), parallel from \(parallelRecords) records, combination \(fields): \
                        \(found[fields].map(brief) ?? "nothing") instead of \(brief(histogram)); \(table), maximum size \(size)
                        """)
                    break
                }
            }
        }
    }

    /// Groups of 1 to 512 records, so masks of one to eight words, and codes of every width that the kernels tell apart.
    @Test(arguments: versions, [MissingSemantics.category, .exclude])
    func masks(version: Int32, missing: MissingSemantics) {
        let shapes: [[FieldShape]] = [
            [.binary, .uniform(3), .skewed(9), .constant], [.uniform(200), .skewed(400), .binary, .uniform(20)],
            [.unique, .duplicate(of: 0), .uniform(2)], [.uniform(6)], [.empty, .uniform(300), .binary],
        ]
        for records in [1, 2, 7, 8, 9, 63, 64, 65, 127, 128, 129, 192, 200, 256, 257, 320, 380, 448, 449, 511, 512] {
            for (number, shapes) in shapes.enumerated() {
                let table = SeededTable(
                    seed: UInt64(records * 10 + number), records: records,
                    fields: shapes.map { .init($0, missing: 0.1) }, repeated: 0.2)
                let wide = number == 1 ? [Self.wide(records: records)] : []
                for size in [1, 2, table.columns.count + wide.count] {
                    expectMasksAgree(table.columns + wide, size, version, missing, table.description)
                }
            }
        }
    }

    /// A column of codes of 17 bits, some of which differ in their highest bit only.
    private static func wide(records: Int) -> Column {
        let used: [UInt32] = [0, 1 << 16, 1, 1 << 16 | 1, (1 << 17) - 1, (1 << 16) - 1]
        var generator = SeededGenerator(seed: UInt64(records))
        let codes = (0..<records).map { _ in used[generator.next(below: used.count)] }
        return Column(
            name: "wide", codes: CodeArray(narrowing: codes, cardinality: 1 << 17), dictionary: wideDictionary,
            missingCode: 1 << 16)
    }

    private static let wideDictionary = ValueDictionary((0..<1 << 17).map(String.init))

    /// Counts one group with the kernel itself, and compares every combination with the slow twin.
    private func expectMasksAgree(
        _ columns: [Column], _ size: Int, _ version: Int32, _ missing: MissingSemantics, _ what: String
    ) {
        let size = min(size, columns.count)
        let shape = LatticeShape(columns, maximumSize: size, missing: missing)
        let found = KernelCount(columns, shape: shape, version: version)
        for (number, fields) in shape.fieldsOfCombinations().enumerated().dropFirst() {
            let expected = SlowCounting.histogram(of: fields.map { columns[$0] }, missing: missing)
            let histogram = found.histogram(of: number)
            if histogram != expected {
                Issue.record(
                    """
                    version \(version), \(missing.name), maximum size \(size), combination \(fields): \(brief(histogram)) \
                    instead of \(brief(expected)); \(what)
                    """)
                return
            }
        }
    }
}
