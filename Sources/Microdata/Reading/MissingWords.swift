/// Texts that stand for a value that is missing: those of programs, of statistical offices and of the people who fill in forms.
///
/// Case does not count, nor do blanks around a text.
package enum MissingWords {
    private static let words = [
        // R, pandas, MySQL, SPSS, Stata and spreadsheets.
        "na", "n/a", "<na>", "nan", "nat", "none", "null", "<null>", "(null)", "\\n", ".", "#n/a", "#null!", "#ref!",
        "#value!", "#div/0!", "#name?", "#num!", "(blank)",
        // Offices.
        "?", ":", "..", "-",
        // People.
        "unknown", "not known", "not stated", "refused", "missing",
    ]
    /// What offices write in place of a number alone; elsewhere they are codes.
    private static let marks = ["c", "x", "z"]

    /// What is written in place of an address, without spaces.
    private static let noAddress: Set<String> = [
        "nfa", "nofixedabode", "ofnofixedabode", "nofixedaddress", "noaddress", "addressunknown", "unknownaddress",
        "homeless",
    ]
    /// How the postcodes begin that the Office for National Statistics gives to those without one.
    private static let pseudoPostcode = "zz99"

    private static let wordsByFirst = byFirst(words)
    private static let marksByFirst = byFirst(marks)
    /// The most bytes of a word.
    static let longest = words.map(\.utf8.count).max() ?? 0

    /// Texts by their first byte.
    private static func byFirst(_ texts: [String]) -> [[[UInt8]]] {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for text in texts.map({ Array($0.utf8) }) { table[Int(text[0])].append(text) }
        return table
    }

    /// Whether a text that is one of them or a mark may begin with a byte.
    static func begin(with byte: UInt8) -> Bool {
        !wordsByFirst[Int(lowered(byte))].isEmpty || !marksByFirst[Int(lowered(byte))].isEmpty
    }

    /// Whether a text is one of them.
    package static func contains(_ value: ArraySlice<UInt8>) -> Bool {
        let value = value.withoutBlanks
        return has(value, wordsByFirst) || isExtendedMissing(value)
    }

    /// Whether a text in place of an address, or of a part of one, means that there is none.
    package static func meanNoAddress(_ value: ArraySlice<UInt8>) -> Bool {
        if contains(value) { return true }
        // Most texts of an address are longer or begin otherwise.
        guard value.count <= 24, let first = value.withoutBlanks.first, "nozhau".utf8.contains(lowered(first)) else {
            return false
        }
        let text = String(decoding: value.lazy.filter { $0 > UInt8(ascii: " ") }.map(lowered), as: UTF8.self)
        return noAddress.contains(text) || text.hasPrefix(pseudoPostcode)
    }

    /// Whether a text is one of those that mean 'missing' where all other values are numbers.
    static func isMark(_ value: ArraySlice<UInt8>) -> Bool { has(value.withoutBlanks, marksByFirst) }

    private static func has(_ value: ArraySlice<UInt8>, _ table: [[[UInt8]]]) -> Bool {
        guard let first = value.first else { return false }
        return table[Int(lowered(first))].contains { word in
            word.count == value.count && zip(word, value).allSatisfy { $0 == lowered($1) }
        }
    }

    /// `.a` to `.z` of Stata and SAS, and `._` of SAS.
    private static func isExtendedMissing(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count == 2, value.first == UInt8(ascii: "."), let last = value.last else { return false }
        return last == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(last))
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension Column {
    /// The same records with texts that mean that there is no address as missing values, and how many records have one.
    ///
    /// - Complexity: O(bytes of the values) time; O(records) for each such text.
    package func withoutNoAddress() -> (column: Column, records: Int) {
        let none = (0..<cardinality).map {
            UInt32($0) != missingCode && MissingWords.meanNoAddress(dictionary[utf8: $0])
        }
        guard none.contains(true) else { return (self, 0) }
        let records = none.indices.reduce(0) { $0 + (none[$1] ? codes.count(of: UInt32($1)) : 0) }
        var column = rewritten { none[$0] ? [] : Array(dictionary[utf8: $0]) }
        column.origin = origin
        return (column, records)
    }
}
