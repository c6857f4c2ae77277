import Microdata

/// The day on a briefing.
struct BriefDate: Hashable, Sendable {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private let date: CalendarDate

    /// A day written as `2026-11-25`, from the year 1000 on; `nil` for anything else.
    init?(_ text: String) {
        guard let date = CalendarDate(iso: text.utf8), date.year >= 1000 else { return nil }
        self.date = date
    }

    /// The day of a time in seconds since 1970, by universal time; a time beyond the year 9999 has the last day before it.
    init(secondsSince1970 seconds: Int) {
        date = CalendarDate(daysSince1970: seconds / 86_400) ?? CalendarDate.last
    }

    /// The year.
    var year: Int { date.year }

    /// The day as `2026-11-25`.
    var iso: String { date.text }

    /// The day as `25 November 2026`.
    var text: String { "\(date.day) \(Self.months[date.month - 1]) \(date.year)" }

    /// Midnight, in seconds since 1970, by universal time.
    var secondsSince1970: Int { date.daysSince1970 * 86_400 }
}
