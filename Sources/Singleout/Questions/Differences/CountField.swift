import Disclosure
import Microdata

/// The counts of a published table.
enum CountField {
    /// The marks of a suppressed count: marks of official statistics, with or without brackets.
    static let marks: Set<String> = ["c", "x", "u", "k", "low", "s", "suppressed", "*", "..", ":", "~"]
    /// The mark of a cell to which no count applies, with or without brackets.
    static let notApplicable = "z"

    /// The count of each row.
    ///
    /// - Throws: `DifferencesError.countIsNoNumber` for what is neither a count nor a known mark.
    static func values(_ column: Column, file: String) throws(DifferencesError) -> [TableDifference.Count] {
        let readings: [TableDifference.Count?] = (0..<column.cardinality).map { code in
            UInt32(code) == column.missingCode ? .suppressed : reading(column.dictionary[utf8: code])
        }
        var faults: [Int] = []
        let values: [TableDifference.Count] = (0..<column.count).map { row in
            if let reading = readings[Int(column.codes[row])] { return reading }
            faults.append(row)
            return .suppressed
        }
        if let first = faults.first {
            throw .countIsNoNumber(field: column.name, file: file, row: first + 1, rows: faults.count)
        }
        return values
    }

    private static func reading(_ value: ArraySlice<UInt8>) -> TableDifference.Count? {
        if let count = count(value) { return .shown(count) }
        let text = String(decoding: value, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        let isBracketed = text.first == "[" && text.last == "]" && text.count > 2
        let mark = isBracketed ? String(text.dropFirst().dropLast()) : text
        if mark == notApplicable { return .notApplicable }
        if marks.contains(mark) { return .suppressed }
        // A bound such as <5.
        let isBound = mark.first == "<" && count(ArraySlice(mark.dropFirst().utf8)) != nil
        return isBound ? .suppressed : nil
    }

    /// `1234`, `1,234` or `12.0`.
    private static func count(_ value: ArraySlice<UInt8>) -> Int? {
        if let number = PlainNumber(value) {
            return Int(String(decoding: number.text, as: UTF8.self)).flatMap { $0 < 0 ? nil : $0 }
        }
        // Leading zeros and more digits make codes, which counts are not.
        guard value.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(String(decoding: value, as: UTF8.self))
    }
}
