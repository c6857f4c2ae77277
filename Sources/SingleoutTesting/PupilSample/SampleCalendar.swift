/// The dates of a made-up school system: school years that begin on 1 September, and a census on 16 January 2025.
enum SampleCalendar {
    /// Reception to year 11.
    static let schoolYears = 12
    /// The first year of the second school.
    static let secondSchoolYear = 7

    private static let censusYear = 2025
    private static let census = days(year: censusYear, month: 1, day: 16)

    /// A date of birth in the twelve months of a school year, as `2012-08-31`.
    static func birth(schoolYear: Int, _ generator: inout SeededGenerator) -> String {
        let first = days(year: censusYear - 6 - schoolYear, month: 9, day: 1)
        let next = days(year: censusYear - 5 - schoolYear, month: 9, day: 1)
        return date(first + generator.next(below: next - first))
    }

    /// The day on which a pupil came to the school: for most the first day of its first school year.
    static func entry(schoolYear: Int, isMobile: Bool, _ generator: inout SeededGenerator) -> String {
        let years = schoolYear < secondSchoolYear ? schoolYear : schoolYear - secondSchoolYear
        let first = days(year: censusYear - 1 - years, month: 9, day: 3)
        guard generator.chance(isMobile ? 0.6 : 0.1) else { return date(first) }
        if generator.chance(0.5) {
            // The first day of a later term.
            let terms = (0...years).flatMap { later in
                [(9, 3), (1, 6), (4, 22)].map { month, day in
                    days(year: censusYear - 1 - later + (month < 9 ? 1 : 0), month: month, day: day)
                }
            }
            let open = terms.filter { $0 > first && $0 < census }
            return date(open[generator.next(below: open.count)])
        }
        return date(first + generator.next(below: census - first))
    }

    /// Days since 1 January of the year 1, in the Gregorian calendar.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400 + monthStart(month, of: year) + day - 1
    }

    /// A day in the form of ISO 8601.
    static func date(_ days: Int) -> String {
        var year = days / 366 + 1
        while self.days(year: year + 1, month: 1, day: 1) <= days { year += 1 }
        let left = days - self.days(year: year, month: 1, day: 1)
        var month = 12
        while monthStart(month, of: year) > left { month -= 1 }
        let day = left - monthStart(month, of: year) + 1
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private static func monthStart(_ month: Int, of year: Int) -> Int {
        let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        return starts[month - 1] + (isLeap && month > 2 ? 1 : 0)
    }
}
