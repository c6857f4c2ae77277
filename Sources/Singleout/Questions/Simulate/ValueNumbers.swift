import Microdata

/// The values of a field in several files under one numbering.
struct ValueNumbers {
    private var numberOf: [ArraySlice<UInt8>: UInt32] = [:]
    private var dictionary = ValueDictionary()
    private var missing: UInt32?

    /// The number of each of a column's codes; new values get new ones.
    ///
    /// - Complexity: O(values) expected time.
    mutating func numbers(of column: Column) -> [UInt32] {
        (0..<column.cardinality).map { code in
            if UInt32(code) == column.missingCode {
                if let missing { return missing }
                missing = append([])
                return missing ?? 0
            }
            let value = column.dictionary[utf8: code]
            if let known = numberOf[value] { return known }
            let number = append(value)
            numberOf[value] = number
            return number
        }
    }

    /// A column of such numbers.
    func column(name: String, codes: [UInt32]) -> Column {
        Column(
            name: name, codes: CodeArray(narrowing: codes, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: missing)
    }

    private mutating func append(_ value: ArraySlice<UInt8>) -> UInt32 {
        dictionary.append(value)
        return UInt32(dictionary.count - 1)
    }
}
