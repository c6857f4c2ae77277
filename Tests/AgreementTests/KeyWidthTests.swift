import Counting
import Microdata
import SingleoutTesting
import Testing

/// Combinations whose packed codes just fit, or just do not fit, into 64 and 128 bits; and columns of every code width.
struct KeyWidthTests {
    /// Widths of the fields' codes in bits, by the total that they make.
    static let widths: [(total: Int, bits: [Int])] = [
        (32, [16, 16]), (63, [16, 16, 16, 15]), (64, [16, 16, 16, 16]), (65, [17, 16, 16, 16]),
        (64, [22, 22, 20]), (65, [22, 22, 21]), (63, [9, 9, 9, 9, 9, 9, 9]), (64, [8, 8, 8, 8, 8, 8, 8, 8]),
        (65, [8, 8, 8, 8, 8, 8, 8, 9]), (127, [16, 16, 16, 16, 16, 16, 16, 15]),
        (128, [16, 16, 16, 16, 16, 16, 16, 16]), (129, [17, 16, 16, 16, 16, 16, 16, 16]),
        (127, [22, 22, 22, 22, 22, 17]), (128, [22, 22, 22, 22, 22, 18]), (129, [22, 22, 22, 22, 22, 19]),
        (160, [20, 20, 20, 20, 20, 20, 20, 20]),
    ]

    @Test(arguments: widths)
    func totals(total: Int, bits: [Int]) throws {
        #expect(bits.reduce(0, +) == total)
        for records in [2, 60, 300, 1_500] {
            let columns = Self.columns(bits: bits, records: records)
            let what = "\(bits) bits, \(records) records"
            for missing in [MissingSemantics.category, .exclude] {
                expectLatticeAgrees(columns, missing: missing, sample: records < 300 ? nil : 60, what)
                expectLatticeAgrees(columns, maximumSize: 2, missing: missing, threads: 3, what)
                expectClassesAgree(columns, missing: missing, what)
            }
        }
    }

    /// The same keys in a table that several threads partition.
    @Test(arguments: [[16, 16, 16, 16], [17, 16, 16, 16], [22, 22, 22, 22, 22, 19]])
    func parallel(bits: [Int]) throws {
        let columns = Self.columns(bits: bits, records: 40_000)
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees(columns, missing: missing, threads: 2, sample: 8, "\(bits) bits, 40,000 records")
            expectClassesAgree(columns, missing: missing, "\(bits) bits, 40,000 records")
        }
    }

    @Test(arguments: [255, 256, 257, 65_535, 65_536, 65_537, 70_000])
    func cardinalities(values: Int) {
        let column = Column(name: "wide", values: (0..<values).map(String.init) + ["0", nil, "1", nil, "0"])
        let second = Column(name: "narrow", values: (0..<values + 5).map { String($0 % 3) })
        #expect(column.codes.bytesPerCode == (values < 256 ? 1 : values < 65_536 ? 2 : 4))
        for missing in [MissingSemantics.category, .exclude] {
            expectLatticeAgrees([column, second], missing: missing, "\(values) values")
            expectClassesAgree([column, second], missing: missing, "\(values) values")
        }
    }

    /// Columns of codes of exactly so many bits: few values, among them the lowest, the highest and those that differ in
    /// one bit only, so that a key cut short joins classes. The last value of the first column is a missing one.
    static func columns(bits: [Int], records: Int) -> [Column] {
        bits.enumerated().map { position, width in
            let highest = UInt32((1 << width) - 1)
            var generator = SeededGenerator(seed: UInt64(position))
            let used = [0, highest, 1, highest ^ 1, 1 << UInt32(width - 1), highest >> 1]
            let codes = (0..<records).map { _ in used[generator.next(below: used.count)] }
            return Column(
                name: "f\(position)", codes: CodeArray(narrowing: codes, cardinality: 1 << width),
                dictionary: dictionary(width), missingCode: position == 0 ? highest : nil)
        }
    }

    private static let dictionaries: [Int: ValueDictionary] = Dictionary(
        uniqueKeysWithValues: Set(widths.flatMap(\.bits) + [1, 2, 3, 10, 18]).map { width in
            var dictionary = ValueDictionary()
            for code in 0..<1 << width { dictionary.append(bytes(UInt32(code))) }
            return (width, dictionary)
        })

    private static func dictionary(_ width: Int) -> ValueDictionary {
        guard let dictionary = dictionaries[width] else { preconditionFailure("no dictionary of \(width) bits") }
        return dictionary
    }

    private static func bytes(_ code: UInt32) -> [UInt8] {
        [UInt8(truncatingIfNeeded: code >> 16), UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)]
    }
}
