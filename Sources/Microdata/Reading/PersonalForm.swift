/// A form of text that identifies a person and that a name of a field does not have.
package enum PersonalForm: Sendable, Hashable, CaseIterable {
    case pupilNumber
    case postcode
    case date
    case electronicMail
    /// A number of six digits and more, such as an identifier or a telephone number.
    case number

    /// The form of a text; `nil` where it has none of these. Blanks at either end do not count.
    package init?(_ text: String) {
        let value = Array(text.utf8)[...].withoutBlanks
        guard let form = Self.allCases.first(where: { $0.fits(value) }) else { return nil }
        self = form
    }

    /// Whether a text has any of the forms.
    package static func has(_ text: String) -> Bool { PersonalForm(text) != nil }

    /// Whether a text is of digits only, six at least.
    static func isCode(_ text: String) -> Bool { PersonalForm(text) == .number }

    /// Whether a value has the form of a name: for numbers the same kind of character at each place, too.
    static func fits(_ value: String, _ form: PersonalForm, _ name: String) -> Bool {
        PersonalForm(value) == form && (form != .number || value.utf8.count == name.utf8.count)
    }

    /// Whether a text has the form.
    package func fits(_ value: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .pupilNumber: Self.isPupilNumber(Array(value))
        case .postcode: Self.isPostcode(Array(value))
        case .date: Self.isDate(Array(value))
        case .electronicMail: Self.isElectronicMail(value)
        case .number: Self.isNumber(value)
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

    /// A name, an at sign and a domain.
    private static func isElectronicMail(_ value: ArraySlice<UInt8>) -> Bool {
        let parts = value.split(separator: 64, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(46) && !value.contains(32)
    }

    /// Six digits and more, with nothing but signs and blanks between them; not an academic year or a month.
    private static func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
        value.count(where: isDigit) >= 6 && value.allSatisfy { isDigit($0) || [32, 40, 41, 43, 45].contains($0) }
            && !isPeriod(value)
    }

    /// Two years that follow each other, such as 202021, or a year and a month, such as 202009.
    private static func isPeriod(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count == 6, let number = Int(String(decoding: value, as: UTF8.self)) else { return false }
        let (year, part) = (number / 100, number % 100)
        return (1_900...2_099).contains(year) && ((1...12).contains(part) || part == (year + 1) % 100)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// A letter of ASCII, or a part of any other character.
    package static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
    }
}
