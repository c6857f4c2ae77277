internal import Statistics

/// How likely a birth is on each day: by day of the year and by weekday.
///
/// Fewer children are born at weekends (a tenth fewer on Saturdays, an eighth on Sundays; a modelling choice with the
/// published order of 10 to 15 %).
struct BirthCalendar: Sendable {
    private static let weekdays = [1.02, 1.055, 1.05, 1.045, 1.045, 0.92, 0.865]

    private let first: Int
    /// The days of each academic year.
    private let days: [AliasTable]
    /// The first day of each academic year, and the first after the last.
    private let starts: [Day]
    /// For each day from the first, its factor against the largest.
    private let acceptance: [Chance]

    init(years: ClosedRange<Int>) {
        let table = ParameterTable("birth_days")
        let rows = zip(
            zip(table.integers("month"), table.integers("day")), zip(table.numbers("factor"), table.strings("kind")))
        var seasons: [(day: Int, factor: Double)] = []
        var named: [[Int]: Double] = [:]
        for ((month, day), (factor, kind)) in rows {
            if kind == "day" {
                named[[month, day]] = factor
            } else {
                seasons.append((Self.dayOfYear(month, day), factor))
            }
        }
        func season(_ month: Int, _ day: Int) -> Double {
            let place = Self.dayOfYear(month, day)
            let next = seasons.firstIndex { $0.day > place } ?? 0
            let before = seasons[(next + seasons.count - 1) % seasons.count]
            let after = seasons[next]
            let length = (after.day - before.day + 365) % 365
            let part = Double((place - before.day + 365) % 365) / Double(length)
            return before.factor + (after.factor - before.factor) * part
        }
        first = years.lowerBound
        starts = (years.lowerBound...years.upperBound + 1).map { Day($0, 9, 1) }
        var factors: [Double] = []
        for number in starts[0].number..<starts[starts.count - 1].number {
            let day = Day(number)
            let date = day.civil
            let ofDate = named[[date.month, date.day]] ?? season(date.month, min(date.day, date.month == 2 ? 28 : 31))
            // On public holidays the weekday does not matter.
            let isNamed = named[[date.month, date.day]] != nil
            factors.append(ofDate * (isNamed ? 1 : Self.weekdays[day.weekday]))
        }
        let origin = starts[0]
        let starts = starts
        days = (0..<years.count).map { index in
            AliasTable(weights: Array(factors[(starts[index] - origin)..<(starts[index + 1] - origin)]))
        }
        let largest = factors.reduce(0, max)
        acceptance = factors.map { Chance($0 / largest) }
    }

    /// A day of an academic year.
    func day(in year: Int, using stream: inout RandomStream) -> Day {
        starts[year - first] + days[year - first].draw(using: &stream)
    }

    /// A day soon after another, mostly that day itself, on which births are as likely as they should be.
    func day(near wanted: Day, using stream: inout RandomStream) -> Day {
        var day = wanted
        for _ in 0..<12 {
            let place = day - starts[0]
            if place < 0 || place >= acceptance.count { return day }
            let bits = stream.next()
            if acceptance[place].happens(bits, 0) { return day }
            // Anywhere in the year that follows, so that whole seasons have their share and no interval becomes too short.
            day = wanted + Int((bits >> 16) % 365)
        }
        return day
    }

    private static func dayOfYear(_ month: Int, _ day: Int) -> Int { Day(2001, month, day) - Day(2001, 1, 1) }
}
