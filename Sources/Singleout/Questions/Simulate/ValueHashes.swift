import Linkage
import Microdata

/// A hash of every value of a column.
struct ValueHashes {
    private let hashes: [UInt64]

    init(_ column: Column) {
        hashes = (0..<column.dictionary.count).map { HashIndex.hash(column.dictionary[utf8: $0]) }
    }

    /// The hash of the value with a code.
    subscript(code: UInt32) -> UInt64 { hashes[Int(code)] }

    /// What tells the addresses of records apart, from the columns that make up an address; 0 where all are missing.
    static func addresses(_ columns: [Column]) -> [UInt64] {
        var sums = [UInt64](repeating: 0, count: columns.first?.count ?? 0)
        var isKnown = [Bool](repeating: false, count: sums.count)
        for column in columns {
            let values = ValueHashes(column)
            for (record, code) in column.codes.widened().enumerated() {
                sums[record] = HashIndex.combined(sums[record], values[code])
                if code != column.missingCode { isKnown[record] = true }
            }
        }
        for record in sums.indices { sums[record] = isKnown[record] ? sums[record] | 1 : 0 }
        return sums
    }
}
