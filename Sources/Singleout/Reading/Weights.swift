import Disclosure
import Microdata

/// Reads weights from the texts of a field.
enum Weights {
    /// The weight of each record.
    ///
    /// - Throws: `FieldValueError` for the first record whose weight is missing, not a number, or not above 0.
    /// - Complexity: O(records) time, 8 bytes per record.
    static func values(of column: Column, source: String) throws(FieldValueError) -> [Double] {
        let codes = column.codes.widened()
        let values = (0..<column.cardinality).map { code -> Double? in
            if UInt32(code) == column.missingCode { return nil }
            return Double(decimal: column.dictionary[code])
        }
        func fault(_ isFaulty: (UInt32) -> Bool) -> (record: Int, records: Int)? {
            guard let first = codes.firstIndex(where: isFaulty) else { return nil }
            return (first + 1, codes.count(where: isFaulty))
        }
        if let (record, records) = fault({ $0 == column.missingCode }) {
            throw .missingWeight(source: source, field: column.name, record: record, records: records)
        }
        if let (record, records) = fault({ values[Int($0)] == nil }) {
            throw .weightIsNoNumber(source: source, field: column.name, record: record, records: records)
        }
        if let (record, records) = fault({ (values[Int($0)] ?? 0) <= 0 }) {
            throw .weightNotPositive(source: source, field: column.name, record: record, records: records)
        }
        return codes.map { values[Int($0)] ?? 0 }
    }
}
