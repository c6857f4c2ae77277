/// A day, counted from 1 January 1980; it fits 16 bits until 2159.
package struct Day: Sendable, Hashable, Comparable {
    /// Days since 1 January 1980.
    package let number: Int

    package init(_ number: Int) { self.number = number }

    package init(_ number: UInt16) { self.number = Int(number) }

    /// A date of the civil calendar.
    ///
    /// Source: Hinnant, chrono-compatible low-level date algorithms (2013), days_from_civil.
    package init(_ year: Int, _ month: Int, _ day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468 - 3_652
    }

    /// The day in 16 bits.
    package var compact: UInt16 { UInt16(number) }

    /// The weekday, from Monday = 0 to Sunday = 6.
    package var weekday: Int { ((number + 1) % 7 + 7) % 7 }

    /// Year, month and day of the civil calendar.
    package var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719_468 + 3_652
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The academic year that the day belongs to, named by the year in which it starts on 1 September.
    package var academicYear: Int {
        let date = civil
        return date.month >= 9 ? date.year : date.year - 1
    }

    package static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    static func + (day: Day, days: Int) -> Day { Day(day.number + days) }

    static func - (one: Day, other: Day) -> Int { one.number - other.number }
}
