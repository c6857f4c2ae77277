/// A date of the calendar as its ISO 8601 text has it, such as `2009-03-14`.
package struct ISODate: Sendable, Hashable {
    /// The year, in `[0, 9999]`.
    package let year: Int
    /// The month, in `[1, 12]`.
    package let month: Int
    /// The day of the month, one that the calendar has.
    package let day: Int

    /// A date from UTF-8 text; `nil` for every other form and for days that the calendar does not have.
    package init?(_ text: ArraySlice<UInt8>) {
        guard text.count == 10 else { return nil }
        let start = text.startIndex
        guard text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-"),
            let year = Self.number(text[start..<start + 4]), let month = Self.number(text[start + 5..<start + 7]),
            let day = Self.number(text[start + 8..<start + 10]), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
