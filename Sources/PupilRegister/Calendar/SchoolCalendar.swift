/// The days of an academic year that matter to a school census.
///
/// Terms follow the usual pattern of English state schools: 39 weeks with a week's holiday within each term.
package struct SchoolCalendar: Sendable {
    /// A term.
    struct Term: Sendable {
        /// Its first and last day.
        let days: ClosedRange<Day>
        /// Sessions, two to a school day.
        let sessions: Int

        init(_ days: ClosedRange<Day>) {
            self.days = days
            sessions = SchoolCalendar.sessions(of: days, from: days.lowerBound, to: days.upperBound)
        }
    }

    /// The academic year, named by the year in which it starts.
    let year: Int
    /// Autumn, spring and summer; in place, since the rows of a census must not share a reference count.
    let terms: InlineArray<3, Term>

    package init(_ year: Int) {
        self.year = year
        terms = [
            Term(Self.monday(from: Day(year, 9, 2)) + 1...Day(year, 12, 19)),
            Term(Self.monday(from: Day(year + 1, 1, 3))...Day(year + 1, 3, 28)),
            Term(Self.monday(from: Day(year + 1, 4, 12))...Day(year + 1, 7, 21)),
        ]
    }

    /// The first day of school.
    var firstDay: Day { terms[0].days.lowerBound }

    /// The last day of school.
    var lastDay: Day { terms[2].days.upperBound }

    /// The days of the three censuses, the third Thursday of January and the like.
    var autumnCensus: Day { Self.monday(from: Day(year, 10, 1)) + 3 }
    package var springCensus: Day { Self.thirdThursday(year + 1, 1) }
    var summerCensus: Day { Self.thirdThursday(year + 1, 5) }

    /// Sessions, two to a school day, of a term between two days, both included.
    func sessions(of term: Term, from first: Day, to last: Day) -> Int {
        if first <= term.days.lowerBound && last >= term.days.upperBound { return term.sessions }
        return Self.sessions(of: term.days, from: first, to: last)
    }

    private static func sessions(of term: ClosedRange<Day>, from first: Day, to last: Day) -> Int {
        let start = max(first, term.lowerBound)
        let end = min(last, term.upperBound)
        if start > end { return 0 }
        let middle = monday(from: Day((term.lowerBound.number + term.upperBound.number) / 2 - 3))
        return 2 * (weekdays(start...end) - weekdays(max(start, middle), min(end, middle + 4)))
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
