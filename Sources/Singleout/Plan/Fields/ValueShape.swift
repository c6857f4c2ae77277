import Microdata

/// What the values of a field look like, where that alone can name a person.
enum ValueShape: String, CaseIterable, Sendable {
    case pupilNumber
    case postcode
    case date
    case name

    /// The share of the values that must have the shape.
    private static let least = 0.8

    /// The shape for a sentence, in the plural.
    var words: String {
        switch self {
        case .pupilNumber: "pupil numbers"
        case .postcode: "postcodes"
        case .date: "full dates"
        case .name: "names"
        }
    }

    /// The shape of a sample of values; `nil` where they have none of these.
    ///
    /// - Complexity: O(bytes of the values).
    init?(_ column: Column) {
        let codes = column.codes.widened().filter { $0 != column.missingCode }
        if codes.isEmpty { return nil }
        var counts: [UInt32: Int] = [:]
        for code in codes { counts[code, default: 0] += 1 }
        for shape in Self.allCases {
            let fitting = counts.filter { shape.fits(column.dictionary[utf8: Int($0.key)]) }
            if Double(fitting.values.reduce(0, +)) < Self.least * Double(codes.count) { continue }
            if shape == .name, !Self.areNames(column.name, fitting, of: codes.count, column.dictionary) { continue }
            self = shape
            return
        }
        return nil
    }

    /// Whether words are names: the field says so, or there are many different ones, which codes and categories are not.
    private static func areNames(
        _ field: String, _ words: [UInt32: Int], of values: Int, _ dictionary: ValueDictionary
    ) -> Bool {
        let texts = words.keys.map { dictionary[utf8: Int($0)] }
        if field.lowercased().contains("name") { return true }
        // Codes in capitals have the same length or nearly so.
        let areCapitals = texts.allSatisfy { $0.allSatisfy { !(97...122).contains($0) } }
        if areCapitals, Set(texts.map(\.count)).count < 3 { return false }
        return values < 20 ? words.count >= max(3, (values + 1) / 2) : words.count >= max(10, values / 10)
    }

    private func fits(_ value: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .pupilNumber: Self.isPupilNumber(Array(value))
        case .postcode: Self.isPostcode(Array(value))
        case .date: Self.isDate(Array(value))
        case .name: Self.isName(value)
        }
    }

    /// A letter and 12 digits, of which the last may be a letter in a temporary number.
    private static func isPupilNumber(_ value: [UInt8]) -> Bool {
        value.count == 13 && isLetter(value[0]) && value[1..<12].allSatisfy(isDigit)
            && (isDigit(value[12]) || isLetter(value[12]))
    }

    /// One or two letters, a digit, a digit or letter or none, a space or none, a digit and two letters.
    private static func isPostcode(_ value: [UInt8]) -> Bool {
        let text = value.filter { $0 != 32 }
        guard (5...7).contains(text.count), value.count <= text.count + 1 else { return false }
        let inward = text.suffix(3), outward = Array(text.dropLast(3))
        guard let first = inward.first, isDigit(first), inward.dropFirst().allSatisfy(isLetter) else { return false }
        guard isLetter(outward[0]), let digit = outward.firstIndex(where: isDigit), digit <= 2 else { return false }
        return outward[..<digit].allSatisfy(isLetter) && outward.count - digit <= 2
    }

    /// Year, month and day in any order with one separator, or as eight digits; a time may follow.
    private static func isDate(_ value: [UInt8]) -> Bool {
        let text = value.prefix { $0 != 32 && $0 != 84 }
        if text.count == 8, text.allSatisfy(isDigit) {
            let digits = text.map { Int($0 - 48) }
            func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
            return (1_900...2_099).contains(number(0..<4)) && (1...12).contains(number(4..<6))
                && (1...31).contains(number(6..<8))
        }
        let parts = text.split(omittingEmptySubsequences: false) { [45, 46, 47].contains($0) }
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        if isMonth(parts[1]) { return isDay(parts[0]) && isYear(parts[2]) }
        guard parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        return isDay(parts[0]) && isDay(parts[1]) && isYear(parts[2])
            || parts[0].count == 4 && isDay(parts[1]) && isDay(parts[2])
    }

    private static func isDay(_ part: ArraySlice<UInt8>) -> Bool {
        part.count <= 2 && part.allSatisfy(isDigit) && (1...31).contains(part.reduce(0) { $0 * 10 + Int($1 - 48) })
    }

    private static func isYear(_ part: ArraySlice<UInt8>) -> Bool {
        (part.count == 2 || part.count == 4) && part.allSatisfy(isDigit)
    }

    private static func isMonth(_ part: ArraySlice<UInt8>) -> Bool {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return part.count >= 3 && months.contains(String(decoding: part.prefix(3), as: UTF8.self).lowercased())
    }

    /// One to four words of letters, apostrophes, hyphens and stops, at least two letters in all.
    private static func isName(_ value: ArraySlice<UInt8>) -> Bool {
        let words = value.split(separator: 32)
        let letters = value.count(where: isLetter)
        return (1...4).contains(words.count) && letters >= 2
            && value.allSatisfy { isLetter($0) || [32, 39, 44, 45, 46].contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// A letter of ASCII, or a part of any other character.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
    }
}
