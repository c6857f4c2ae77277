/// The days of an academic year that matter to a school census.
///
/// Terms follow the usual pattern of English state schools: 39 weeks with a week's holiday within each term.
struct SchoolCalendar: Sendable {
    /// A term: its name in the files and its first and last day.
    struct Term: Sendable {
        let name: String
        let days: ClosedRange<Day>
    }

    /// The academic year, named by the year in which it starts.
    let year: Int
    let terms: [Term]

    init(_ year: Int) {
        self.year = year
        terms = [
            Term(name: "autumn", days: Self.monday(from: Day(year, 9, 2)) + 1...Day(year, 12, 19)),
            Term(name: "spring", days: Self.monday(from: Day(year + 1, 1, 3))...Day(year + 1, 3, 28)),
            Term(name: "summer", days: Self.monday(from: Day(year + 1, 4, 12))...Day(year + 1, 7, 21)),
        ]
    }

    /// The first day of school.
    var firstDay: Day { terms[0].days.lowerBound }

    /// The last day of school.
    var lastDay: Day { terms[2].days.upperBound }

    /// The days of the three censuses, the third Thursday of January and the like.
    var autumnCensus: Day { Self.monday(from: Day(year, 10, 1)) + 3 }
    var springCensus: Day { Self.thirdThursday(year + 1, 1) }
    var summerCensus: Day { Self.thirdThursday(year + 1, 5) }

    /// Sessions, two to a school day, of a term between two days, both included.
    func sessions(of term: Term, from first: Day, to last: Day) -> Int {
        let start = max(first, term.days.lowerBound)
        let end = min(last, term.days.upperBound)
        if start > end { return 0 }
        let middle = Self.monday(from: Day((term.days.lowerBound.number + term.days.upperBound.number) / 2 - 3))
        return 2 * (Self.weekdays(start...end) - Self.weekdays(max(start, middle), min(end, middle + 4)))
    }

    private static func weekdays(_ first: Day, _ last: Day) -> Int { first > last ? 0 : weekdays(first...last) }

    private static func weekdays(_ days: ClosedRange<Day>) -> Int {
        func before(_ day: Day) -> Int {
            // Weekdays among the days since the Monday before 1 January 1980.
            let count = day.number + 1
            return count / 7 * 5 + min(count % 7, 5)
        }
        return before(days.upperBound + 1) - before(days.lowerBound)
    }

    private static func monday(from day: Day) -> Day { day + (7 - day.weekday) % 7 }

    private static func thirdThursday(_ year: Int, _ month: Int) -> Day {
        let first = Day(year, month, 1)
        return first + (10 - first.weekday) % 7 + 14
    }
}
