/// Values that a spreadsheet cut when it wrote a file: a long number as `1.00E+11`, what its column was too narrow for as `####`.
///
/// Several values may have become one by that, so counts of them are too high.
enum SpreadsheetDamage {
    /// The kinds of damage.
    enum Kind: Hashable {
        case hashes
        case exponent
    }

    /// The damage that a value may have; `nil` for none.
    static func kind(_ value: ArraySlice<UInt8>) -> Kind? {
        guard let first = value.first else { return nil }
        if first == UInt8(ascii: "#") {
            return value.count >= 3 && value.allSatisfy { $0 == first } ? .hashes : nil
        }
        return isCutNumber(value) ? .exponent : nil
    }

    /// Whether a value is a number of one digit before the point, and an exponent that reaches further than its other digits.
    ///
    /// A capital letter, the sign and two digits are how spreadsheets write an exponent; statistical programs do not.
    private static func isCutNumber(_ value: ArraySlice<UInt8>) -> Bool {
        let exponent = value.suffix(4)
        guard value.count >= 5, exponent.first == UInt8(ascii: "E"), exponent.dropFirst().first == UInt8(ascii: "+"),
            let reach = Int(String(decoding: exponent.suffix(2), as: UTF8.self))
        else { return false }
        var digits = value.dropLast(4)
        if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
        guard let whole = digits.popFirst(), PlainNumber.isDigit(whole) else { return false }
        guard let point = digits.popFirst() else { return reach > 0 }
        return (point == UInt8(ascii: ".") || point == UInt8(ascii: ",")) && !digits.isEmpty && digits.count < reach
            && digits.allSatisfy(PlainNumber.isDigit)
    }

    /// The codes of a column whose values may be cut, without those that are what they seem: numbers with an exponent count where
    /// all other numbers are whole.
    static func cut(_ suspects: [(code: UInt32, kind: Kind)], in column: Column) -> [UInt32] {
        let hasExponents = suspects.contains { $0.kind == .exponent }
        let isWhole = hasExponents && areOthersWhole(column)
        return suspects.filter { $0.kind == .hashes || isWhole }.map(\.code)
    }

    private static func areOthersWhole(_ column: Column) -> Bool {
        (0..<column.cardinality).allSatisfy { code in
            if UInt32(code) == column.missingCode { return true }
            let value = column.dictionary[utf8: code].withoutBlanks
            let digits = value.first == UInt8(ascii: "-") ? value.dropFirst() : value
            return digits.allSatisfy(PlainNumber.isDigit) || kind(value) != nil || MissingWords.contains(value)
        }
    }
}
