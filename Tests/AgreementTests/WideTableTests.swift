import Counting
import Microdata
import SingleoutTesting
import Testing

/// Tables of many fields, and fields of many values.
struct WideTableTests {
    static let tenFields: [SeededTable.Field] = [
        .init(.skewed(4_000)), .init(.binary), .init(.uniform(700)), .init(.correlated(with: 2, noise: 0.1)),
        .init(.skewed(20)), .init(.skewed(300), missing: 0.02), .init(.uniform(2)), .init(.skewed(3)),
        .init(.skewed(190), missing: 0.05), .init(.correlated(with: 0, noise: 0.2)),
    ]

    @Test(arguments: [60, 300, 3_000, 33_000])
    func tenFields(records: Int) {
        let table = SeededTable(seed: 80_000 + UInt64(records), records: records, fields: Self.tenFields)
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees(
                table.columns, missing: missing, sample: records > 3_000 ? 20 : 100, table.description)
        }
    }

    @Test(arguments: [50, 500, 2_000])
    func fortyFieldsInThrees(records: Int) {
        let table = SeededTable(
            seed: 81_000 + UInt64(records), records: records,
            fields: (0..<4).flatMap { _ in Self.tenFields })
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees(
                table.columns, maximumSize: 3, missing: missing, sample: 400_000 / records, table.description)
        }
    }

    /// Fields of one bit fill a key with 64 of them, fields of none any number; groups of up to 512 records are counted
    /// by masks over all of them.
    @Test(arguments: [(65, FieldShape.binary), (70, .binary), (130, .binary), (100, .constant), (66, .uniform(3))])
    func moreThanSixtyFourFields(count: Int, shape: FieldShape) {
        for records in [2, 64, 300, 512, 900] {
            let table = SeededTable(
                seed: 82_000, records: records,
                fields: .init(repeating: SeededTable.Field(shape), count: count))
            expectLatticeAgrees(
                table.columns, maximumSize: 2, sample: 100_000 / records, table.description)
        }
    }

    /// Fields of more than 2^21 codes that split strongly are sorted, not counted in a table.
    @Test(arguments: [300, 2_000, 40_000])
    func sortedFields(records: Int) {
        var generator = SeededGenerator(seed: 83_000)
        func column(_ name: String, used: Int, missing: Bool) -> Column {
            let codes = (0..<records).map { _ in UInt32(generator.next(below: used) * (Self.codes / used)) }
            return Column(
                name: name, codes: CodeArray(narrowing: codes, cardinality: Self.codes), dictionary: Self.dictionary,
                missingCode: missing ? 0 : nil)
        }
        let columns = [
            column("a", used: 100, missing: true), column("b", used: 150, missing: false),
            column("c", used: 3, missing: true), column("d", used: 40_000, missing: true),
        ]
        for missing in [MissingSemantics.category, .exclude] {
            for fields in [[0, 1, 2, 3], [0, 2], [3, 2]] {
                expectLatticeAgrees(
                    fields.map { columns[$0] }, missing: missing, sample: records > 2_000 ? 4 : nil,
                    "fields \(fields) of \(records) records")
            }
        }
    }

    /// Few of the records differ, but their different keys are more than a roll-up first has room for.
    @Test func manyKeysRolledUp() {
        let table = SeededTable(
            seed: 84_000, records: 240_000, fields: .init(repeating: SeededTable.Field(.uniform(35)), count: 3))
        expectLatticeAgrees(table.columns, threads: 1, sample: 2, table.description)
    }

    /// 2,100,000 records have a value of their own and 100,000 values two records each, which agree on `b` or do not.
    @Test(arguments: [(2_199_999, true), (2_200_000, false)])
    func moreDistinctValuesThanTheTableHas(values: Int, pairsAgree: Bool) throws {
        let records = values + 100_000
        let columns = [
            Column(
                name: "a", codes: .uint32((0..<records).map { UInt32($0 % values) }),
                dictionary: Self.dictionary(values)),
            Column(name: "b", codes: .uint8((0..<records).map { UInt8($0 % 3) }), dictionary: Self.dictionary(3)),
        ]
        let pairs = SizeHistogram(classesBySize: [(1, values - 100_000), (2, 100_000)])
        let together = pairsAgree ? pairs : SizeHistogram(classesBySize: [(1, records)])
        let lattice = try CombinationLattice(counting: columns, threads: 2)
        #expect(lattice.entries[0].histogram == pairs)
        #expect(lattice.entries[2].histogram == together)
        #expect(lattice.entries[1].histogram.classes == 3)
        #expect(try SizeHistogram(counting: columns, threads: 2) == together)
        #expect(try EquivalenceClasses(of: columns, threads: 2).histogram == together)
    }

    private static let codes = (1 << 21) + 100
    private static let dictionary = dictionary(codes)

    private static func dictionary(_ count: Int) -> ValueDictionary {
        var dictionary = ValueDictionary()
        for code in 0..<UInt32(count) { dictionary.append((0..<4).map { UInt8(truncatingIfNeeded: code >> ($0 * 8)) }) }
        return dictionary
    }
}
