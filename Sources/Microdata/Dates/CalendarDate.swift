internal import Foundation

/// A day of the calendar.
public struct CalendarDate: Sendable, Hashable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to the length of the month.
    public let day: Int

    /// A date, when the calendar has it.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A date written as 2010-09-01; `nil` for any other text.
    public init?(iso text: some Collection<UInt8>) {
        var (numbers, number, place) = ([Int](), 0, 0)
        for byte in text {
            if place == 4 || place == 7 {
                if byte != UInt8(ascii: "-") { return nil }
                numbers.append(number)
                number = 0
            } else if byte >= 48, byte <= 57, place < 10 {
                number = number * 10 + Int(byte - 48)
            } else {
                return nil
            }
            place += 1
        }
        if place != 10 { return nil }
        self.init(year: numbers[0], month: numbers[1], day: number)
    }

    /// The day on which this is called, by universal time.
    public static var today: CalendarDate {
        let days = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
        // Far more days than any clock can tell apart from a date of the calendar.
        return CalendarDate(daysSince1970: days) ?? CalendarDate.last
    }

    /// The last date that has four digits of the year.
    package static let last = CalendarDate(valid: 9999, 12, 31)

    private static let first = CalendarDate(valid: 1, 1, 1)

    private init(valid year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// The day so many days after 1 January 1970; `nil` beyond the years 1 to 9999.
    ///
    /// Source: Hinnant, chrono-compatible low-level date algorithms, civil_from_days.
    package init?(daysSince1970 days: Int) {
        guard (-719_162...2_932_896).contains(days) else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let day = shifted % 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let ofYear = day - (365 * year + year / 4 - year / 100)
        let march = (5 * ofYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        self.init(valid: year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * march + 2) / 5 + 1)
    }

    /// The days since 1 January 1970, below 0 before it.
    ///
    /// Source: Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear) - 719_468
    }

    /// The date with day and month exchanged, when the calendar has it and it differs.
    public var swapped: CalendarDate? { day == month ? nil : CalendarDate(year: year, month: day, day: month) }

    /// The date before or after by a number of days, kept within the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate {
        let number = daysSince1970 + days
        return CalendarDate(daysSince1970: number) ?? (days > 0 ? Self.last : Self.first)
    }

    /// The date as one number that orders dates: year x 512 + month x 32 + day; never 0.
    package var packed: UInt64 { UInt64(year << 9 | month << 5 | day) }

    /// The date as 2010-09-01.
    public var text: String { "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))" }

    static func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: Comparable {
    /// Whether one date is before another.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.packed < b.packed }
}
