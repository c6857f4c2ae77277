import Counting
import Microdata
import SingleoutTesting
import Testing

/// The made-up pupils: the same bytes always, plausible, and nobody's.
struct PupilSampleTests {
    static let records = rows(of: PupilSample().csv())

    static func rows(of text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    static let table = PupilSample.fields.enumerated().map { field, name in
        Column(name: name, values: records.dropFirst().map { $0[field].isEmpty ? nil : $0[field] })
    }

    /// FNV-1a of the bytes; a change of the sample is meant only when the published sample changes with it.
    @Test(arguments: [(1, 10_000, 0x19d4_7b5f_4ba5_0796), (2, 100, 0xf109_98e8_2383_e065)])
    func bytes(seed: UInt64, records: Int, hash: UInt64) {
        let text = PupilSample(records: records, seed: seed).csv()
        let found = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        #expect(found == hash)
    }

    @Test func form() throws {
        #expect(Self.records.count == 10_001)
        #expect(Self.records[0] == PupilSample.fields)
        let text = PupilSample(records: 3).csv()
        #expect(text.hasSuffix("\n"))
        #expect(text.utf8.allSatisfy { $0 < 128 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\r") })
        #expect(PupilSample(records: 0).csv() == PupilSample.fields.joined(separator: ",") + "\n")
        let patterns = [
            /20[0-2][0-9]-[01][0-9]-[0-3][0-9]/, /[FM]/, /S00[0-4][0-9]/, /A[01][0-9][0-9]/, /[A-Z]{4}/, /[A-Z]{3}|/,
            /[YN]/,
            /[NKE]/, /[A-Z]{3}|/, /20[12][0-9]-[01][0-9]-[0-3][0-9]/,
        ]
        for record in Self.records.dropFirst() {
            try #require(record.count == patterns.count)
            for (value, pattern) in zip(record, patterns) { #expect(value.wholeMatch(of: pattern) != nil) }
        }
    }

    /// Pupils come to a school after they are four, and before the census.
    @Test func dates() {
        for record in Self.records.dropFirst() {
            let (birth, entry) = (record[0], record[9])
            #expect(birth >= "2008-09-01" && birth <= "2020-08-31")
            #expect(entry >= "2018-09-03" && entry <= "2025-01-15")
            let years = (Int(entry.prefix(4)) ?? 0) - (Int(birth.prefix(4)) ?? 0)
            #expect(years >= 4)
        }
    }

    /// Two fields single out few pupils, all of them nearly everyone, and k is 1: what such files are like.
    @Test func risk() throws {
        let lattice = try CombinationLattice(counting: Self.table)
        let uniqueness = lattice.entries.map { $0.histogram.uniqueness ?? 0 }
        #expect(uniqueness[1] == 0)
        #expect((0.01..<0.4).contains(uniqueness[0]))
        #expect((0.95..<1).contains(uniqueness[1022]))
        #expect(lattice.entries[2].histogram.classes == 45)
        #expect(lattice.entries[3].histogram.classes == 180)
    }

    @Test func missingValues() {
        let missing = Self.records.dropFirst().reduce(into: [Int](repeating: 0, count: 10)) { counts, record in
            for field in record.indices where record[field].isEmpty { counts[field] += 1 }
        }
        #expect((50...200).contains(missing[5]))
        #expect((300...500).contains(missing[8]))
        #expect(missing.reduce(0, +) == missing[5] + missing[8])
    }

    @Test func otherSeed() {
        #expect(PupilSample(records: 100, seed: 1).csv() != PupilSample(records: 100, seed: 2).csv())
    }
}
